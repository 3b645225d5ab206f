using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>What a global fit says of one of its data sets.</summary>
/// <param name="Name">The name, or the number from 1.</param>
/// <param name="Parameters">The parameters of the set's model, in its order, common ones too.</param>
/// <param name="Fitted">The model's values at the set's points.</param>
/// <param name="Residuals">Observation minus model there.</param>
/// <param name="ChiSquared">The part of the sum of squares, weighted as that, that its points have.</param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record GlobalFitSet(
    string Name,
    IReadOnlyList<FitParameter> Parameters,
    RealVector Fitted,
    RealVector Residuals,
    double ChiSquared)
{
    /// <summary>A parameter by its name in the model.</summary>
    /// <param name="name">Such as <c>a</c>, not <c>a_1</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public FitParameter this[string name] => Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? throw Errors.UnknownParameter(name, Parameters.Select(parameter => parameter.Name));

    /// <summary>The name and the estimates.</summary>
    public override string ToString() => $"{Name}: {string.Join(", ", Parameters)}";
}
