using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace MinpackNet.Fitting;

/// <summary>The factors that make intervals of standard errors.</summary>
internal static class Quantile
{
    /// <summary>The factor of a two-sided interval.</summary>
    /// <param name="level">The probability inside, between 0 and 1.</param>
    /// <param name="degreesOfFreedom">Of Student's t; infinity for the normal distribution.</param>
    public static double TwoSided(double level, double degreesOfFreedom)
    {
        // The tail outside one end, which unlike the probability up to it keeps its digits near zero.
        double tail = (1 - level) / 2;
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return -Normal.InvCDF(0, 1, tail);
        }

        // MathNet's own inverse looks no further than 800, which is too near for one degree of freedom.
        double most = 1;
        while (Excess(most) > 0)
        {
            most *= 2;
        }

        return Brent.FindRoot(Excess, 0, most, accuracy: 1e-14, maxIterations: 200);

        double Excess(double t) => (StudentT.CDF(0, 1, degreesOfFreedom, -t) / tail) - 1;
    }
}
