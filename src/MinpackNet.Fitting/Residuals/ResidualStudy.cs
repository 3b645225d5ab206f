namespace MinpackNet.Fitting;

/// <summary>What the residuals at the end of a fit tell, each computed when first needed.</summary>
/// <param name="end">The end.</param>
internal sealed class ResidualStudy(EndPoint end)
{
    // From here on the normal distribution serves.
    private const int Many = 20;

    private readonly bool _isExact = IsExact(end);
    private readonly Lazy<ResidualTests> _tests = new(() => TestsOf(end));
    private readonly Lazy<LackOfFitTest?> _lackOfFit = new(() =>
        end is { Linearization: { } reached, Outcome.Converged: true }
            ? LackOfFitTest.Of(end.Problem, end.Sum, reached.Rank)
            : null);

    public ResidualTests Tests => _tests.Value;

    public LackOfFitTest? LackOfFit => _lackOfFit.Value;

    /// <summary>How much more alike neighboring residuals are than noise.</summary>
    public double Order => ResidualOrder.Of(Tests.Runs, Tests.Autocorrelation);

    /// <summary>
    /// The probability that neighbors of noise differ as little; null where there is only <see cref="Order"/> to go by.
    /// </summary>
    public double? Chance => _isExact && Tests.Autocorrelation is { } test
        ? test.Z < 0 ? test.PValue / 2 : 1
        : null;

    // Weighted losses and rotated rows have another distribution.
    private static bool IsExact(EndPoint end) =>
        end is { Linearization: { HasFullRank: true } reached, Problem: { PointCount: < Many, Loss: null } problem }
        && problem.Rows is null
        && reached.Rank < problem.PointCount;

    private static ResidualTests TestsOf(EndPoint end)
    {
        if (end.Linearization is null)
        {
            return new(null, null, null);
        }

        ReadOnlySpan<double> residuals = end.Residuals;
        ReadOnlySpan<double> ordered = ResidualOrder.Ordered(end.Problem, residuals);
        double[]? columns = IsExact(end)
            ? [.. end.Linearization.ScaledColumns.Chunk(residuals.Length)
                .SelectMany(column => ResidualOrder.Ordered(end.Problem, column).ToArray())]
            : null;
        // The solver's residuals are model minus observation, which only a skewness tells.
        NormalityTest? normality = NormalityTest.Of(residuals);
        return new(
            RunsTest.Of(ordered),
            AutocorrelationTest.Of(ordered, columns),
            normality is null ? null : normality with { Skewness = -normality.Skewness });
    }
}
