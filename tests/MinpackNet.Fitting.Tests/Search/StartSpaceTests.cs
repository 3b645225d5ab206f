namespace MinpackNet.Fitting.Tests;

/// <summary>A search over data without a size to draw starts from ends with an answer.</summary>
public sealed class StartSpaceTests
{
    [Theory]
    [InlineData("a + b*sin(c*x)", 1, 1)]
    [InlineData("a*x + b", 1, 1)]
    [InlineData("a*exp(b*x)", 1, 1e308)]
    [InlineData("a + b*x", 1e308, 1)]
    [InlineData("a + b*x", 0, 1)]
    public void Data_of_one_place_or_of_the_largest_numbers_stop_no_search(string formula, double at, double size)
    {
        Formula model = Formula.Parse(formula);
        double[] start = [.. model.ParameterNames.Select(_ => size)];
        FitResult fit = CurveFit.Fit(
            model,
            new double[] { at, at, at, at, at },
            [size, -size, size / 2, size / 3, -size],
            start,
            new() { Strategy = FitStrategy.Search });
        Assert.False(fit.IsCertified);
        Assert.False(fit.Succeeded);
    }
}
