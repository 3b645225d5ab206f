namespace MinpackNet.Cli;

/// <summary>The rows that a picture shows.</summary>
internal static class RowSample
{
    private const int Most = 1000;

    // With more, the picture would look more scattered than the data are.
    private const int ExtremesOneIn = 10;

    /// <summary>
    /// All rows, or some, spread like all, the same each time: with the first and the last on the axis, and in each of
    /// some parts of it the extremes of observation and residual, of the ends of their error bars and of those
    /// themselves, which are few among the others.
    /// </summary>
    /// <param name="order">The rows that can be shown, in the order of the axis.</param>
    /// <param name="y">The observations of all rows of the table.</param>
    /// <param name="residuals">Their residuals.</param>
    /// <param name="errors">The lengths of half their error bars; null for none.</param>
    /// <returns>The rows, ascending.</returns>
    public static int[] Of(int[] order, double[] y, RealVector residuals, double[]? errors)
    {
        SortedSet<int> shown = [];
        if (order.Length <= Most)
        {
            shown.UnionWith(order);
            return [.. shown];
        }

        Func<int, double> residual = row => double.IsFinite(residuals[row]) ? residuals[row] : 0;
        List<Func<int, double>> heights = [row => y[row], residual];
        if (errors is not null)
        {
            heights.AddRange([
                row => y[row] - errors[row],
                row => y[row] + errors[row],
                row => residual(row) - errors[row],
                row => residual(row) + errors[row],
                row => errors[row],
            ]);
        }

        shown.UnionWith([order[0], order[^1]]);
        int parts = Most / (ExtremesOneIn * 2 * heights.Count);
        for (int part = 0; part < parts; part++)
        {
            int from = (int)((long)part * order.Length / parts);
            ReadOnlySpan<int> near = order.AsSpan(from..(int)((part + 1L) * order.Length / parts));
            foreach (Func<int, double> height in heights)
            {
                (int lowest, int highest) = Extremes(near, height);
                shown.UnionWith([lowest, highest]);
            }
        }

#pragma warning disable CA5394 // It only spreads points over a picture.
        Random random = new(Seed: 1);
        while (shown.Count < Most)
        {
            shown.Add(order[random.Next(order.Length)]);
        }
#pragma warning restore CA5394
        return [.. shown];
    }

    private static (int Lowest, int Highest) Extremes(ReadOnlySpan<int> rows, Func<int, double> height)
    {
        (int lowest, int highest) = (rows[0], rows[0]);
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (int row in rows)
        {
            double value = height(row);
            (lowest, low) = value < low ? (row, value) : (lowest, low);
            (highest, high) = value > high ? (row, value) : (highest, high);
        }

        return (lowest, highest);
    }
}
