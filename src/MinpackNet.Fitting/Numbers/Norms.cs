namespace MinpackNet.Fitting;

/// <summary>Euclidean norms, scaled by the largest element so that nothing overflows.</summary>
internal static class Norms
{
    public static double Of(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        double sum = 0;
        foreach (double value in values)
        {
            sum += largest == 0 ? 0 : value / largest * (value / largest);
        }

        return largest * Math.Sqrt(sum);
    }

    public static double OfDifference(double[] a, double[] b) => Of([.. a.Zip(b, (p, q) => p - q)]);

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
}
