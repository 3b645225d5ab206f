using System.Numerics;
using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>Numbers as people have them.</summary>
internal static class Columns
{
    /// <summary>Numbers of any type as an array of our own.</summary>
    public static double[] Of<T>(IEnumerable<T> values)
        where T : INumberBase<T> =>
        values is double[] numbers ? LargeArray.Copy<double>(numbers) : [.. values.Select(double.CreateChecked)];

    /// <summary>Whether no number is below the one before it or, strictly, each is above it.</summary>
    public static bool Ascend(ReadOnlySpan<double> values, bool strictly)
    {
        ReadOnlySpan<double> before = values[..Math.Max(values.Length - 1, 0)];
        ReadOnlySpan<double> after = values[^before.Length..];
        ReadOnlySpan<Vector<double>> left = MemoryMarshal.Cast<double, Vector<double>>(before);
        ReadOnlySpan<Vector<double>> right = MemoryMarshal.Cast<double, Vector<double>>(after);
        for (int v = 0; v < left.Length; v++)
        {
            if (strictly ? !Vector.LessThanAll(left[v], right[v]) : Vector.GreaterThanAny(left[v], right[v]))
            {
                return false;
            }
        }

        for (int i = left.Length * Vector<double>.Count; i < before.Length; i++)
        {
            if (strictly ? !(before[i] < after[i]) : before[i] > after[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes a minus b, where it may take the place of either.</summary>
    public static void Difference(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> difference)
    {
        ReadOnlySpan<Vector<double>> left = MemoryMarshal.Cast<double, Vector<double>>(a);
        ReadOnlySpan<Vector<double>> right = MemoryMarshal.Cast<double, Vector<double>>(b)[..left.Length];
        Span<Vector<double>> vectors = MemoryMarshal.Cast<double, Vector<double>>(difference)[..left.Length];
        for (int v = 0; v < vectors.Length; v++)
        {
            vectors[v] = left[v] - right[v];
        }

        for (int i = left.Length * Vector<double>.Count; i < a.Length; i++)
        {
            difference[i] = a[i] - b[i];
        }
    }
}
