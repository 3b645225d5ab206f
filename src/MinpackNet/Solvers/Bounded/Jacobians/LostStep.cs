namespace MinpackNet;

/// <summary>
/// Steps relative to a parameter that is close to zero, as at a bound of zero, have effects that are lost in the
/// rounding of the residuals. Such a step is made wider, up to one that is relative to 1.
/// </summary>
internal static class LostStep
{
    // In units of the rounding of the largest residual: what is seen of the effect then has two digits.
    private const double LeastVisible = 256 * Defaults.MachineEpsilon;

    /// <summary>A wider step; null if the effect is seen, or no step is wider.</summary>
    /// <param name="scheme">How many points.</param>
    /// <param name="x">The parameter.</param>
    /// <param name="step">The step taken.</param>
    /// <param name="change">The largest change of a residual.</param>
    /// <param name="size">The largest residual that may change.</param>
    public static double? Wider(DifferenceScheme scheme, double x, double step, double change, double size)
    {
        double widest = DifferenceStencil.Step(x, null, DifferenceStencil.OwnStep(scheme));
        if (!(change < LeastVisible * size) || !(Math.Abs(step) < Math.Abs(widest)))
        {
            return null;
        }

        double visible = Math.Sqrt(Defaults.MachineEpsilon) * size;
        return widest * (change == 0 ? 1 : Math.Min(1, Math.Abs(step / widest) * visible / change));
    }
}
