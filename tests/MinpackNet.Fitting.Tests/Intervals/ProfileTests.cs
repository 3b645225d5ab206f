namespace MinpackNet.Fitting.Tests;

/// <summary>Intervals by profile likelihood: R's, exact ones, open ones and those at bounds.</summary>
public sealed class ProfileTests
{
    /// <summary>The ends are those that R 4.2 prints for confint(nls(...)), all lower ones first.</summary>
    public static TheoryData<string, double[], double[], double[], double, double[]> OfR => new()
    {
        { "V*x/(K + x)", RData.Treated, RData.Rate, [200, 0.1],
            0.95, [197.3021, 0.04692517, 229.2901, 0.08615995] },
        { "V*x/(K + x)", RData.Treated, RData.Rate, [200, 0.1],
            0.8, [203.0805, 0.05303450, 222.7503, 0.07703697] },
        { "V*x/(K + x)", RData.Treated[..11], [67, 51, 84, 86, 98, 115, 131, 124, 144, 158, 160], [160, 0.05],
            0.95, [145.6370, 0.03137460, 176.5444, 0.07006131] },
        { "top/(1 + exp((mid - log(x))/scal))", RData.Dose, RData.Density,
            [2.3, 1.5, 1], 0.95, [2.193544, 1.321454, 0.9743072, 2.538804, 1.678751, 1.114939] },
        { "a*exp(-k*x) + c", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
            [9.8, 7.4, 5.9, 4.7, 3.9, 3.1, 2.7, 2.3, 2.1, 1.8, 1.7, 1.6], [8, 0.3, 1],
            0.95, [8.278137, 0.2893924, 1.181460, 8.574938, 0.3192376, 1.428817] },
        { "a*x^b", RData.Speed, RData.Distance, [0.7, 1.5], 0.95, [0.1677142, 1.174215, 1.772004, 1.969288] },
    };

