using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>A parameter of a fit.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">
/// The standard error; 0 when fixed, infinite when the data do not determine the parameter or leave nothing to estimate
/// errors from (as many parameters as points, and no absolute standard deviations), NaN when the fit failed or a bound
/// holds the parameter back.
/// </param>
/// <param name="Start">The start value.</param>
/// <param name="IsFixed">Whether the parameter was held at its start value.</param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record FitParameter(string Name, double Value, double StandardError, double Start, bool IsFixed)
{
    /// <summary>Whether a bound holds the parameter back. Such a parameter has no standard error.</summary>
    public BoundState Bound { get; init; }

    /// <summary>
    /// Whether the standard error is known and not larger than the estimate. If false, not even the sign of the
    /// estimate is known, and a report marks the row with a question mark. True when fixed or at a bound.
    /// </summary>
    public bool IsDetermined => Bound != BoundState.Free || StandardError <= Math.Abs(Value);

    /// <summary>The name, the estimate and its standard error.</summary>
    public override string ToString() => IsFixed
        ? $"{Name} = {NumberText.Exact(Value)} (fixed)"
        : Bound != BoundState.Free ? $"{Name} = {NumberText.Exact(Value)} ({NumberText.Words(Bound)})"
        : FormattableString.Invariant($"{Name} = {Value:G6} ± {StandardError:G2}");
}
