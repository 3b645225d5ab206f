namespace MinpackNet.Fitting.Tests;

/// <summary>Standard errors by differences are right also for a parameter that ends near zero.</summary>
public sealed class DifferenceStepTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1e-300)]
    [InlineData(1e-15)]
    [InlineData(1e-12)]
    [InlineData(-1e-12)]
    [InlineData(1e-9)]
    [InlineData(1e-6)]
    [InlineData(1e-3)]
    public void A_line_through_almost_zero_has_the_errors_of_linear_algebra(double f)
    {
        foreach (FitStrategy strategy in Enum.GetValues<FitStrategy>())
        {
            FitResult fit = CurveFit.Fit(
                (b, x) => b[0] + (b[1] * x),
                [0, 1, 2],
                [0, 1 + f, 2],
                [0.5, 0.5],
                new() { Sigma = [1], AbsoluteSigma = true, Strategy = strategy });
            Assert.Equal(0.912871, fit.StandardErrors[0], 1e-6);
            Assert.Equal(0.707107, fit.StandardErrors[1], 1e-6);
        }
    }

    /// <summary>Curves with a parameter that is zero in truth, x, the truth, and a start.</summary>
    public static TheoryData<string, double[], double[]> Zeros => new()
    {
        { "a + b*x + c*x^2", [1, 2, 0], [0.5, 0.5, 0.5] },
        { "a + b*x + c*x^2", [0, 0, 3], [1, 1, 1] },
        { "a*exp(-b*x) + c", [2, 0.7, 0], [1, 1, 1] },
        { "a*exp(-b*x) + c", [2, 0.7, 0], [1, 1, 0] },
        { "a*exp(-b*(x - c)^2)", [3, 1, 0], [2, 2, 0.3] },
        { "a*sin(b*x + c)", [2, 1.2, 0], [1.5, 1.1, 0.2] },
        { "a*sin(b*x + c)", [2, 1.2, 0], [1.5, 1.1, -3e-9] },
        { "1e6*a + 1e-6*b*x", [0, 1e6], [1e-6, 1] },
    };

    [Theory]
    [MemberData(nameof(Zeros))]
    public void Errors_by_differences_are_those_of_exact_derivatives(string text, double[] truth, double[] start)
    {
        double[] x = [-3, -2.5, -2, -1.4, -1, -0.6, 0, 0.5, 1, 1.5, 2, 2.6, 3];
        double[] noise = [3, -1, -4, 1, 5, -9, 2, 6, -5, 3, -5, 8, -4];
        Formula formula = Formula.Parse(text);
        foreach (double size in new[] { 0, 1e-12, 1e-3 })
        {
            double[] y = [.. x.Zip(noise, (at, e) => formula.Evaluate(truth, at) + (size * e))];
            FitOptions options = new() { Sigma = [0.1], AbsoluteSigma = true };
            FitResult exact = CurveFit.Fit(formula, x, y, start, options);
            FitResult byDifferences = CurveFit.Fit((b, at) => formula.Evaluate(b, at), x, y, start, options);
            Assert.All(
                exact.StandardErrors.Zip(byDifferences.StandardErrors),
                pair => Assert.Equal(1, pair.Second / pair.First, 2e-5));
        }
    }

    [Fact]
    public void A_plateau_far_from_the_start_stays_one()
    {
        // At b = 900 the curve is 0 from the first point on: no step within the curve's own scale changes that.
        FitResult fit = CurveFit.Fit(
            (b, x) => b[0] + Math.Exp(-b[1] * x), [1, 2, 3, 4], [1, 1.1, 0.9, 1], [1, 900]);
        Assert.NotEmpty(fit.Diagnoses);
        Assert.Equal(double.PositiveInfinity, fit.StandardErrors[1]);
    }

    [Fact]
    public void The_search_certifies_a_fit_whose_parameter_is_zero()
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        FitResult fit = CurveFit.Fit(
            (b, at) => b[0] + (b[1] * at),
            x,
            [0.01, 0.99, 2.02, 2.98, 4.01, 4.99],
            [0.5, 0.5],
            new() { Strategy = FitStrategy.Search });
        Assert.True(fit.IsCertified, fit.ToString());
    }
}
