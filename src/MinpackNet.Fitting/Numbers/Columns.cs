using System.Numerics;

namespace MinpackNet.Fitting;

/// <summary>Numbers as people have them.</summary>
internal static class Columns
{
    /// <summary>Numbers of any type as an array of our own.</summary>
    public static double[] Of<T>(IEnumerable<T> values)
        where T : INumberBase<T> =>
        values is double[] numbers ? [.. numbers] : [.. values.Select(double.CreateChecked)];

    public static double[] Difference(double a, ReadOnlySpan<double> b)
    {
        double[] difference = GC.AllocateUninitializedArray<double>(b.Length);
        for (int i = 0; i < difference.Length; i++)
        {
            difference[i] = a - b[i];
        }

        return difference;
    }

    public static double[] Difference(double[] a, double[] b)
    {
        double[] difference = new double[a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            difference[i] = a[i] - b[i];
        }

        return difference;
    }
}
