namespace MinpackNet.Fitting.Tests;

/// <summary>Residuals in units of their own standard deviations, beside R's rstandard.</summary>
public sealed class StandardizedResidualTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5, 7, 9];
    private static readonly double[] Y = [1.1, 2.3, 2.8, 4.4, 4.7, 7.6, 8.7];
    private static readonly double[] Weights = [1, 2, 1, 1, 3, 1, 1];

    [Fact]
    public void Those_of_a_weighted_line_are_as_in_R()
    {
        FitOptions options = new() { Sigma = [.. Weights.Select(weight => 1 / Math.Sqrt(weight))] };
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), X, Y, [("a", 0), ("b", 1)], options);
        double[] expected =
        [
            -0.135591005343552, 0.743830597923083, -0.657418674580992, 0.835339611107298, -1.417006202523989,
            1.687564337597616, -0.494208365240850,
        ];
        Assert.All(fit.StandardizedResiduals.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Fact]
    public void Those_of_counts_are_Pearson_s()
    {
        double[] counts = [0, 3, 5, 4, 9, 14, 21];
        LeastSquaresOptions tight = new() { FunctionTolerance = 1e-15, StepTolerance = 1e-15 };
        FitOptions options = new() { Counts = true, Solver = tight };
        FitResult fit = CurveFit.Fit(Formula.Parse("exp(a + b*x)"), X, counts, [("a", 0), ("b", 0.3)], options);
        double[] expected = [
            -1.598610463589085, 0.183645899020225, 0.752281768412169, -0.507663273411236, 0.914993233223758,
            0.461646232075105, -0.972504621427088,
        ];
        // R ends its iteration a few 1e-9 away.
        Assert.All(fit.StandardizedResiduals.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-8));
    }

    [Fact]
    public void A_point_that_alone_determines_its_value_has_none()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*(x < 8) + b*(x > 8)"), X, Y, [("a", 1), ("b", 1)]);
        Assert.True(double.IsNaN(fit.StandardizedResiduals[^1]));
        Assert.All(fit.StandardizedResiduals.SkipLast(1), value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void A_new_observation_may_have_its_own_standard_deviation()
    {
        FitOptions options = new() { Sigma = [.. Weights.Select(weight => 1 / Math.Sqrt(weight))] };
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), X, Y, [("a", 0), ("b", 1)], options);
        Band each = fit.PredictionBand([1.5, 8], [0.5, 2]);
        Assert.Equal(fit.PredictionBand([1.5], observationSigma: 0.5).Upper[0], each.Upper[0]);
        Assert.Equal(fit.PredictionBand([8.0], observationSigma: 2).Lower[0], each.Lower[1]);
        Assert.Contains(
            "2 points, but 1 standard deviation",
            Assert.Throws<ArgumentException>(() => fit.PredictionBand([1, 2], [1.0])).Message,
            StringComparison.Ordinal);
    }
}
