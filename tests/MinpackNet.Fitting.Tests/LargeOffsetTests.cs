namespace MinpackNet.Fitting.Tests;

/// <summary>
/// Observations that vary little next to their size: the fit is that of the variation, whatever is added to it.
/// </summary>
public sealed class LargeOffsetTests
{
    private static readonly double[] X = [.. Enumerable.Range(0, 13).Select(i => -3 + (0.5 * i))];

    private static readonly double[] Noise =
        [.1, -.2, .05, .12, -.07, .03, -.15, .2, -.1, .04, .08, -.12, .02];

    [Theory]
    [InlineData(0, 3)]
    [InlineData(101325, 3)]
    [InlineData(1e7, 1)]
    [InlineData(1e8, 3)]
    [InlineData(1e8, 1)]
    [InlineData(-1e9, 3)]
    [InlineData(1e9, 1)]
    [InlineData(1e10, 3)]
    public void A_formula_reaches_the_minimum(double offset, double start)
    {
        double[] y = [.. X.Select((x, i) => offset + (2 * Math.Exp(-0.5 * x)) + Noise[i])];
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*exp(-c*x)"), X, y, [offset, start, 0.3]);
        CheckDecay(fit, tolerance: 1e-2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e5)]
    [InlineData(1e7)]
    [InlineData(1e8)]
    [InlineData(1e9)]
    public void A_function_without_derivatives_reaches_it_too(double offset)
    {
        double[] y = [.. X.Select((x, i) => offset + (2 * Math.Exp(-0.5 * x)) + Noise[i])];
        FitResult fit = CurveFit.Fit((p, x) => p[0] + (p[1] * Math.Exp(-p[2] * x)), X, y, [offset, 1, 0.3]);
        CheckDecay(fit, tolerance: 0.05);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(101325)]
    [InlineData(1e7)]
    [InlineData(1e8)]
    public void A_parabola_without_derivatives_has_no_curvature_that_is_not_there(double offset)
    {
        double[] y = [.. X.Select((x, i) => offset + (3 * x) + (0.1 * Noise[i]))];
        FitResult exact = CurveFit.Fit(Formula.Parse("a + b*x + c*x^2"), X, y, [1, 1, 1]);
        FitResult fit = CurveFit.Fit((p, x) => p[0] + (p[1] * x) + (p[2] * x * x), X, y, [1, 1, 1]);
        Assert.Equal(1, fit.ChiSquared / exact.ChiSquared, 1e-3);
        Assert.Equal(exact.Estimates[2], fit.Estimates[2], 0.05 * exact.StandardErrors[2]);
        Assert.Equal(1, fit.StandardErrors[2] / exact.StandardErrors[2], 1e-2);
    }

    private static void CheckDecay(FitResult fit, double tolerance)
    {
        Assert.True(fit.Succeeded);
        Assert.Equal(0.16781, fit.ChiSquared, 0.16781 * tolerance * tolerance + 2e-5);
        Assert.Equal(1.98828, fit.Estimates[1], 0.137 * tolerance + 1e-4);
        Assert.Equal(0.50201, fit.Estimates[2], 0.021 * tolerance + 1e-4);
    }
}
