using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>
/// The runs test of Wald and Wolfowitz (1940): whether the signs of the residuals change as often as those of noise.
/// Residuals of zero are left out.
/// </summary>
/// <param name="Runs">The number of runs of one sign.</param>
/// <param name="Expected">The number expected of noise with as many residuals of each sign.</param>
/// <param name="Z">
/// The difference in standard deviations of noise; negative where neighbors are more alike than noise.
/// </param>
/// <param name="PValue">
/// The two-sided probability of such a difference by the normal distribution, which is rough with fewer than 10
/// residuals of either sign.
/// </param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record RunsTest(int Runs, double Expected, double Z, double PValue)
{
    /// <summary>The test of residuals in order; null where there is nothing to compare, as with one sign.</summary>
    internal static RunsTest? Of(double[] residuals)
    {
        double m = 0;
        double positive = 0;
        int runs = 0;
        double before = 0;
        foreach (double residual in residuals)
        {
            if (residual is > 0 or < 0)
            {
                m++;
                positive += residual > 0 ? 1 : 0;
                runs += before == 0 || residual > 0 != before > 0 ? 1 : 0;
                before = residual;
            }
        }

        double expected = (2 * positive * (m - positive) / m) + 1;
        double variance = (expected - 1) * (expected - 2) / (m - 1);
        double z = (runs - expected) / Math.Sqrt(variance);
        return variance > 0 ? new(runs, expected, z, Tail.OfNormal(z)) : null;
    }
}
