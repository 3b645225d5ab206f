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

    [Fact]
    public void Searches_start_at_different_points_around_the_start_and_at_both_signs()
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => i / 5.0)];
        double[] y = Array.ConvertAll(x, at => Math.Sin(2 * at));
        FitProblem problem = new(Formula.Parse("a*exp(b*x) + c"), x, y, [-3, 0, 1e-9], new());
        StartSpace space = StartSpace.AroundStart(problem);
        double[][] first = [.. Enumerable.Range(0, 256).Select(k => space.Point(0, k))];
        double[][] second = [.. Enumerable.Range(0, 256).Select(k => space.Point(1, k))];
        Assert.Empty(first.Select(point => point[0]).Intersect(second.Select(point => point[0])));
        for (int j = 0; j < 3; j++)
        {
            Assert.Contains(first, point => point[j] > 0);
            Assert.Contains(first, point => point[j] < 0);
        }

        Assert.All(first.Where((_, k) => k % 4 == 0), point => Assert.InRange(Math.Abs(point[0]), 0.3, 30));
        Assert.All(first.Where((_, k) => k % 4 == 1), point => Assert.InRange(Math.Abs(point[2]), 1e-11, 1e-7));
    }
}
