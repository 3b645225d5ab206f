using System.Text.Json.Serialization;
using MathNet.Numerics;

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
/// The two-sided probability of such a difference: exact with fewer than 10 residuals of either sign, otherwise by the
/// normal distribution.
/// </param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record RunsTest(int Runs, double Expected, double Z, double PValue)
{
    private const int Few = 10;

    /// <summary>The test of residuals in order; null where there is nothing to compare, as with one sign.</summary>
    internal static RunsTest? Of(ReadOnlySpan<double> residuals)
    {
        int m = 0;
        int positive = 0;
        int changes = 0;
        int before = 0;
        foreach (double residual in residuals)
        {
            if (residual is > 0 or < 0)
            {
                // Signs of noise are for no processor to foresee, so that these are sums and no branches.
                int sign = residual > 0 ? 1 : 0;
                changes += m == 0 ? 0 : sign ^ before;
                positive += sign;
                before = sign;
                m++;
            }
        }

        int runs = changes + 1;

        double expected = (2.0 * positive * (m - positive) / m) + 1;
        double variance = (expected - 1) * (expected - 2) / (m - 1);
        double z = (runs - expected) / Math.Sqrt(variance);
        return !(variance > 0) ? null : new(
            runs,
            expected,
            z,
            Math.Min(positive, m - positive) < Few ? Exact(runs, positive, m - positive) : Tail.OfNormal(z));
    }

    /// <summary>Twice the probability of as few runs or of as many, whichever is less (Wald and Wolfowitz).</summary>
    private static double Exact(int runs, int positive, int negative)
    {
        double orders = SpecialFunctions.Binomial(positive + negative, positive);
        double fewer = Enumerable.Range(2, runs - 2).Sum(Chance);
        double here = Chance(runs);
        return Math.Min(1, 2 * Math.Min(fewer + here, 1 - fewer));

        double Chance(int count) => (Ways(positive, count / 2) * Ways(negative, count - (count / 2))
            + (Ways(positive, count - (count / 2)) * Ways(negative, count / 2))) / orders;

        // How many numbers that are not zero have such a sum.
        static double Ways(int sum, int parts) => SpecialFunctions.Binomial(sum - 1, parts - 1);
    }
}
