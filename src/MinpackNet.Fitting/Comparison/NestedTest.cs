using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>
/// The test of two fits of the same observations of which one model contains the other: whether the larger one
/// describes them better than chance would. By the extra sum of squares, F = ((S₁ - S₂)/(f₁ - f₂))/(S₂/f₂) with the
/// sums of squares S and the degrees of freedom f of the simpler and the larger fit (Draper and Smith 1998; R: anova of
/// nls); with <see cref="FitOptions.AbsoluteSigma"/>, where the variance is known, by the likelihood ratio, chi-squared
/// S₁ - S₂. Exact for linear models with normal errors, approximate for others.
/// </summary>
/// <param name="Statistic">F, or chi-squared with <see cref="FitOptions.AbsoluteSigma"/>.</param>
/// <param name="DegreesOfFreedom">By how many parameters the larger model exceeds the simpler one.</param>
/// <param name="ResidualDegreesOfFreedom">The degrees of freedom of the larger fit; null for chi-squared.</param>
/// <param name="PValue">
/// The probability of so large a statistic if the simpler model is right and the larger contains it.
/// </param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record NestedTest(
    double Statistic, int DegreesOfFreedom, int? ResidualDegreesOfFreedom, double PValue)
{
    private const string Simpler = "the simpler model";
    private const string Larger = "the larger model";

    /// <summary>Tests a fit against a simpler one.</summary>
    /// <param name="simpler">The fit of the simpler model, which the other contains.</param>
    /// <param name="larger">The fit of the larger model.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">
    /// The fits are of different observations or weights, or with a loss; one of them did not succeed or meets the
    /// observations to within rounding; the larger has no more fitted parameters, a larger sum of squares, or no
    /// degrees of freedom.
    /// </exception>
    public static NestedTest Of(FitResult simpler, FitResult larger)
    {
        ArgumentNullException.ThrowIfNull(simpler);
        ArgumentNullException.ThrowIfNull(larger);
        Validate.SameObservations(simpler, larger, nameof(larger));
        Validate.Optimum(simpler, Simpler, nameof(simpler));
        Validate.Optimum(larger, Larger, nameof(larger));
        return Of(simpler, larger, Simpler, Larger, nameof(larger));
    }

    /// <summary>The same for checked fits of models with names.</summary>
    internal static NestedTest Of(
        FitResult simpler, FitResult larger, string simplerName, string largerName, string argument)
    {
        Validate.Nested(simpler, larger, simplerName, largerName, argument);
        int more = simpler.DegreesOfFreedom - larger.DegreesOfFreedom;
        double gain = Math.Max(simpler.ChiSquared - larger.ChiSquared, 0);
        if (larger.HasAbsoluteSigma)
        {
            return new(gain, more, null, Tail.OfChiSquared(gain, more));
        }

        double ratio = gain / more / larger.ReducedChiSquared;
        return new(ratio, more, larger.DegreesOfFreedom, Tail.OfF(ratio, more, larger.DegreesOfFreedom));
    }

    /// <summary>The statistic with its degrees of freedom, and p.</summary>
    public override string ToString() =>
        $"{StatisticText} = {NumberText.Short(Statistic)}, p = {NumberText.Short(PValue)}";

    internal string StatisticText => ResidualDegreesOfFreedom is int below
        ? $"F({DegreesOfFreedom}, {below})"
        : $"chi-squared({DegreesOfFreedom})";
}
