using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>Euclidean norms, scaled by the largest element where squares would overflow or underflow.</summary>
internal static class Norms
{
    private const double SmallestSum = 1e-270;
    private const double LargestSum = 1e300;

    public static double Of(ReadOnlySpan<double> values) =>
        SumOfSquares(values) is var sum && IsInRange(sum) ? Math.Sqrt(sum) : Scaled(values);

    public static double SumOfSquares(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value * value;
        }

        return sum;
    }

    /// <summary>The inner product of two vectors.</summary>
    [MethodImpl(SimdLoop.Compiled)]
    public static double Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector<double>> left = MemoryMarshal.Cast<double, Vector<double>>(a);
        ReadOnlySpan<Vector<double>> right = MemoryMarshal.Cast<double, Vector<double>>(b)[..left.Length];
        Vector<double> even = Vector<double>.Zero;
        Vector<double> odd = Vector<double>.Zero;
        int i = 0;
        for (; i < left.Length - 1; i += 2)
        {
            even += left[i] * right[i];
            odd += left[i + 1] * right[i + 1];
        }

        double sum = Vector.Sum(even + odd);
        for (i *= Vector<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>The norm of the sum of two vectors.</summary>
    public static double OfSum(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += (a[i] + b[i]) * (a[i] + b[i]);
        }

        if (IsInRange(sum))
        {
            return Math.Sqrt(sum);
        }

        double[] both = [.. a];
        for (int i = 0; i < both.Length; i++)
        {
            both[i] += b[i];
        }

        return Of(both);
    }

    /// <summary>The largest absolute value; zero for none, and NaN if one is NaN.</summary>
    [MethodImpl(SimdLoop.Compiled)]
    public static double Largest(ReadOnlySpan<double> values)
    {
        // Without a sign, the bits are in the order of the numbers, and those of NaN come last.
        ReadOnlySpan<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        Vector<long> lanes = Vector<long>.Zero;
        foreach (Vector<double> vector in vectors)
        {
            lanes = Vector.Max(lanes, Vector.AsVectorInt64(Vector.Abs(vector)));
        }

        long largest = 0;
        for (int lane = 0; lane < Vector<long>.Count; lane++)
        {
            largest = Math.Max(largest, lanes[lane]);
        }

        foreach (double value in values[(vectors.Length * Vector<double>.Count)..])
        {
            largest = Math.Max(largest, BitConverter.DoubleToInt64Bits(Math.Abs(value)));
        }

        return BitConverter.Int64BitsToDouble(largest);
    }

    public static double OfDifference(double[] a, double[] b)
    {
        double[] difference = LargeArray.Allocate<double>(a.Length);
        Columns.Difference(a, b, difference);
        return Of(difference);
    }

    /// <summary>The norms of columns that are stored one after the other.</summary>
    public static double[] OfColumns(ReadOnlySpan<double> columns, int length)
    {
        double[] norms = new double[columns.Length / length];
        for (int k = 0; k < norms.Length; k++)
        {
            norms[k] = Of(columns.Slice(k * length, length));
        }

        return norms;
    }

    /// <summary>Whether a sum of squares has lost nothing to the ends of the range of numbers.</summary>
    public static bool IsInRange(double sum) => sum is > SmallestSum and < LargestSum;

    private static double Scaled(ReadOnlySpan<double> values)
    {
        double largest = Largest(values);
        double sum = 0;
        foreach (double value in values)
        {
            sum += largest == 0 ? 0 : value / largest * (value / largest);
        }

        return largest * Math.Sqrt(sum);
    }
}
