using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>A model among others of the same observations.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Fit">
/// Its fit, with <see cref="FitResult.Aicc"/>, <see cref="FitResult.Aic"/> and <see cref="FitResult.Bic"/>.
/// </param>
/// <param name="Difference">
/// By how much its AICc is above the lowest; 0 for the best model. NaN for a fit that did not succeed, which takes no
/// part, and for all where no AICc is finite.
/// </param>
/// <param name="Weight">
/// Its Akaike weight, exp(-Difference/2) as a share of the sum over all models that take part: how likely it is to be
/// the best of them. NaN as <paramref name="Difference"/>.
/// </param>
/// <param name="AgainstSimplest">
/// The test against the simplest of the models; null unless they are nested, and for one that has no more parameters.
/// </param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record ComparedModel(
    string Name, FitResult Fit, double Difference, double Weight, NestedTest? AgainstSimplest)
{
    /// <summary>The model with its difference and its weight.</summary>
    public override string ToString() =>
        $"{Name}: AICc + {NumberText.Short(Difference)}, weight {NumberText.Short(Weight)}";
}
