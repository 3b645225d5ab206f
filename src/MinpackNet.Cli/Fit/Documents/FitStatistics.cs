using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>How well the model describes the data, as written to JSON.</summary>
internal sealed record FitStatistics(
    int DegreesOfFreedom,
    double ChiSquared,
    double ReducedChiSquared,
    double ResidualStandardDeviation,
    double RSquared,
    double LogLikelihood,
    double Aic,
    double Aicc,
    double Bic,
    LackOfFitTest? LackOfFit,
    ResidualTests ResidualTests)
{
    public static FitStatistics Of(FitResult fit) => new(
        fit.DegreesOfFreedom,
        fit.ChiSquared,
        fit.ReducedChiSquared,
        fit.ResidualStandardDeviation,
        fit.RSquared,
        fit.LogLikelihood,
        fit.Aic,
        fit.Aicc,
        fit.Bic,
        fit.LackOfFit,
        fit.ResidualTests);
}
