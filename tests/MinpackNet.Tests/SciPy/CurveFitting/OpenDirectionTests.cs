namespace MinpackNet.Tests;

/// <summary>
/// What the data leave open: SciPy's covariance by trf and dogbox leaves it out, so the result says that its numbers
/// are no errors.
/// </summary>
public sealed class OpenDirectionTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Y = [1, 1.1, 0.9, 3, 3.1, 2.9];

    [Theory]
    [InlineData(LeastSquaresMethod.Lm)]
    [InlineData(LeastSquaresMethod.Trf)]
    [InlineData(LeastSquaresMethod.Dogbox)]
    public void A_parameter_without_effect_has_no_error(LeastSquaresMethod method)
    {
        foreach (CurveFitResult fit in (CurveFitResult[])
            [
                Optimize.CurveFit((x, low, high, at) => x < at ? low : high, X, Y, p0: [1, 3, 2.5], method: method),
                Optimize.CurveFit((x, a, b) => a + (0 * b), X, Y, p0: [1, 3], method: method),
                Optimize.CurveFit((x, a, b) => a + b + x, X, Y, p0: [1, 3], method: method),
                Optimize.CurveFit((x, a) => a * x, [2.0], [3.0], p0: [1], method: method),
            ])
        {
            Assert.False(fit.PcovIsEstimated);
            Assert.Contains("(not errors: pcov could not be estimated)", fit.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Errors_are_given_as_such() => Assert.DoesNotContain(
        "not errors", Optimize.CurveFit((x, a, b) => a + (b * x), X, Y).ToString(), StringComparison.Ordinal);
}
