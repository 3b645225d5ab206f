using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>An interval around an estimate.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Whether a value lies between the ends or on one of them.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True if it does.</returns>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>The ends.</summary>
    public override string ToString() => FormattableString.Invariant($"[{Lower:G6}, {Upper:G6}]");
}
