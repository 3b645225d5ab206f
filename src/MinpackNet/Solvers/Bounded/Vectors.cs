using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MinpackNet;

/// <summary>
/// Work on vectors. Sums have eight chains on every processor, whatever the width of its registers, so
/// that all round alike; what is done element by element does so anyway.
/// </summary>
internal static class Vectors
{
    private const int Chains = 8;

    // Squares below have lost digits to underflow.
    private const double SmallestSquares = 1e-290;

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ReadOnlySpan<Vector128<double>> left = MemoryMarshal.Cast<double, Vector128<double>>(a);
        ReadOnlySpan<Vector128<double>> right = MemoryMarshal.Cast<double, Vector128<double>>(b)[..left.Length];
        Vector128<double> s0 = default;
        Vector128<double> s1 = default;
        Vector128<double> s2 = default;
        Vector128<double> s3 = default;
        int blocks = a.Length / Chains;
        for (int k = 0; k < blocks; k++)
        {
            ReadOnlySpan<Vector128<double>> l = left.Slice(4 * k, 4);
            ReadOnlySpan<Vector128<double>> r = right.Slice(4 * k, 4);
            s0 += l[0] * r[0];
            s1 += l[1] * r[1];
            s2 += l[2] * r[2];
            s3 += l[3] * r[3];
        }

        double sum = Vector128.Sum((s0 + s1) + (s2 + s3));
        for (int i = Chains * blocks; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>The Euclidean norm, also of numbers whose squares are out of range.</summary>
    public static double Norm(ReadOnlySpan<double> a)
    {
        double squares = Dot(a, a);
        if (squares is > SmallestSquares and < double.PositiveInfinity)
        {
            return Math.Sqrt(squares);
        }

        double most = LargestMagnitude(a);
        if (most == 0 || !double.IsFinite(most))
        {
            return double.IsNaN(squares) ? double.NaN : most;
        }

        double sum = 0;
        foreach (double value in a)
        {
            sum += value / most * (value / most);
        }

        return most * Math.Sqrt(sum);
    }

    public static double LargestMagnitude(ReadOnlySpan<double> a)
    {
        double most = 0;
        foreach (double value in a)
        {
            most = Math.Max(most, Math.Abs(value));
        }

        return most;
    }

    /// <summary>The products of elements.</summary>
    public static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product)
    {
        ReadOnlySpan<Vector<double>> left = Wide(a);
        ReadOnlySpan<Vector<double>> right = Wide(b)[..left.Length];
        Span<Vector<double>> wide = Wide(product)[..left.Length];
        for (int k = 0; k < left.Length; k++)
        {
            wide[k] = left[k] * right[k];
        }

        for (int i = left.Length * Vector<double>.Count; i < a.Length; i++)
        {
            product[i] = a[i] * b[i];
        }
    }

    public static void Multiply(Span<double> a, double factor) => Multiply(a, factor, a);

    /// <summary>The elements times a factor.</summary>
    public static void Multiply(ReadOnlySpan<double> a, double factor, Span<double> product)
    {
        ReadOnlySpan<Vector<double>> wide = Wide(a);
        Span<Vector<double>> products = Wide(product)[..wide.Length];
        for (int k = 0; k < wide.Length; k++)
        {
            products[k] = wide[k] * factor;
        }

        for (int i = wide.Length * Vector<double>.Count; i < a.Length; i++)
        {
            product[i] = a[i] * factor;
        }
    }

    /// <summary>a = b + factor a.</summary>
    public static void Combine(Span<double> a, double factor, ReadOnlySpan<double> b)
    {
        Span<Vector<double>> wide = Wide(a);
        ReadOnlySpan<Vector<double>> other = Wide(b)[..wide.Length];
        for (int k = 0; k < wide.Length; k++)
        {
            wide[k] = other[k] + (factor * wide[k]);
        }

        for (int i = wide.Length * Vector<double>.Count; i < a.Length; i++)
        {
            a[i] = b[i] + (factor * a[i]);
        }
    }

    /// <summary>a = a + factor b.</summary>
    public static void Add(Span<double> a, double factor, ReadOnlySpan<double> b)
    {
        Span<Vector<double>> wide = Wide(a);
        ReadOnlySpan<Vector<double>> other = Wide(b)[..wide.Length];
        for (int k = 0; k < wide.Length; k++)
        {
            wide[k] += factor * other[k];
        }

        for (int i = wide.Length * Vector<double>.Count; i < a.Length; i++)
        {
            a[i] += factor * b[i];
        }
    }

    /// <summary>Rotates the elements of a against those of b.</summary>
    public static void Rotate(Span<double> a, Span<double> b, double cosine, double sine)
    {
        Span<Vector<double>> left = Wide(a);
        Span<Vector<double>> right = Wide(b)[..left.Length];
        for (int k = 0; k < left.Length; k++)
        {
            Vector<double> l = left[k];
            left[k] = (cosine * l) - (sine * right[k]);
            right[k] = (sine * l) + (cosine * right[k]);
        }

        for (int i = left.Length * Vector<double>.Count; i < a.Length; i++)
        {
            double l = a[i];
            a[i] = (cosine * l) - (sine * b[i]);
            b[i] = (sine * l) + (cosine * b[i]);
        }
    }

    private static Span<Vector<double>> Wide(Span<double> a) => MemoryMarshal.Cast<double, Vector<double>>(a);

    private static ReadOnlySpan<Vector<double>> Wide(ReadOnlySpan<double> a) =>
        MemoryMarshal.Cast<double, Vector<double>>(a);
}
