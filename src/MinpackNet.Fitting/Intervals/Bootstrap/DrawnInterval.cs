using MathNet.Numerics.Distributions;

namespace MinpackNet.Fitting;

/// <summary>Intervals between percentiles of draws.</summary>
internal static class DrawnInterval
{
    /// <summary>Between two percentiles with as many draws beyond one as beyond the other.</summary>
    /// <param name="sorted">The draws, smallest first.</param>
    /// <param name="quantile">How many standard deviations of normal draws the ends are away.</param>
    public static Interval Percentile(double[] sorted, double quantile) =>
        new(At(sorted, Normal.CDF(0, 1, -quantile)), At(sorted, Normal.CDF(0, 1, quantile)));

    /// <summary>Corrected for bias and acceleration: Efron 1987, equations 2.3 and 3.4.</summary>
    /// <param name="sorted">The draws, smallest first.</param>
    /// <param name="quantile">As in the other.</param>
    /// <param name="value">The estimate.</param>
    /// <param name="acceleration">A sixth of the skewness of its score.</param>
    public static Interval Bca(double[] sorted, double quantile, double value, double acceleration)
    {
        double below = sorted.Count(draw => draw < value) + (0.5 * sorted.Count(draw => draw == value));
        double bias = Normal.InvCDF(0, 1, below / sorted.Length);
        return new(End(-quantile), End(quantile));

        double End(double quantile)
        {
            double distance = bias + quantile;
            double stretch = 1 - (acceleration * distance);
            return stretch > 0 ? At(sorted, Normal.CDF(0, 1, bias + (distance / stretch))) : double.NaN;
        }
    }

    /// <summary>
    /// A percentile, number p (B + 1) in the order of B draws, between two of them on the line; NaN beyond the draws.
    /// </summary>
    private static double At(double[] sorted, double share)
    {
        double place = (share * (sorted.Length + 1)) - 1;
        if (!(place >= 0 && place <= sorted.Length - 1))
        {
            return double.NaN;
        }

        int before = Math.Min((int)place, sorted.Length - 2);
        return sorted[before] + ((place - before) * (sorted[before + 1] - sorted[before]));
    }
}
