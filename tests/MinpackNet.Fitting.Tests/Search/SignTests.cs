namespace MinpackNet.Fitting.Tests;

/// <summary>Of ends that describe the data alike, the result is the one with the signs of the start.</summary>
public sealed class SignTests
{
    private static readonly FitOptions Search = new() { Strategy = FitStrategy.Search };
    private static readonly double[] X = [.. Enumerable.Range(0, 40).Select(i => i / 4.0)];

    /// <summary>A model, its truth with the signs of the start, and the start.</summary>
    public static TheoryData<string, double[], double[]> Models => new()
    {
        { "a*exp(-((x-b)/c)^2)+d", [4, 3, 0.8, 1], [1, 5, 1, 0.1] },
        { "a*exp(-((x-b)/c)^2)+d", [4, 3, -0.8, 1], [1, 5, -1, 0.1] },
        { "a/(1+((x-b)/c)^2)", [4, 6, 0.5], [2, 3, 2] },
        { "a*tanh((x-b)/c)+d", [2, 5, 1.5, 1], [1, 1, 1, 2] },
        { "a*tanh((x-b)/c)+d", [-2, 5, -1.5, 1], [-1, 1, -1, 2] },
        { "a*exp(-((x-b)/c)^2)+d*exp(-((x-e)/f)^2)", [4, 2, 0.5, 3, 7, 1], [1, 1, 1, 1, 5, 3] },
        { "a*sin(w*x+p)", [2, 2.57, 2.1], [1, 1.474, 0.5] },
        { "a*sin(w*x)+c", [-2, -2.57, 2.1], [-1, -1.474, 0.5] },
        { "a*cos(w*x+p)", [2, 2.57, 0.7], [1, 1.474, 0.5] },
        { "a*exp(-b^2*x)+c", [3, 0.6, 1], [1, 2, 0.5] },
        { "a*b*exp(-x)+sqrt(a^2)*x", [3, 0.6], [1, 1] },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void The_result_has_the_signs_of_the_start(string formula, double[] truth, double[] start)
    {
        Formula model = Formula.Parse(formula);
        for (int seed = 0; seed < 3; seed++)
        {
            double[] from = [.. start.Select((value, j) => value * (1 + (0.4 * Math.Sin(7 * ((3 * seed) + j)))))];
            double[] y = [.. X.Select((x, i) =>
                model.Evaluate(truth, x) + (0.05 * Math.Sin(i * i * 7.3 * (seed + 1))))];
            FitResult fit = CurveFit.Fit(model, X, y, from, Search);
            Assert.True(fit.IsCertified, fit.Message);
            Assert.All(fit.Parameters, p => Assert.True(p.Value * p.Start > 0, $"{p.Name} = {p.Value} from {p.Start}"));
            Assert.Contains(fit.Attempts, attempt => attempt.Estimates.SequenceEqual(fit.Estimates));
            Assert.True(fit.ChiSquared <= fit.Attempts.Min(attempt => attempt.ChiSquared) * (1 + 1e-12));
        }
    }

    [Fact]
    public void A_perfect_fit_has_the_signs_of_the_start()
    {
        double[] y = Array.ConvertAll(X, x => 3 * Math.Exp(-(x - 2) * (x - 2) / 4));
        Formula model = Formula.Parse("a*exp(-((x-b)/c)^2)");
        FitResult fit = CurveFit.Fit(model, X, y, [("a", 1), ("b", 4), ("c", -1)], Search);
        Assert.True(fit.IsCertified, fit.Message);
        Assert.Equal(-2, fit["c"].Value, 1e-8);
    }

    [Fact]
    public void A_sign_is_changed_neither_beyond_a_bound_nor_of_a_fixed_parameter()
    {
        Formula model = Formula.Parse("a*tanh((x-b)/c)+d");
        double[] y = [.. X.Select((x, i) => 1 + (2 * Math.Tanh(x - 5)) + (0.05 * Math.Sin(i * i * 7.3)))];
        StartValues start = [("a", 1), ("b", 4), ("c", -1), ("d", 0.5)];
        FitOptions bounded = Search with { Bounds = [("c", -9, -1e-3)] };
        FitResult fit = CurveFit.Fit(model, X, y, start, bounded);
        Assert.Equal(-2, fit["a"].Value, 0.1);
        Assert.Equal(-1, fit["c"].Value, 0.1);

        FitResult held = CurveFit.Fit(model, X, y, start, Search with { Fixed = ["c"] });
        Assert.Equal(-1, held["c"].Value);
        Assert.Equal(-2, held["a"].Value, 0.1);
    }
}
