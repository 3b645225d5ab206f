namespace MinpackNet.Cli;

/// <summary>The rows that a picture shows.</summary>
internal static class RowSample
{
    private const int Most = 1000;

    /// <summary>
    /// All rows, or the first and the last on the axis, in each of many parts of it the extremes of observation and
    /// residual, of the ends of their error bars and of those themselves, and evenly spread others, the same each time.
    /// </summary>
    public static int[] Of(FittedData data, double[] x, int[] rows)
    {
        if (rows.Length <= Most)
        {
            return rows;
        }

        int[] order = [.. rows.OrderBy(row => x[row])];
        double[] residuals = [.. data.Fit.Residuals.Select(value => double.IsFinite(value) ? value : 0)];
        List<Func<int, double>> heights = [row => data.Y[row], row => residuals[row]];
        if (data.Errors is { } errors)
        {
            heights.AddRange([
                row => data.Y[row] - errors[row],
                row => data.Y[row] + errors[row],
                row => residuals[row] - errors[row],
                row => residuals[row] + errors[row],
                row => errors[row],
            ]);
        }

        SortedSet<int> shown = [order[0], order[^1]];
        int parts = (Most / (2 * heights.Count)) - 1;
        for (int part = 0; part < parts; part++)
        {
            int from = (int)((long)part * rows.Length / parts);
            int[] near = order[from..(int)((part + 1L) * rows.Length / parts)];
            shown.UnionWith(heights.SelectMany(height => (int[])[near.MinBy(height), near.MaxBy(height)]));
        }

#pragma warning disable CA5394 // It only spreads points over a picture.
        Random random = new(Seed: 1);
        while (shown.Count < Most)
        {
            shown.Add(rows[random.Next(rows.Length)]);
        }
#pragma warning restore CA5394
        return [.. shown];
    }
}
