namespace MinpackNet.Fitting.Tests;

/// <summary>Counts, against R's glm with family poisson: see the call at each figure.</summary>
public sealed class CountTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    private static readonly double[] Decay = [52, 41, 27, 22, 11, 9, 5, 4, 0, 2];
    private static readonly double[] Line = [3, 5, 4, 9, 8, 12, 11, 16, 15, 19];
    private static readonly FitOptions Counts = new()
    {
        Counts = true,
        Solver = new() { FunctionTolerance = 1e-15, StepTolerance = 1e-15 },
    };

    [Fact]
    public void A_decay_is_that_of_R()
    {
        // glm(y ~ x, family = poisson(link = "log"), control = glm.control(epsilon = 1e-15, maxit = 100))
        FitResult fit = CurveFit.Fit(Formula.Parse("exp(a + b*x)"), X, Decay, [("a", 3), ("b", -0.2)], Counts);
        Assert.True(fit.Succeeded);
        // At a minimum half of the digits of the deviance are those of the estimates.
        Assert.Equal(4.045845452977035, fit["a"].Value, 1e-8);
        Assert.Equal(-0.391262920119814, fit["b"].Value, 1e-8);
        Assert.Equal(0.1023670672798295, fit["a"].StandardError, 1e-8);
        Assert.Equal(0.0363760852303308, fit["b"].StandardError, 1e-8);
        Assert.Equal(6.92527323144199, fit.ChiSquared, 1e-12);
        Assert.Equal(50.0140894741193, fit.Aic, 1e-11);
        Assert.Equal(50.6192596601074, fit.Bic, 1e-11);
        Assert.Equal(-23.0070447370597, fit.LogLikelihood, 1e-11);
        Assert.True(fit.HasAbsoluteSigma);
        Assert.False(fit.HasSigma);
        Assert.Equal("normal", fit.DistributionOf());
    }

    [Fact]
    public void A_line_is_that_of_R_with_all_derivatives()
    {
        // The same with poisson(link = "identity").
        foreach (Model model in new[]
        {
            Formula.Parse("a + b*x"),
            Model.FromCurve((p, x) => p[0] + (p[1] * x)),
        })
        {
            FitResult fit = CurveFit.Fit(model, X, Line, [("a", 1), ("b", 1)], Counts);
            Assert.True(fit.Succeeded);
            Assert.Equal(2.73377806545198, fit.Estimates[0], 1e-6);
            Assert.Equal(1.65916042989956, fit.Estimates[1], 1e-6);
            Assert.Equal(1.228833568463493, fit.StandardErrors[0], 1e-6);
            Assert.Equal(0.312952986314551, fit.StandardErrors[1], 1e-6);
            Assert.Equal(1.97671614427917, fit.ChiSquared, 1e-10);
            Assert.Equal(46.2632662781841, fit.Aic, 1e-9);
            Assert.Equal(0.325308528269696, fit.ConfidenceIntervals()[0].Lower, 1e-5);
        }
    }

    [Fact]
    public void Profile_intervals_are_those_of_the_deviance()
    {
        // confint of the fit above in R (MASS), by the deviance: the ends are where it has grown by qchisq(0.95, 1).
        FitResult fit = CurveFit.Fit(Formula.Parse("exp(a + b*x)"), X, Decay, [("a", 3), ("b", -0.2)], Counts);
        Interval slope = fit.ProfileIntervals()[1];
        FitResult held = CurveFit.Fit(
            Formula.Parse("exp(a + b*x)"),
            X,
            Decay,
            [("a", 4), ("b", slope.Lower)],
            Counts with { Fixed = ["b"] });
        Assert.Equal(3.841458820694124, held.ChiSquared - fit.ChiSquared, 1e-6);
    }

    [Fact]
    public void The_report_speaks_of_deviance()
    {
        string report = CurveFit.Fit(
            Formula.Parse("a*exp(b*x)"), X, Decay, [("a", 50), ("b", -0.3)], Counts).ToReport();
        Assert.Contains("\ndeviance ", report.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("R-squared", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_sets_of_counts_are_fitted_together()
    {
        FitDataSet[] sets = [new(X, Decay), new(X, [.. Decay.Select(y => 2 * y)])];
        GlobalFit fit = CurveFit.FitGlobal(
            Formula.Parse("a*exp(b*x)"), sets, ["b"], [("a", 50), ("b", -0.3)], Counts);
        Assert.True(fit.Fit.Succeeded);
        Assert.Equal(-0.391262920119814, fit.Fit["b"].Value, 1e-7);
        Assert.Equal(2, fit.Sets[1]["a"].Value / fit.Sets[0]["a"].Value, 1e-7);
    }

    [Fact]
    public void A_fit_needs_no_start_and_far_tails_do_no_harm()
    {
        double[] x = [.. Enumerable.Range(0, 61).Select(i => 10.0 * i)];
        double[] y = [.. x.Select(v => Math.Round(80 * Math.Exp(-(v - 300) * (v - 300) / (2 * 12.0 * 12))))];
        FitResult fit = CurveFit.Fit(Formula.Parse("h*exp(-(x - m)^2/(2*s^2))"), x, y, new() { Counts = true });
        Assert.True(fit.Succeeded, fit.ToReport());
        Assert.Equal(300, fit["m"].Value, 0.1);
        // exp(-312) is zero in the square root's range only; at 0 and 600 the model is about 1e-134.
        Assert.Equal(12 / Math.Sqrt(fit.Fitted.Sum()), fit["m"].StandardError, 0.02);
    }

    [Fact]
    public void An_end_at_the_edge_where_the_model_turns_negative_is_no_success()
    {
        double[] x = [.. Enumerable.Range(0, 12).Select(i => (double)i)];
        double[] y = [14, 9, 10, 5, 4, 3, 1, 0, 0, 0, 0, 0];
        foreach (FitOptions options in new[]
        {
            new FitOptions { Counts = true },
            new FitOptions { Counts = true, Bounds = [new("b", Upper: 0)] },
        })
        {
            FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), x, y, [("a", 10), ("b", -0.5)], options);
            Assert.False(fit.Succeeded);
            Assert.True(fit.Diagnoses.Any(d => d.Kind == DiagnosisKind.EdgeOfCounts), fit.ToReport());
        }
    }

    [Fact]
    public void Counts_that_scatter_too_much_are_told()
    {
        double[] y = [.. Decay.Select((count, i) => Math.Round(10 * count * (i % 2 == 0 ? 1.3 : 0.7)))];
        FitResult fit = CurveFit.Fit(Formula.Parse("exp(a + b*x)"), X, y, [("a", 6), ("b", -0.4)], Counts);
        Diagnosis told = Assert.Single(fit.Diagnoses, d => d.Kind == DiagnosisKind.UnexpectedScatter);
        Assert.Contains("times as much as counts do", told.Message, StringComparison.Ordinal);
        Assert.True(fit.Succeeded);
    }

    [Theory]
    [InlineData(0.1, "The residuals scatter 10 times as much as the standard deviations say")]
    [InlineData(1, null)]
    [InlineData(10, "The residuals scatter 0.1 times as much as the standard deviations say")]
    public void Known_standard_deviations_are_compared_with_the_residuals(double factor, string? expected)
    {
        double[] x = [.. Enumerable.Range(0, 60).Select(i => (double)i)];
        double[] y = [.. x.Select((v, i) => v + (i % 4 is 0 or 3 ? 1 : -1))];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*x + b"), x, y, [1, 0], new() { Sigma = [factor * 1.0165], AbsoluteSigma = true });
        Assert.Equal(
            expected is null ? 0 : 1,
            fit.Diagnoses.Count(d => d.Kind == DiagnosisKind.UnexpectedScatter
                && d.Message.StartsWith(expected!, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1e-9, 3.0)]
    [InlineData(3.0 - 1e-9, 3.0)]
    [InlineData(3.0 + 2e-4, 3.0)]
    [InlineData(3.0 + 4e-3, 3.0)]
    [InlineData(700.0, 3.0)]
    [InlineData(2.0, 0.0)]
    public void The_root_of_the_deviance_is_smooth(double mean, double y)
    {
        double residual = PoissonDeviance.Residual(y, mean);
        double step = 1e-5 * Math.Min(mean, 1);
        double change = PoissonDeviance.Residual(y, mean + step) - PoissonDeviance.Residual(y, mean - step);
        double slope = change / (2 * step);
        Assert.Equal(1, PoissonDeviance.Slope(y, mean, residual) / slope, 1e-6);
        double deviance = (y == 0 ? 0 : 2 * y * Math.Log(y / mean)) - (2 * (y - mean));
        Assert.Equal(deviance, residual * residual, 1e-12);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Formula model = Formula.Parse("a + b*x");
        StartValues start = [("a", 1), ("b", 1)];
        Fails(
            "Value 0 of y is -1, which is no count",
            () => CurveFit.Fit(model, X, [-1, .. Line.Skip(1)], start, Counts));
        Fails(
            "Counts and Sigma contradict each other",
            () => CurveFit.Fit(model, X, Line, start, Counts with { Sigma = [1] }));
        Fails(
            "Counts and Loss contradict each other",
            () => CurveFit.Fit(model, X, Line, start, Counts with { Loss = Loss.Huber(1) }));
        Fails(
            "Counts has no effect with FitStrategy.Search",
            () => CurveFit.Fit(model, X, Line, start, Counts with { Strategy = FitStrategy.Search }));
        Fails("Counts is for one fit at a time", () => CurveFit.FitMany(model, X, [Line], start, Counts));
        Assert.Contains(
            "the model is -4 at point 0 (x = 0), and the expectation of a count is above zero",
            CurveFit.Fit(model, X, Line, [("a", -4), ("b", 1)], Counts).Message,
            StringComparison.Ordinal);
    }

    private static void Fails(string message, Action action) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
