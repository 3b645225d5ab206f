namespace MinpackNet.Fitting;

/// <summary>What the residuals at the end of a fit tell, each computed when first needed.</summary>
/// <param name="end">The end.</param>
internal sealed class ResidualStudy(EndPoint end)
{
    private readonly Lazy<ResidualTests> _tests = new(() => TestsOf(end));
    private readonly Lazy<LackOfFitTest?> _lackOfFit = new(() =>
        end is { Linearization: { } reached, Outcome.Converged: true }
            ? LackOfFitTest.Of(end.Problem, end.Sum, reached.Rank)
            : null);

    public ResidualTests Tests => _tests.Value;

    public LackOfFitTest? LackOfFit => _lackOfFit.Value;

    /// <summary>How much more alike neighboring residuals are than noise.</summary>
    public double Order => ResidualOrder.Of(Tests.Runs, Tests.Autocorrelation);

    private static ResidualTests TestsOf(EndPoint end)
    {
        if (end.Linearization is null)
        {
            return new(null, null, null);
        }

        // The solver's are model minus observation.
        double[] residuals = Array.ConvertAll(end.Residuals, residual => -residual);
        double[] ordered = ResidualOrder.Ordered(end.Problem, residuals);
        return new(RunsTest.Of(ordered), AutocorrelationTest.Of(ordered), NormalityTest.Of(residuals));
    }
}
