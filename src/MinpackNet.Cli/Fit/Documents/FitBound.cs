using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The bounds of a parameter, as written to JSON; null where there is none.</summary>
internal sealed record FitBound(string Name, double? Lower, double? Upper)
{
    public static FitBound Of(ParameterBound bound) => new(
        bound.Name,
        double.IsFinite(bound.Lower) ? bound.Lower : null,
        double.IsFinite(bound.Upper) ? bound.Upper : null);
}
