using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>
/// The test of first-order autocorrelation by von Neumann's ratio (1941): whether residuals differ from their neighbors
/// as much as those of noise.
/// </summary>
/// <param name="Coefficient">The correlation of neighbors, Σ rᵢ rᵢ₊₁ / Σ rᵢ².</param>
/// <param name="DurbinWatson">
/// The ratio Σ (rᵢ - rᵢ₊₁)² / Σ rᵢ², which Durbin and Watson (1950) use as well: near 2 for noise, near 0 where
/// neighbors are alike, and near 4 where they alternate.
/// </param>
/// <param name="Z">
/// Its difference from 2 in standard deviations of noise; negative where neighbors are more alike than noise.
/// </param>
/// <param name="PValue">
/// The two-sided probability of such a difference. Of a fit to fewer than 20 points by least squares, whose parameters
/// all have an effect of their own, that of the ratio for the model with its derivatives, exact for linear models with
/// normal errors; of others by the normal distribution: approximate, because the fit of n parameters makes residuals of
/// noise alternate a little, by about n/m in <paramref name="Coefficient"/>.
/// </param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record AutocorrelationTest(double Coefficient, double DurbinWatson, double Z, double PValue)
{
    // Of fewer, the ratio is not nearly normal.
    private const int LeastPoints = 6;

    /// <summary>The test of residuals in order; null for few of them, or where all are zero.</summary>
    /// <param name="residuals">The residuals.</param>
    /// <param name="columns">As in <see cref="NeumannRatio"/>; null for the normal distribution.</param>
    internal static AutocorrelationTest? Of(ReadOnlySpan<double> residuals, double[]? columns = null)
    {
        double m = residuals.Length;
        (double differences, double products) = OfNeighbors(residuals);
        double squares = Norms.SumOfSquares(residuals);
        double ratio = differences / squares;
        double z = (ratio - 2) / (2 * Math.Sqrt((m - 2) / ((m * m) - 1)));
        if (residuals.Length < LeastPoints || !double.IsFinite(ratio))
        {
            return null;
        }

        double below = columns is null ? double.NaN : NeumannRatio.Below(ratio, columns, residuals.Length);
        return new(
            products / squares,
            ratio,
            z,
            columns is null ? Tail.OfNormal(z) : Math.Min(1, 2 * Math.Min(below, 1 - below)));
    }

    /// <summary>The sums of the squared differences and of the products of neighbors.</summary>
    [MethodImpl(SimdLoop.Compiled)]
    private static (double Differences, double Products) OfNeighbors(ReadOnlySpan<double> residuals)
    {
        // In eight chains on every processor, so that the digits are the same.
        Vector512<double> differences = Vector512<double>.Zero;
        Vector512<double> products = Vector512<double>.Zero;
        int i = 1;
        for (; i <= residuals.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            Vector512<double> left = Vector512.Create(residuals[(i - 1)..]);
            Vector512<double> right = Vector512.Create(residuals[i..]);
            differences += (left - right) * (left - right);
            products += left * right;
        }

        double difference = Vector512.Sum(differences);
        double product = Vector512.Sum(products);
        for (; i < residuals.Length; i++)
        {
            difference += (residuals[i - 1] - residuals[i]) * (residuals[i - 1] - residuals[i]);
            product += residuals[i - 1] * residuals[i];
        }

        return (difference, product);
    }
}
