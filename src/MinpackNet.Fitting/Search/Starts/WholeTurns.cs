namespace MinpackNet.Fitting;

/// <summary>
/// What a periodic model does not notice: a sine is the same for a phase of whole turns more, and for a place of whole
/// periods more.
/// </summary>
internal static class WholeTurns
{
    // Each is tried with the periods that all others tell.
    private const int MostParameters = 24;

    /// <summary>
    /// An end without the whole turns of its phases and places, one after the other, as long as the model stays the
    /// same; null where there are none. Within bounds, and with what bounds hold unchanged.
    /// </summary>
    public static double[]? Without(FitProblem problem, FitOutcome outcome, Func<double[], bool> isSame)
    {
        double[] start = problem.FreeOf(problem.Start);
        double[] end = outcome.Parameters;
        if (problem.Model.Oscillates == false || end.Length > MostParameters)
        {
            return null;
        }

        double[] point = end;
        for (int k = 0; k < end.Length; k++)
        {
            if (!outcome.Held.ContainsKey(problem.NameOfFree(k)))
            {
                point = Closer(point, k, start[k])
                    .FirstOrDefault(other => problem.IsWithin(other) && isSame(other), point);
            }
        }

        return point == end ? null : point;
    }

    /// <summary>
    /// The points whose parameter k is within half a cycle of its start: in radians, in cycles, and in the periods that
    /// the other parameters tell.
    /// </summary>
    private static IEnumerable<double[]> Closer(double[] point, int k, double start)
    {
        IEnumerable<double> cycles = point.Where((_, j) => j != k)
            .SelectMany(other => new[] { Math.Abs(other), 2 * Math.PI / Math.Abs(other), 1 / Math.Abs(other) })
            .Where(cycle => cycle > 0)
            .Prepend(1)
            .Prepend(2 * Math.PI);
        foreach (double turns in cycles.Select(cycle => cycle * Math.Round((point[k] - start) / cycle)))
        {
            if (turns != 0 && double.IsFinite(turns))
            {
                double[] closer = [.. point];
                closer[k] -= turns;
                yield return closer;
            }
        }
    }
}
