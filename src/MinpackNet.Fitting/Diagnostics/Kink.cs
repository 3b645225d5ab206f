namespace MinpackNet.Fitting;

/// <summary>
/// Ends at which a gradient is left although the sum grows on both sides: at a kink, such as that of |x - c| with c at
/// a point, derivatives are those of one side, or of none. Noise is not a kink.
/// </summary>
internal static class Kink
{
    // A step along a direction, in lengths of the residuals: where a gradient is left, it lowers the sum on one side,
    // by far more than rounding, unless the cosine is less than half of it.
    private const double ShortStep = 1e-3;
    private const double SomeCosine = 0.001;

    /// <summary>Whether the end is a minimum at a kink: the sum grows along whatever has a gradient.</summary>
    public static bool Holds(Evidence evidence)
    {
        if (evidence.End is not { HasFullRank: true } end || evidence.IsRough)
        {
            return false;
        }

        double share = Math.Sqrt(end.ReachableShare);
        return GrowsAlong(evidence, [.. end.GaussNewtonStep().Select(step => step / share)])
            && Enumerable.Range(0, end.ParameterCount)
                .Where(k => end.Cosines[k] > SomeCosine)
                .All(k => GrowsAlong(evidence, k));
    }

    /// <summary>Whether the sum grows on both sides of free parameter k.</summary>
    public static bool Is(Evidence evidence, int k) => !evidence.IsRough && GrowsAlong(evidence, k);

    private static bool GrowsAlong(Evidence evidence, int k) => GrowsAlong(
        evidence,
        [.. evidence.Reached.Select((_, j) =>
            j == k ? Math.Sqrt(evidence.End!.SumOfSquares) / evidence.End.ColumnNorms[k] : 0)]);

    /// <summary>Whether the sum grows on both sides along a direction as long as the residuals.</summary>
    private static bool GrowsAlong(Evidence evidence, double[] direction)
    {
        FitProblem problem = evidence.Problem;
        double here = problem.Sum(problem.ResidualsFrom(evidence.Values));
        return new[] { ShortStep, -ShortStep }.All(step => problem.Sum(problem.ResidualsAt(
            [.. evidence.Reached.Zip(direction, (value, change) => value + (step * change))])) > here);
    }
}
