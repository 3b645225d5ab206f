namespace MinpackNet.Fitting;

/// <summary>
/// How much more alike neighboring residuals are than noise, in standard deviations of noise and negative: by their
/// signs or by their squared differences, whichever tells more.
/// </summary>
internal static class ResidualOrder
{
    public static double Of(FitProblem problem, double[] residuals)
    {
        ReadOnlySpan<double> ordered = Ordered(problem, residuals);
        return Of(RunsTest.Of(ordered), AutocorrelationTest.Of(ordered));
    }

    public static double Of(RunsTest? runs, AutocorrelationTest? differences) =>
        Math.Min(runs?.Z ?? 0, differences?.Z ?? 0);

    /// <summary>Residuals in the order of a single predictor, otherwise as given.</summary>
    public static ReadOnlySpan<double> Ordered(FitProblem problem, ReadOnlySpan<double> residuals)
    {
        if (problem.Columns is not [var x] || Columns.Ascend(x, strictly: false))
        {
            return residuals;
        }

        double[] keys = [.. x];
        int[] order = [.. Enumerable.Range(0, x.Length)];
        Array.Sort(keys, order);
        // Points at the same place stay as they are given, which sorting alone does not promise.
        for (int first = 0, end; first < keys.Length; first = end)
        {
            for (end = first + 1; end < keys.Length && keys[end] == keys[first]; end++)
            {
            }

            Array.Sort(order, first, end - first);
        }

        double[] ordered = new double[order.Length];
        for (int i = 0; i < ordered.Length; i++)
        {
            ordered[i] = residuals[order[i]];
        }

        return ordered;
    }
}
