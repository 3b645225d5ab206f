using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>A band around a fitted curve at given points.</summary>
/// <param name="Values">The curve at each point.</param>
/// <param name="Lower">The lower limit at each point; minus infinity where the data do not determine it.</param>
/// <param name="Upper">The upper limit at each point; infinity where the data do not determine it.</param>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record Band(IReadOnlyList<double> Values, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper)
{
    /// <summary>
    /// What the band is, such as "95 % confidence band (t, 10 degrees of freedom, pointwise)". Default: empty.
    /// </summary>
    public string Title { get; init; } = "";

    /// <summary>The title and the number of points.</summary>
    public override string ToString() =>
        $"{(Title.Length > 0 ? Title : "band")} at {NumberText.Count(Values.Count, "point")}";
}
