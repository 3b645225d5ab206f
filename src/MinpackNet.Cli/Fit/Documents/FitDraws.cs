using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>What a bootstrap says of a parameter or a quantity, as written to JSON.</summary>
internal sealed record FitDraws(
    string Name, double Bias, double StandardError, double Lower, double Upper, int Failed)
{
    public static FitDraws Of(BootstrapEstimate estimate) => new(
        estimate.Name,
        estimate.Bias,
        estimate.StandardError,
        estimate.Interval.Lower,
        estimate.Interval.Upper,
        estimate.FailedCount);
}
