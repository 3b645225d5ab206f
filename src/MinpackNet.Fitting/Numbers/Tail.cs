using MathNet.Numerics;

namespace MinpackNet.Fitting;

/// <summary>Probabilities of at least so large a statistic, with their digits where they are tiny.</summary>
internal static class Tail
{
    /// <summary>Of the normal distribution, on both sides.</summary>
    public static double OfNormal(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    public static double OfChiSquared(double value, int freedom) =>
        double.IsPositiveInfinity(value) ? 0 : SpecialFunctions.GammaUpperRegularized(freedom / 2.0, value / 2);

    /// <summary>Of the F distribution.</summary>
    /// <param name="ratio">The ratio of two mean squares.</param>
    /// <param name="above">The degrees of freedom of the one above the line.</param>
    /// <param name="below">The degrees of freedom of the one below it.</param>
    public static double OfF(double ratio, int above, int below) =>
        SpecialFunctions.BetaRegularized(below / 2.0, above / 2.0, below / (below + (above * ratio)));
}
