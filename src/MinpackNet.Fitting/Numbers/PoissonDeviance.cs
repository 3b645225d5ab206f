namespace MinpackNet.Fitting;

/// <summary>
/// The deviance of a count y with the expectation μ, 2 (y log(y/μ) - y + μ), as the square of a residual (McCullagh and
/// Nelder 1989).
/// </summary>
internal static class PoissonDeviance
{
    // Up to this relative distance of μ from y a series has all digits, and the logarithm loses some.
    private const double Near = 1e-3;

    // The square of its inverse is still a number.
    private const double Least = 1e-200;

    /// <summary>The root of the deviance, with the sign of μ - y; NaN without an expectation.</summary>
    public static double Residual(double y, double mean)
    {
        if (y == 0)
        {
            return mean >= 0 ? Math.Sqrt(2 * mean) : double.NaN;
        }

        if (!(mean > 0))
        {
            return double.NaN;
        }

        double t = (mean - y) / y;
        // 2 y (t - log(1 + t)), and t² (1/2 - t/3 + t²/4 - ...).
        double half = Math.Abs(t) < Near
            ? t * t * (0.5 - (t * ((1.0 / 3) - (t * (0.25 - (t * (0.2 - (t / 6))))))))
            : t - Math.Log(mean / y);
        return Math.CopySign(Math.Sqrt(2 * y * Math.Max(half, 0)), t);
    }

    /// <summary>
    /// The derivative of the residual by μ; where μ and y are zero, as in the far tail of a peak, one that is large and
    /// finite, because the model's own derivative is zero there.
    /// </summary>
    public static double Slope(double y, double mean, double residual) =>
        residual == 0 ? 1 / Root(mean) : (mean - y) / (mean * residual);

    /// <summary>The standard deviation of a count, which is never zero.</summary>
    public static double Root(double mean) => Math.Sqrt(Math.Max(mean, Least));

    /// <summary>The log-likelihood of a count, whole or not, which the gamma function takes as well.</summary>
    public static double LogLikelihood(double y, double mean) =>
        (y == 0 ? 0 : y * Math.Log(mean)) - mean - MathNet.Numerics.SpecialFunctions.GammaLn(y + 1);
}
