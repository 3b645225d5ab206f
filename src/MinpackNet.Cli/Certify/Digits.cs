namespace MinpackNet.Cli;

/// <summary>Counts correct decimal digits by the log relative error, -log10(|value - exact| / |exact|).</summary>
internal static class Digits
{
    /// <summary>The most digits counted: as many as NIST publishes.</summary>
    public const double Most = 11;

    /// <summary>The correct digits of a value, from 0 to <see cref="Most"/>; 0 if it is not finite.</summary>
    public static double Correct(double value, double exact)
    {
        double error = Math.Abs(value - exact) / Math.Abs(exact);
        return double.IsFinite(error) ? Math.Clamp(-Math.Log10(error), 0, Most) : 0;
    }

    /// <summary>The correct digits of the worst value.</summary>
    public static double Worst(IEnumerable<double> values, IEnumerable<double> exact) =>
        values.Zip(exact, Correct).Min();

    /// <summary>
    /// The places of the certified values among others: each at the closest one that is left, where the sign of a width
    /// does not matter.
    /// </summary>
    public static int[] Order(IReadOnlyList<double> values, IReadOnlyList<double> certified)
    {
        List<int> left = [.. Enumerable.Range(0, values.Count)];
        int[] order = new int[certified.Count];
        foreach (int j in Enumerable.Range(0, order.Length).OrderBy(Closest))
        {
            order[j] = left.MinBy(k => Distance(k, j));
            left.Remove(order[j]);
        }

        return order;

        double Closest(int j) => left.Min(k => Distance(k, j));
        double Distance(int k, int j) =>
            Math.Abs(Math.Abs(values[k]) - Math.Abs(certified[j])) / Math.Abs(certified[j]);
    }
}
