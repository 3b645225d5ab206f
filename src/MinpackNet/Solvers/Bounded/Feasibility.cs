namespace MinpackNet;

/// <summary>Where a point lies between its bounds.</summary>
internal static class Feasibility
{
    /// <summary>How far inside its bounds the reflective method starts, relative to the bound or the size.</summary>
    public const double StartMargin = 1e-10;

    /// <summary>
    /// -1 at the lower bound, 1 at the upper one, to within a margin relative to the bound, or to the parameter's size
    /// if that is more; else 0.
    /// </summary>
    public static int ActiveBound(double x, double lower, double upper, double margin, double size = 1)
    {
        if (margin == 0)
        {
            return x >= upper ? 1 : x <= lower ? -1 : 0;
        }

        double fromLower = x - lower;
        double fromUpper = upper - x;
        return double.IsFinite(upper) && fromUpper <= Math.Min(fromLower, Width(upper, margin, size)) ? 1
            : double.IsFinite(lower) && fromLower <= Math.Min(fromUpper, Width(lower, margin, size)) ? -1 : 0;
    }

    /// <summary>
    /// Moves what is at a bound, or outside, inside: by such a margin, or for 0 to the next number.
    /// </summary>
    public static void MoveInside(
        Span<double> x,
        ReadOnlySpan<double> lower,
        ReadOnlySpan<double> upper,
        double margin,
        ReadOnlySpan<double> sizes = default)
    {
        for (int j = 0; j < x.Length; j++)
        {
            double size = sizes.IsEmpty ? 1 : sizes[j];
            double inside = ActiveBound(x[j], lower[j], upper[j], margin, size) switch
            {
                < 0 => margin == 0 ? Math.BitIncrement(lower[j]) : lower[j] + Width(lower[j], margin, size),
                > 0 => margin == 0 ? Math.BitDecrement(upper[j]) : upper[j] - Width(upper[j], margin, size),
                _ => x[j],
            };
            x[j] = inside < lower[j] || inside > upper[j] ? 0.5 * (lower[j] + upper[j]) : inside;
        }
    }

    /// <summary>How many times a step can be taken until the first bound, which may be infinitely often.</summary>
    /// <param name="x">The point.</param>
    /// <param name="step">The step.</param>
    /// <param name="lower">The bounds below.</param>
    /// <param name="upper">The bounds above.</param>
    public static double StepToBound(
        ReadOnlySpan<double> x, ReadOnlySpan<double> step, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        double least = double.PositiveInfinity;
        for (int j = 0; j < x.Length; j++)
        {
            least = Math.Min(least, StepToBound(x[j], step[j], lower[j], upper[j]));
        }

        return least;
    }

    public static double StepToBound(double x, double step, double lower, double upper) => step == 0
        ? double.PositiveInfinity
        : Math.Max((lower - x) / step, (upper - x) / step);

    public static bool IsInside(ReadOnlySpan<double> x, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        for (int j = 0; j < x.Length; j++)
        {
            if (!(x[j] >= lower[j] && x[j] <= upper[j]))
            {
                return false;
            }
        }

        return true;
    }

    private static double Width(double bound, double margin, double size) =>
        margin * Math.Max(size, Math.Abs(bound));
}
