namespace MinpackNet.Fitting;

/// <summary>
/// Starts at the points that a fit leaves farthest away: a feature narrower than the points are apart, such as a peak
/// at a single one of them, may fit those better, and samples of wide regions miss it.
/// </summary>
internal static class StandoutStarts
{
    private const int MostPoints = 2;

    // The pairs of parameters are as many as the square of these.
    private const int MostParameters = 8;

    // In the mean distance of neighbors: the widths of a feature, or one over its steepness.
    private static readonly double[] Widths = [0.1, 0.4, 1.5];

    /// <summary>
    /// The end with one parameter moved to the place of such a point and another to a width or its inverse, for each
    /// pair of parameters that are not linear; none with several predictors.
    /// </summary>
    public static IEnumerable<double[]> Of(FitProblem problem, LinearPart linear, double[] end)
    {
        if (problem.Columns is not [var x] || linear.Others.Length > MostParameters)
        {
            yield break;
        }

        double spacing = (x.Max() - x.Min()) / (x.Distinct().Count() - 1);
        double[] residuals = problem.ResidualsAt(end);
        int[] farthest = [.. Enumerable.Range(0, x.Length)
            .OrderByDescending(i => Math.Abs(residuals[i])).Take(MostPoints)];
        foreach (double place in farthest.Select(i => x[i]))
        {
            foreach ((int j, int k) in linear.Others.SelectMany(j => linear.Others.Select(k => (j, k))))
            {
                foreach (double width in j == k || !double.IsFinite(spacing) ? [] : Widths)
                {
                    foreach (double value in new[] { width * spacing, 1 / (width * spacing) })
                    {
                        double[] start = [.. end];
                        start[j] = place;
                        start[k] = Math.CopySign(value, end[k]);
                        yield return start;
                    }
                }
            }
        }
    }
}
