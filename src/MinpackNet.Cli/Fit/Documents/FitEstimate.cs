using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>A parameter with its confidence interval, as written to JSON.</summary>
internal sealed record FitEstimate(
    string Name,
    double Value,
    double StandardError,
    double Lower,
    double Upper,
    double Start,
    bool IsFixed,
    bool IsDetermined,
    BoundState Bound,
    double? ProfileLower,
    double? ProfileUpper)
{
    public static FitEstimate Of(FitParameter parameter, Interval interval, Interval? profile) => new(
        parameter.Name,
        parameter.Value,
        parameter.StandardError,
        interval.Lower,
        interval.Upper,
        parameter.Start,
        parameter.IsFixed,
        parameter.IsDetermined,
        parameter.Bound,
        profile?.Lower,
        profile?.Upper);
}
