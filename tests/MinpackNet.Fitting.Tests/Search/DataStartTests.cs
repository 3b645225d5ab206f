namespace MinpackNet.Fitting.Tests;

/// <summary>Fits without start values find what the data were made from, in any unit.</summary>
public sealed class DataStartTests
{
    /// <summary>
    /// Models as they are written, the values behind the data in the order of the names, and the places.
    /// </summary>
    public static TheoryData<string, double[], double, double, int> Models => new()
    {
        { "d + (a - d)/(1 + (x/c)^b)", [2.4, 0.1, 12, 1.3], 0.1, 300, 24 },
        { "e0 + em*x^h/(k^h + x^h)", [3, 90, 1.7, 22], 0, 500, 20 },
        { "a*exp(-k*x) + c", [30, 0.004, 5], 0, 100, 60 },
        { "a*exp(-x/t) + c", [3, 2.2e-6, 0.4], 0, 2e-5, 80 },
        { "a*exp(-b*x) + c*exp(-d*x)", [6, 1.7, 3, 0.22], 0, 12, 80 },
        { "a*exp(-(x - m)^2/(2*s^2)) + b + c*x", [40, 713, 2.5, 10, 0.08], 0, 1000, 500 },
        { "a*g^2/((x - m)^2 + g^2) + b", [25, 1.5, 186, 60], 0, 1000, 500 },
        { "K/(1 + exp(b - r*x))", [320, 98.1, 0.05], 1900, 2020, 25 },
        { "a*sin(2*pi*f*x + p) + c", [325, 50.02, 1.1, 4], 0, 0.4, 400 },
        { "a*exp(-b*x)*sin(w*x + p)", [4, 0.15, 9.1, 0.7], 0, 15, 250 },
        { "(a + b*x)/(1 + c*x + d*x^2)", [2, 1.3, -0.35, 0.05], 0, 20, 60 },
        { "A*exp(-E/(8.314*x))", [2e9, 52000], 280, 380, 21 },
        { "10^(A - B/(C + x))", [8.07, 1730, 233], 5, 100, 20 },
        { "a + b*tanh((x - c)/d)", [1, 2, 0.61, 0.04], 0, 1, 80 },
        { "a*x^b + c", [2.5, 0.4, -3], 1, 400, 50 },
        { "a*exp(-b*exp(-c*x))", [90, 6, 0.12], 0, 60, 31 },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void The_lowest_minimum_is_found_and_certified(
        string text, double[] truth, double from, double to, int count)
    {
        Formula formula = Formula.Parse(text);
        (double[] x, double[] y) = Data(formula, truth, from, to, count);
        FitResult known = CurveFit.Fit(formula, x, y, truth);
        FitResult fit = CurveFit.Fit(formula, x, y);
        Assert.True(fit.IsCertified, fit.Message);
        Assert.Equal(1, fit.ChiSquared / known.ChiSquared, 1e-6);
        Assert.All(
            fit.StandardErrors.Zip(known.StandardErrors), pair => Assert.Equal(1, pair.First / pair.Second, 0.01));
    }

    [Fact]
    public void Of_many_points_some_are_searched_and_all_are_fitted()
    {
        Formula formula = Formula.Parse("a*exp(-((x - m)/s)^2) + b + c*x");
        (double[] x, double[] y) = Data(formula, [30, 412, 7, 2, 0.01], 0, 1000, 40000);
        FitResult known = CurveFit.Fit(formula, x, y, [30, 412, 7, 2, 0.01]);
        FitResult fit = CurveFit.Fit(formula, x, y, new() { Sigma = [.. y.Select(_ => 1.0)] });
        Assert.True(fit.IsCertified, fit.Message);
        Assert.Contains(
            "; among 4000 of the 40000 points, two independent searches end in it",
            fit.Message,
            StringComparison.Ordinal);
        Assert.Equal(40000, fit.Fitted.Count);
        Assert.Equal("all points", fit.Attempts[^1].Name);
        Assert.EndsWith(", 4000 points", fit.Attempts[0].Name, StringComparison.Ordinal);
        Assert.Equal(1, fit.ChiSquared / known.ChiSquared, 1e-12);
        Assert.Equal(1, fit["m"].Value / known["m"].Value, 1e-8);
    }

    [Theory]
    [InlineData(1e9, 1e-9)]
    [InlineData(1e-9, 1e9)]
    [InlineData(1e-7, 1e-7)]
    public void Other_units_change_nothing(double unitOfX, double unitOfY)
    {
        Formula formula = Formula.Parse("a*exp(-((x - m)/s)^2) + b");
        (double[] x, double[] y) = Data(formula, [3, 40, 5, 1], 0, 100, 60);
        FitResult here = CurveFit.Fit(formula, x, y);
        FitResult there = CurveFit.Fit(
            formula,
            Array.ConvertAll(x, value => value * unitOfX),
            Array.ConvertAll(y, value => value * unitOfY));
        Assert.True(here.IsCertified && there.IsCertified, there.Message);
        double[] units = [unitOfY, unitOfX, unitOfX, unitOfY];
        Assert.All(
            Enumerable.Range(0, 4),
            j => Assert.Equal(1, there.Estimates[j] / units[j] / here.Estimates[j], 1e-6));
    }

    [Fact]
    public void The_same_data_give_the_same_bits()
    {
        Formula formula = Formula.Parse("a*exp(-k*x) + c");
        (double[] x, double[] y) = Data(formula, [3, 0.5, 1], 0, 10, 30);
        FitResult first = CurveFit.Fit(formula, x, y);
        Assert.Equal(first.Estimates, CurveFit.Fit(formula, x, y).Estimates);
        Assert.Equal(first.Evaluations, CurveFit.Fit(formula, x, y).Evaluations);
    }

    [Fact]
    public void Noise_is_not_certified()
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => (double)i)];
        double[] y = [.. x.Select(Noise)];
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-((x - m)/s)^2) + b"), x, y);
        Assert.False(fit.IsCertified);
        Assert.False(fit.Succeeded);
    }

    [Fact]
    public void Several_predictors_need_no_start_either()
    {
        Formula formula = Formula.Parse("a*exp(-b*t)*c^u/(1 + c^u)", ["t", "u"]);
        double[] t = [.. Enumerable.Range(0, 48).Select(i => (i % 8) / 2.0)];
        double[] u = [.. Enumerable.Range(0, 48).Select(i => (i / 8) - 2.0)];
        double[] truth = [5, 0.7, 3];
        double[] y = [.. t.Select((at, i) => formula.Evaluate(truth, at, u[i]) + (0.01 * Noise(i)))];
        FitResult fit = CurveFit.Fit(formula, Predictors.FromColumns(("t", t), ("u", u)), y);
        Assert.True(fit.IsCertified, fit.Message);
        Assert.All(fit.Estimates.Zip(truth), pair => Assert.Equal(1, pair.First / pair.Second, 0.05));
    }

    /// <summary>Of the two decays either may be the first; what is given says which.</summary>
    [Theory]
    [InlineData(1.7, 0.22)]
    [InlineData(0.22, 1.7)]
    public void Starts_of_some_parameters_narrow_the_search(double b, double d)
    {
        Formula formula = Formula.Parse("a*exp(-b*x) + c*exp(-d*x)");
        (double[] x, double[] y) = Data(formula, [6, 1.7, 3, 0.22], 0, 12, 80);
        FitResult fit = CurveFit.Fit(formula, x, y, [("b", b)], new() { Strategy = FitStrategy.Search });
        Assert.True(fit.IsCertified, fit.Message);
        Assert.Equal(1, fit["b"].Value / b, 0.05);
        Assert.Equal(1, fit["d"].Value / d, 0.1);
    }

    [Fact]
    public void Bounds_narrow_the_search()
    {
        Formula formula = Formula.Parse("a*exp(-b*x) + c*exp(-d*x)");
        (double[] x, double[] y) = Data(formula, [6, 1.7, 3, 0.22], 0, 12, 80);
        FitResult fit = CurveFit.Fit(formula, x, y, new FitOptions { Bounds = [("b", 0, 1), ("d", 1, 10)] });
        Assert.True(fit.Converged, fit.Message);
        Assert.Equal(1, fit["d"].Value / 1.7, 0.05);
    }

    [Fact]
    public void A_fixed_parameter_needs_a_value()
    {
        Formula formula = Formula.Parse("a*exp(-k*x) + c");
        (double[] x, double[] y) = Data(formula, [3, 0.5, 1], 0, 10, 30);
        FitOptions options = new() { Fixed = ["c"], Strategy = FitStrategy.Search };
        ArgumentException error = Assert.Throws<ArgumentException>(() => CurveFit.Fit(formula, x, y, options));
        Assert.StartsWith("c is fixed but has no start value to stay at.", error.Message, StringComparison.Ordinal);
        FitResult fit = CurveFit.Fit(formula, x, y, [("c", 1)], options);
        Assert.True(fit.IsCertified, fit.Message);
        Assert.Equal(1, fit["c"].Value);
        Assert.Equal(1, fit["k"].Value / 0.5, 0.05);
    }

    [Fact]
    public void A_linear_model_is_proven_at_once()
    {
        Formula formula = Formula.Parse("a + b*x + c*x^2");
        (double[] x, double[] y) = Data(formula, [3, -0.5, 0.1], 0, 10, 30);
        FitResult fit = CurveFit.Fit(formula, x, y);
        Assert.True(fit.IsCertified);
        Assert.Contains("linear in its parameters", fit.Message, StringComparison.Ordinal);
        Assert.InRange(fit.Evaluations, 1, 200);
    }

    private static (double[] X, double[] Y) Data(Formula formula, double[] truth, double from, double to, int count)
    {
        double[] x = [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)))];
        double[] clean = Array.ConvertAll(x, at => formula.Evaluate(truth, at));
        double range = clean.Max() - clean.Min();
        return (x, [.. clean.Select((value, i) => value + (0.01 * range * Noise(i)))]);
    }

    /// <summary>Numbers about as large as those of a normal distribution, in no order.</summary>
    private static double Noise(double i) => 2 * Math.Sin(12.9898 * i * i) * Math.Cos(78.233 * i);
}
