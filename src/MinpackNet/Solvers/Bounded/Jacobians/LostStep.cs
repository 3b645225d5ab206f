namespace MinpackNet;

/// <summary>
/// Steps relative to a parameter that is close to zero, as at a bound of zero, have effects that are lost in the
/// rounding of the residuals, or that this leaves few digits of. Such a step is made wider.
/// </summary>
internal static class LostStep
{
    // In units of the rounding of the largest residual. Errors of a column turn it by as much as they are of it, and
    // an angle of a thousandth to the residuals already decides whether this is a minimum.
    private const double LeastVisible = 16384;

    /// <summary>How often a step is made wider at most: what is seen of a lost effect may be rounding.</summary>
    public const int MostTimes = 4;

    /// <summary>
    /// A wider step; null if the effect is seen, or no step is wider, or the problem takes its steps as they are.
    /// </summary>
    /// <param name="problem">The problem; its steps tell how exact the residuals are.</param>
    /// <param name="j">The parameter.</param>
    /// <param name="x">Its value.</param>
    /// <param name="step">The step taken.</param>
    /// <param name="change">The largest change of a residual.</param>
    /// <param name="size">The largest residual that may change.</param>
    public static double? Wider(BoundedProblem problem, int j, double x, double step, double change, double size)
    {
        if (!problem.IsUnitFree)
        {
            return null;
        }

        double relative = problem.DifferenceStep![j];
        double rounding = Math.Pow(relative, problem.Differences == DifferenceScheme.TwoPoint ? 2 : 3);
        if (!(change < LeastVisible * rounding * size))
        {
            return null;
        }

        double taken = Math.Abs(step);
        double bySize = relative * Math.Max(problem.SizeOf(j), Math.Abs(x));
        double wider = change > 0 ? taken * relative * size / change
            : bySize > 2 * taken ? bySize
            : relative * Math.Max(1, Math.Abs(x));

        // A step as rounded, or cut short at a bound, is not the one that was asked for.
        return wider > 2 * taken ? x >= 0 ? wider : -wider : null;
    }
}
