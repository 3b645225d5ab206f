using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>A quantity that follows from the parameters of a fit, such as a half-life from a rate.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Formula">How it follows from the parameters.</param>
/// <param name="Value">Its value at the estimates.</param>
/// <param name="StandardError">
/// Its standard error by the delta method, √(g C gᵀ) with the gradient g of the formula and the covariance C of the
/// parameters; infinite where the data do not determine it, NaN after a failure.
/// </param>
/// <param name="Interval">Its confidence interval: value ± quantile × standard error.</param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record DerivedQuantity(
    string Name, string Formula, double Value, double StandardError, Interval Interval)
{
    /// <summary>
    /// Its confidence interval by profile likelihood, from <see cref="FitResult.ProfileInterval"/>, for the report.
    /// Null, the default, for none.
    /// </summary>
    public Interval? Profile { get; init; }

    /// <summary>The quantity with its error.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} = {Value:G6} ± {StandardError:G2}");
}
