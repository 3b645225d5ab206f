namespace MinpackNet.Cli;

/// <summary>Rows in the order of an axis.</summary>
internal static class AxisOrder
{
    /// <summary>Orders rows by their places on an axis; of those at one place, the first row comes first.</summary>
    /// <param name="x">The places of all rows, finite for those that are ordered.</param>
    /// <param name="rows">The rows, ascending.</param>
    public static int[] Of(double[] x, int[] rows)
    {
        double[] places = [.. rows.Select(row => x[row])];
        if (IsAscending(places))
        {
            return rows;
        }

        int[] order = [.. rows];
        Array.Sort(places, order);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && places[end] == places[start];)
            {
                end++;
            }

            Array.Sort(order, start, end - start);
        }

        return order;
    }

    private static bool IsAscending(ReadOnlySpan<double> places)
    {
        for (int i = 1; i < places.Length; i++)
        {
            if (places[i] < places[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
