namespace MinpackNet.Cli;

/// <summary>Rows in the order of an axis.</summary>
internal static class AxisOrder
{
    /// <summary>Orders rows by their places on an axis; of those at one place, the first row comes first.</summary>
    /// <param name="x">The places of all rows, finite for those that are ordered.</param>
    /// <param name="rows">The rows, ascending.</param>
    public static int[] Of(double[] x, int[] rows)
    {
        if (IsAscending(x, rows))
        {
            return rows;
        }

        double[] places = Array.ConvertAll(rows, row => x[row]);
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

    /// <summary>The places of rows in their order; the same array where these are all rows in theirs.</summary>
    public static double[] At(double[] x, int[] rows) =>
        rows.Length == x.Length && IsInPlace(rows) ? x : Array.ConvertAll(rows, row => x[row]);

    private static bool IsInPlace(int[] rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i] != i)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAscending(double[] x, int[] rows)
    {
        for (int i = 1; i < rows.Length; i++)
        {
            if (x[rows[i]] < x[rows[i - 1]])
            {
                return false;
            }
        }

        return true;
    }
}
