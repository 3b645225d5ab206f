namespace MinpackNet.Fitting;

/// <summary>
/// Points with the same values of a periodic model as an end, but with phases and places close to their starts: a sine
/// is the same for a phase of whole turns more, and for a place of whole periods more.
/// </summary>
internal static class WholeTurns
{
    /// <summary>
    /// The end without the whole turns of all its phases, and of one each, so far as they may be turns; within bounds.
    /// </summary>
    public static IEnumerable<double[]> Without(FitProblem problem, FitOutcome outcome)
    {
        double[] start = problem.FreeOf(problem.Start);
        double[] end = outcome.Parameters;
        if (problem.Model.Oscillates == false)
        {
            return [];
        }

        // In radians, in cycles, and in the periods that the other parameters tell.
        (int, double)[] turns =
        [
            .. Enumerable.Range(0, end.Length)
                .Where(k => !outcome.Held.ContainsKey(problem.NameOfFree(k)))
                .SelectMany(k => Cycles(end, k)
                    .Select(cycle => (k, cycle * Math.Round((end[k] - start[k]) / cycle))))
                .Where(turn => turn.Item2 != 0 && double.IsFinite(turn.Item2)),
        ];
        IEnumerable<double[]> single = turns.Select(turn => Less(end, turn));
        IEnumerable<double[]> pairs = turns.SelectMany(turn => turns
            .Where(other => other.Item1 > turn.Item1)
            .Select(other => Less(Less(end, turn), other)));
        return pairs.Concat(single).Where(point => problem.IsWithin(point));
    }

    private static IEnumerable<double> Cycles(double[] end, int k) =>
    [
        2 * Math.PI,
        1,
        .. end.Where((_, j) => j != k)
            .SelectMany(other => new[] { Math.Abs(other), 2 * Math.PI / Math.Abs(other), 1 / Math.Abs(other) })
            .Where(cycle => cycle > 0),
    ];

    private static double[] Less(double[] point, (int Parameter, double Turns) turn)
    {
        double[] less = [.. point];
        less[turn.Parameter] -= turn.Turns;
        return less;
    }
}
