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
        double differences = 0;
        double products = 0;
        for (int i = 1; i < residuals.Length; i++)
        {
            double difference = residuals[i - 1] - residuals[i];
            differences += difference * difference;
            products += residuals[i - 1] * residuals[i];
        }

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
}