    [Theory]
    [MemberData(nameof(OfR))]
    public void The_intervals_are_those_of_R(
        string formula, double[] x, double[] y, double[] start, double level, double[] expected)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(formula), x, y, start);
        IReadOnlyList<Interval> intervals = fit.ProfileIntervals(level);
        double[] ends =
            [.. intervals.Select(interval => interval.Lower), .. intervals.Select(interval => interval.Upper)];
        // R finds the ends on a spline through the profile, which is off by up to 3e-4; lmfit's are sharp.
        Assert.All(expected.Zip(ends), pair => Assert.Equal(pair.First, pair.Second, 3e-4 * Math.Abs(pair.First)));
    }

    [Fact]
    public void Of_a_linear_model_they_are_the_usual_ones()
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        double[] y = [1.1, 2.9, 5.2, 6.8, 9.1, 11.2];
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), x, y, [0, 0]);
        Assert.All(fit.ProfileIntervals(0.9).Zip(fit.ConfidenceIntervals(0.9)), pair =>
        {
            Assert.Equal(pair.Second.Lower, pair.First.Lower, 1e-8);
            Assert.Equal(pair.Second.Upper, pair.First.Upper, 1e-8);
        });
    }

    [Fact]
    public void With_absolute_errors_the_quantile_is_normal()
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        double[] y = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4];
        FitOptions options = new() { Sigma = [0.2], AbsoluteSigma = true };
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-b*x)"), x, y, [5, 0.5], options);
        Interval interval = fit.ProfileIntervals(0.6826894921370859)[1];
        foreach (double end in (double[])[interval.Lower, interval.Upper])
        {
            FitResult there = CurveFit.Fit(
                Formula.Parse("a*exp(-b*x)"), x, y, [("a", 5), ("b", end)], options with { Fixed = ["b"] });
            Assert.Equal(1, there.ChiSquared - fit.ChiSquared, 1e-6);
        }
    }

    /// <summary>Points on the steep part alone leave the plateau open above.</summary>
    [Fact]
    public void What_the_data_leave_open_is_infinite()
    {
        double[] x = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6];
        double[] y = [1.02, 1.93, 3.08, 3.87, 5.06, 5.82];
        FitResult fit = CurveFit.Fit(Formula.Parse("V*x/(K + x)"), x, y, [50, 5]);
        Interval v = fit.ProfileIntervals()[0];
        Assert.InRange(v.Lower, 10, fit["V"].Value);
        Assert.Equal(double.PositiveInfinity, v.Upper);

        // A first step of a share of such an error would lead over zero, onto the branch where both are negative.
        Interval wide = fit.ProfileIntervals(0.99)[0];
        Assert.InRange(wide.Lower, 10, v.Lower);
        string report = fit.ToReport(profiles: fit.ProfileIntervals());
        Assert.Matches(@"\nby profile likelihood +95 % from +to\r?\nV +\d+\.?\d* +open\r?\n", report);
    }

    [Fact]
    public void A_bound_ends_an_interval()
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        double[] y = [1.1, 2.9, 5.2, 6.8, 9.1, 11.2];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a + b*x"), x, y, [1, 1], new() { Bounds = [("a", 0.99, double.PositiveInfinity)] });
        Assert.Equal(0.99, fit.ProfileIntervals()[0].Lower);
    }

    private const double Inf = double.PositiveInfinity;

    /// <summary>
    /// The ends are where the least sums of squares of SciPy's <c>least_squares(bounds=...)</c>, at values of one
    /// parameter, cross the level by <c>brentq</c>.
    /// </summary>
    public static TheoryData<string, double[], double[], double[], double[], double[], double[]> AtBounds => new()
    {
        { "a*exp(-k*x) + c", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
            [9.8, 6.6, 4.4, 2.8, 1.9, 1.1, 0.8, 0.35, 0.3, 0.05], [10, 0.4, 0.1], [-Inf, -Inf, 0], [Inf, Inf, Inf],
            [9.643349516, 10.13616476, 0.4013455004, 0.4377102573, 0, 0.08509392984] },
        { "top/(1 + (k/x)^n)", [0.1, 0.2, 0.5, 1, 2, 5, 10, 20],
            [0.4, 1.2, 3.9, 7.4, 11.9, 15.6, 17.4, 18.1], [20, 1.2, 0.9], [0, 0.01, 0.1], [Inf, Inf, 1],
            [18.61091661, 22.33249709, 1.263286864, 2.323842795, 0.8721530465, 1] },
        { "c + b*x + a*x^2", [0, 1, 2, 3, 4, 5, 6, 7], [1.1, 2.9, 5.3, 6.9, 9.2, 10.6, 12.2, 13.4],
            [2, 1, 0.1], [1.5, -Inf, 0], [Inf, Inf, Inf],
            [1.5, 2.01525817, 1.554710519, 1.856182254, 0, 0.03038232375] },
    };

    [Theory]
    [MemberData(nameof(AtBounds))]
    public void What_ends_at_a_bound_may_leave_it_while_others_are_profiled(
        string formula, double[] x, double[] y, double[] start, double[] lower, double[] upper, double[] expected)
    {
        Formula model = Formula.Parse(formula);
        string[] names = [.. model.ParameterNames];
        FitResult fit = CurveFit.Fit(model, x, y, start, new()
        {
            Bounds = [.. names.Select((name, j) => new ParameterBound(name, lower[j], upper[j]))],
        });
        Assert.Contains(fit.Parameters, parameter => parameter.Bound != BoundState.Free);
        IEnumerable<double> ends = fit.ProfileIntervals().SelectMany(end => (double[])[end.Lower, end.Upper]);
        Assert.All(expected.Zip(ends, (one, other) => (one, other)), pair =>
            Assert.Equal(pair.one, pair.other, 1e-7 * Math.Abs(pair.one)));
    }

    [Fact]
    public void A_report_says_that_a_limit_is_a_bound()
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        double[] y = [1.1, 2.9, 5.2, 6.8, 9.1, 11.2];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a + b*x"), x, y, [2, 1], new() { Bounds = [("a", 1.25, Inf)] });
        string report = fit.ToReport(profiles: fit.ProfileIntervals());
        Assert.Matches(@"\na +1\.25 \(bound\) +1\.\d+\r?\n", report);
    }

    [Fact]
    public void Fixed_parameters_have_no_width_and_failures_no_interval()
    {
        double[] x = [0, 1, 2, 3];
        double[] y = [1, 2.1, 2.9, 4.2];
        Formula line = Formula.Parse("a + b*x");
        FitResult fit = CurveFit.Fit(line, x, y, [1, 1], new() { Fixed = ["a"] });
        Assert.Equal(new(1, 1), fit.ProfileIntervals()[0]);
        Assert.True(fit.ProfileIntervals()[1].Contains(fit["b"].Value));
        FitResult failed = CurveFit.Fit(line, x, y, [0, 0], new() { Solver = new() { MaxEvaluations = 1 } });
        Assert.All(failed.ProfileIntervals(), interval => Assert.True(double.IsNaN(interval.Lower)));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => fit.ProfileIntervals(0));
    }

    /// <summary>On the way from a poor minimum of a sine lies a better one.</summary>
    [Fact]
    public void A_poor_minimum_is_found_out()
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => 0.2 * i)];
        double[] y = [.. x.Select((at, i) => Math.Sin(2 * at) + (0.3 * Math.Sin(i * i)))];
        FitResult poor = CurveFit.Fit(Formula.Parse("a*sin(w*x)"), x, y, [1, 2.55]);
        FitResult good = CurveFit.Fit(Formula.Parse("a*sin(w*x)"), x, y, [1, 2]);
        Assert.True(poor.Converged && poor.ChiSquared > 1.5 * good.ChiSquared);
        Interval w = poor.ProfileIntervals(0.999)[1];
        Assert.True(double.IsNaN(w.Lower) || double.IsNaN(w.Upper), w.ToString());
    }

    /// <summary>At a = 1 hardly anything depends on b, whose error is out of all proportion.</summary>
    [Theory]
    [InlineData("a^b^x", 1, 0.5)]
    [InlineData("a*exp(b*x)", 1e-300, 0)]
    [InlineData("a + 1e-300*b*x", 1, 1)]
    public void Wherever_a_fit_ends_there_is_an_answer(string formula, double a, double b)
    {
        double[] x = [5.4561, 5.4028, 0.38166];
        double[] y = [7.6803, 4.4652, 8.8267];
        FitResult fit = CurveFit.Fit(Formula.Parse(formula), x, y, [a, b]);
        Assert.All(
            fit.ProfileIntervals().Zip(fit.Estimates),
            pair => Assert.True(double.IsNaN(pair.First.Lower) || pair.First.Lower <= pair.Second));
    }

    [Fact]
    public void They_can_be_canceled()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(-b*x)"), RData.Treated, RData.Treated, [1, 1]);
        Assert.ThrowsAny<OperationCanceledException>(() => fit.ProfileIntervals(cancellationToken: source.Token));
    }
}
