using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace MinpackNet.Fitting;

/// <summary>The factors that turn standard errors into intervals.</summary>
internal static class Quantile
{
    /// <summary>The factor of a two-sided interval.</summary>
    /// <param name="level">The probability inside the interval, between 0 and 1.</param>
    /// <param name="degreesOfFreedom">
    /// The degrees of freedom of Student's t; infinity for the normal distribution.
    /// </param>
    public static double TwoSided(double level, double degreesOfFreedom)
    {
        // The tail beyond one end keeps its digits near zero; the probability up to it would lose them near one.
        double tail = (1 - level) / 2;
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return -Normal.InvCDF(0, 1, tail);
        }

        // MathNet's own inverse searches only up to 800, which is too narrow for one degree of freedom.
        double most = 1;
        while (Excess(most) > 0)
        {
            most *= 2;
        }

        return Brent.FindRoot(Excess, 0, most, accuracy: 1e-14, maxIterations: 200);

        double Excess(double t) => (StudentT.CDF(0, 1, degreesOfFreedom, -t) / tail) - 1;
    }

    /// <summary>
    /// The value of which the increase of the sum of squares over the minimum stays below the square, times the
    /// variance, in a joint region of two parameters: √(2 F), with the quantile of F for 2 and so many degrees of
    /// freedom, which has a closed form; or √χ² for 2.
    /// </summary>
    /// <param name="level">The probability inside the region, between 0 and 1.</param>
    /// <param name="degreesOfFreedom">Those of the variance; infinity where it is known.</param>
    public static double OfPair(double level, double degreesOfFreedom)
    {
        double logTail = double.LogP1(-level);
        return Math.Sqrt(double.IsPositiveInfinity(degreesOfFreedom)
            ? -2 * logTail
            : degreesOfFreedom * double.ExpM1(-2 * logTail / degreesOfFreedom));
    }
}
