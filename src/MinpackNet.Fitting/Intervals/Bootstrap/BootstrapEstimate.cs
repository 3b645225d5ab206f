using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>What a bootstrap says of a parameter, or of a quantity that follows from the parameters.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">Its value at the estimates of the fit.</param>
/// <param name="Bias">The mean of the draws less the value; NaN where the bootstrap has an objection.</param>
/// <param name="StandardError">The standard deviation of the draws; NaN where the bootstrap has an objection.</param>
/// <param name="Interval">
/// The confidence interval. NaN where the bootstrap has an objection; an end is NaN where it lies beyond the draws, of
/// which there are too few then.
/// </param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record BootstrapEstimate(string Name, double Value, double Bias, double StandardError, Interval Interval)
{
    /// <summary>
    /// The number of refits that have no value: those that failed, and for a derived quantity those where it is not
    /// finite. They are left out of all numbers.
    /// </summary>
    public int FailedCount { get; init; }

    /// <summary>The quantity with its error and interval.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Name} = {Value:G6} ± {StandardError:G2}, {Interval}");
}
