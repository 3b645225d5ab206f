using System.Numerics;
using System.Runtime.CompilerServices;
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
        (int m, int positive, int changes) = Count(residuals);
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

    /// <summary>How many are not zero, how many of these are positive, and how often the sign changes.</summary>
    [MethodImpl(SimdLoop.Compiled)]
    private static (int M, int Positive, int Changes) Count(ReadOnlySpan<double> residuals)
    {
        int m = 0;
        int positive = 0;
        int changes = 0;
        bool isPositive = false;
        Vector<long> positives = Vector<long>.Zero;
        Vector<long> differences = Vector<long>.Zero;
        for (int i = 0; i < residuals.Length;)
        {
            if (i > 0 && i + Vector<double>.Count <= residuals.Length)
            {
                Vector<double> left = new(residuals[(i - 1)..]);
                Vector<double> right = new(residuals[i..]);
                if (Vector.LessThanAll(Vector<double>.Zero, Vector.Min(Vector.Abs(left), Vector.Abs(right))))
                {
                    // Where a condition holds, it is -1.
                    Vector<long> signs = Vector.GreaterThan(right, Vector<double>.Zero);
                    positives -= signs;
                    differences -= signs ^ Vector.GreaterThan(left, Vector<double>.Zero);
                    i += Vector<double>.Count;
                    m += Vector<double>.Count;
                    isPositive = residuals[i - 1] > 0;
                    continue;
                }
            }

            if (residuals[i] is > 0 or < 0)
            {
                changes += m > 0 && residuals[i] > 0 != isPositive ? 1 : 0;
                isPositive = residuals[i] > 0;
                positive += isPositive ? 1 : 0;
                m++;
            }

            i++;
        }

        return (m, positive + (int)Vector.Sum(positives), changes + (int)Vector.Sum(differences));
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
