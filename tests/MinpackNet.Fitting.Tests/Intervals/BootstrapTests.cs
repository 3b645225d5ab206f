using MathNet.Numerics.Distributions;

namespace MinpackNet.Fitting.Tests;

/// <summary>Bootstraps: against closed forms, with the options of the fit, and where there is none.</summary>
public sealed class BootstrapTests
{
    private const int Samples = 4000;

    private static readonly double[] X = [.. Enumerable.Range(0, 20).Select(i => 0.5 * i)];
    private static readonly double[] Noise =
    [
        0.31, -0.52, 0.14, 0.93, -0.27, -0.68, 0.45, 0.08, -1.12, 0.39, 0.61, -0.15, -0.33, 0.77, -0.84, 0.22, 0.05,
        -0.41, 0.58, -0.19,
    ];

    private static readonly double[] LineY = [.. X.Select((x, i) => 1 + (2 * x) + Noise[i])];
    private static readonly double[] DecayY = [.. X.Select((x, i) => (10 * Math.Exp(-0.4 * x)) + (0.3 * Noise[i]))];
    private static readonly Formula Line = Formula.Parse("a + b*x");
    private static readonly Formula Decay = Formula.Parse("a*exp(-k*x)");

    // Of a normal distribution, the standard deviation of B draws has a relative error of 1/√(2 B); five of those are
    // exceeded once in 1.7 million.
    private static readonly double MonteCarlo = 5 / Math.Sqrt(2 * Samples);

    public static TheoryData<BootstrapKind> Kinds => [.. Enum.GetValues<BootstrapKind>()];

    /// <summary>
    /// Refits of a linear model are linear in the drawn errors, so that the draws have the covariance (XᵀX)⁻¹ times the
    /// variance of the errors that are drawn from: here, of the residuals over √(1 - h) about their mean.
    /// </summary>
    [Fact]
    public void Of_a_linear_model_the_draws_have_the_covariance_of_the_drawn_errors()
    {
        FitResult fit = CurveFit.Fit(Line, X, LineY, [0, 0]);
        double mean = X.Average();
        double spread = X.Sum(x => (x - mean) * (x - mean));
        double[] errors = [.. fit.Residuals.Select((residual, i) =>
            residual / Math.Sqrt(1 - (1.0 / X.Length) - ((X[i] - mean) * (X[i] - mean) / spread)))];
        double variance = errors.Sum(e => Math.Pow(e - errors.Average(), 2)) / errors.Length;
        double ofResiduals = Math.Sqrt(variance / fit.ReducedChiSquared);
        Check(fit.Bootstrap(BootstrapKind.Residual, Samples), ofResiduals);
        Check(fit.Bootstrap(BootstrapKind.Parametric, Samples), 1);

        void Check(BootstrapResult bootstrap, double factor)
        {
            foreach ((BootstrapEstimate drawn, FitParameter linear) in bootstrap.Estimates().Zip(fit.Parameters))
            {
                double error = factor * linear.StandardError;
                Assert.Equal(error, drawn.StandardError, MonteCarlo * error);
                Assert.Equal(0, drawn.Bias, 5 * error / Math.Sqrt(Samples));
            }

            double correlation = bootstrap.Covariance[0, 1]
                / Math.Sqrt(bootstrap.Covariance[0, 0] * bootstrap.Covariance[1, 1]);
            double expected = fit.Correlation[0, 1];
            Assert.Equal(expected, correlation, 5 * (1 - (expected * expected)) / Math.Sqrt(Samples));
        }
    }

    /// <summary>
    /// The mean of points drawn with replacement has the variance of the points over their number, and the known
    /// skewness of a mean is what BCa corrects for. With 20 points the quantile is that of t for 19 degrees of freedom
    /// times √(20/19).
    /// </summary>
    [Fact]
    public void Points_drawn_with_replacement_have_the_variance_of_their_mean()
    {
        double[] y = [.. Noise.Select(e => Math.Exp(2 * e))];
        FitResult fit = CurveFit.Fit(Formula.Parse("a + 0*x"), X, y, [1]);
        BootstrapResult bootstrap = fit.Bootstrap(BootstrapKind.Case, Samples);
        double mean = y.Average();
        double second = y.Average(value => Math.Pow(value - mean, 2));
        double third = y.Average(value => Math.Pow(value - mean, 3));
        double error = Math.Sqrt(second / y.Length);
        BootstrapEstimate a = bootstrap.Estimates(0.95, BootstrapIntervalKind.Bca)[0];
        Assert.Equal(error, a.StandardError, 1.5 * MonteCarlo * error); // for the kurtosis of a skewed mean
        Assert.Equal(0, a.Bias, 5 * error / Math.Sqrt(Samples));

        double[] draws = [.. bootstrap.Draws("a").Order()];
        double acceleration = third / (6 * second * Math.Sqrt(second * y.Length));
        double bias = Normal.InvCDF(
            0, 1, draws.Count(draw => draw < mean) / (double)draws.Length);
        Assert.True(acceleration > 0.05);
        double quantile = 2.093024054408263 * Math.Sqrt(20 / 19.0);
        Assert.Equal(Percentile(Share(-quantile)), a.Interval.Lower, 1e-6);
        Assert.Equal(Percentile(Share(quantile)), a.Interval.Upper, 1e-6);
        Interval plain = bootstrap.Estimates()[0].Interval;
        Assert.Equal(Percentile(Normal.CDF(0, 1, -quantile)), plain.Lower, 1e-6);
        Assert.Equal(Percentile(Normal.CDF(0, 1, quantile)), plain.Upper, 1e-6);
        Assert.True(a.Interval.Upper > plain.Upper);

        double Share(double z) => Normal.CDF(
            0, 1, bias + ((bias + z) / (1 - (acceleration * (bias + z)))));

        double Percentile(double share)
        {
            double place = (share * (draws.Length + 1)) - 1;
            return draws[(int)place] + ((place - (int)place) * (draws[(int)place + 1] - draws[(int)place]));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_seed_and_nothing_else_sets_the_draws(BootstrapKind kind)
    {
        FitResult fit = CurveFit.Fit(Decay, X, DecayY, [10, 0.4]);
        double[] draws = fit.Bootstrap(kind, 300, seed: 7).Draws("k");
        Assert.Equal(draws, fit.Bootstrap(kind, 300, seed: 7).Draws("k"));
        Assert.NotEqual(draws, fit.Bootstrap(kind, 300, seed: 8).Draws("k"));
        Assert.Equal(fit.Bootstrap(kind, 200).Draws("a")[..100], fit.Bootstrap(kind, 100).Draws("a"));
        foreach (int threads in (int[])[1, 3])
        {
            FitOptions options = new() { Solver = new() { MaxDegreeOfParallelism = threads } };
            FitResult again = CurveFit.Fit(Decay, X, DecayY, [10, 0.4], options);
            Assert.Equal(draws, again.Bootstrap(kind, 300, seed: 7).Draws("k"));
        }
    }

    /// <summary>A refit is the fit of its data set: the draws of a few sets are those of fits one by one.</summary>
    [Fact]
    public void Functions_have_the_draws_of_formulas()
    {
        FitResult formula = CurveFit.Fit(Decay, X, DecayY, [10, 0.4]);
        FitResult function = CurveFit.Fit((p, x) => p[0] * Math.Exp(-p[1] * x), X, DecayY, [("a", 10), ("k", 0.4)]);
        foreach (BootstrapKind kind in Enum.GetValues<BootstrapKind>())
        {
            Assert.All(
                formula.Bootstrap(kind, 50).Draws("k").Zip(function.Bootstrap(kind, 50).Draws("k")),
                pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }
    }

    /// <summary>A point of a tenth of the weight scatters ten times as much, and counts a hundredth.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weights_count(BootstrapKind kind)
    {
        double[] sigma = [.. X.Select((_, i) => i % 2 == 0 ? 0.1 : 1)];
        double[] y = [.. X.Select((x, i) => 1 + (2 * x) + (sigma[i] * Noise[i]))];
        FitResult fit = CurveFit.Fit(Line, X, y, [0, 0], new() { Sigma = sigma });
        foreach ((BootstrapEstimate drawn, FitParameter linear) in fit.Bootstrap(kind).Estimates().Zip(fit.Parameters))
        {
            // Without the weights, errors are some three times as large.
            Assert.InRange(drawn.StandardError / linear.StandardError, 0.7, 1.4);
        }
    }

    [Fact]
    public void Absolute_errors_are_those_of_normal_draws()
    {
        FitOptions options = new() { Sigma = [2.0], AbsoluteSigma = true };
        FitResult fit = CurveFit.Fit(Line, X, LineY, [0, 0], options);
        double error = fit.Parameters[1].StandardError;
        Assert.Equal(
            error, fit.Bootstrap(BootstrapKind.Parametric, Samples).Estimates()[1].StandardError, MonteCarlo * error);
        Assert.True(fit.Bootstrap(BootstrapKind.Residual).Estimates()[1].StandardError < 0.5 * error);
        FitResult two = CurveFit.Fit(Line, [0, 1], [0.0, 1.0], [0, 0], options);
        Assert.Null(two.Bootstrap(BootstrapKind.Parametric).Objection);
        Assert.Equal("there are as many parameters as points", two.Bootstrap().Objection);
    }

    [Fact]
    public void Fixed_parameters_stay_and_ties_hold()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*exp(-k*x) + c").Tie(("c", "a/100")), X, DecayY, [("a", 10), ("k", 0.4)],
            new() { Fixed = ["a"] });
        BootstrapResult bootstrap = fit.Bootstrap(samples: 200);
        Assert.All(bootstrap.Draws("a"), draw => Assert.Equal(10, draw));
        BootstrapEstimate a = bootstrap.Estimates()[0];
        Assert.Equal(new(10, 10), a.Interval);
        Assert.Equal(0, a.StandardError);
        Assert.Equal(0.1, bootstrap.Derive("c").Interval.Upper);
        Assert.True(bootstrap.Estimates()[1].StandardError > 0);
    }

    [Fact]
    public void Bounds_hold_in_all_refits_and_a_held_parameter_may_move()
    {
        FitOptions options = new() { Bounds = [("a", 1.2, double.PositiveInfinity)] };
        FitResult fit = CurveFit.Fit(Line, X, LineY, [2, 2], options);
        Assert.Equal(BoundState.AtLower, fit["a"].Bound);
        BootstrapResult bootstrap = fit.Bootstrap(BootstrapKind.Case, 400);
        double[] draws = bootstrap.Draws("a");
        Assert.True(draws.Min() == 1.2 && draws.Max() > 1.2);
        Assert.Equal(0, bootstrap.FailedCount);
        BootstrapEstimate a = bootstrap.Estimates(0.9)[0];
        Assert.Equal(1.2, a.Interval.Lower);
        Assert.True(
            double.IsNaN(bootstrap.Estimates(0.9, BootstrapIntervalKind.Bca)[0].Interval.Lower),
            "how a would move is unknown");
        Assert.True(bootstrap.Estimates()[1].Interval.Contains(fit["b"].Value));
    }

    /// <summary>By the delta method it is symmetric; the draws of a ratio are not.</summary>
    [Fact]
    public void A_derived_quantity_has_the_draws_of_its_formula()
    {
        BootstrapResult bootstrap = CurveFit.Fit(Decay, X, DecayY, [10, 0.4]).Bootstrap(samples: 1000);
        BootstrapEstimate half = bootstrap.Derive("log(2)/k", "half", 0.9);
        double[] draws = [.. bootstrap.Draws("k").Select(k => Math.Log(2) / k).Order()];
        Assert.Equal("half", half.Name);
        Assert.Equal(draws.Average() - half.Value, half.Bias, 1e-12);
        // With 18 degrees of freedom t is 1.7341, beyond which lie 4.145 % of normal draws on either side.
        Assert.InRange(half.Interval.Lower, draws[40], draws[41]);
        Assert.InRange(half.Interval.Upper, draws[958], draws[959]);
        Assert.Equal("q", Assert.Throws<ArgumentException>(() => bootstrap.Derive("q")).Message[..1]);
        BootstrapEstimate undefined = bootstrap.Derive("log(k - 0.4)");
        Assert.True(undefined.FailedCount > 100 && double.IsNaN(undefined.StandardError), undefined.ToString());
    }

    /// <summary>Two points at each end: a draw of four has both ends with a probability of 7/8.</summary>
    [Fact]
    public void Data_sets_that_do_not_determine_the_parameters_fail_and_are_told()
    {
        double[] x = [0, 0, 3, 3];
        FitResult fit = CurveFit.Fit(Line, x, [1.1, 0.9, 7.2, 6.9], [0, 0]);
        BootstrapResult bootstrap = fit.Bootstrap(BootstrapKind.Case, Samples);
        double expected = Samples / 8.0;
        Assert.Equal(expected, bootstrap.FailedCount, 5 * Math.Sqrt(expected * 7 / 8));
        Assert.Equal(
            $"{bootstrap.FailedCount} of {Samples} refits failed, and the others do not stand for all",
            bootstrap.Objection);
        Assert.All(bootstrap.Estimates(), estimate => Assert.True(double.IsNaN(estimate.Interval.Lower)));
        Assert.True(double.IsNaN(bootstrap.Covariance[0, 0]));
        Assert.Contains("bootstrap: unknown, because", fit.ToReport(bootstrap: bootstrap), StringComparison.Ordinal);
        Assert.Equal(Samples - bootstrap.FailedCount, bootstrap.Draws("a").Length);

        double[] more = [0, 0, 0, 1, 3, 3, 3];
        FitResult better = CurveFit.Fit(Line, more, [1.1, 0.9, 1, 3.1, 7.2, 6.9, 7], [0, 0]);
        BootstrapResult few = better.Bootstrap(BootstrapKind.Case, Samples);
        Assert.InRange(few.FailedCount, 1, 100);
        Assert.Null(few.Objection);
        Assert.Contains($"seed 1, {few.FailedCount} failed", better.ToReport(bootstrap: few), StringComparison.Ordinal);
    }

    [Fact]
    public void Fits_without_errors_have_no_bootstrap()
    {
        FitOptions one = new() { Solver = new() { MaxEvaluations = 1 } };
        Assert.Equal("the fit did not converge", CurveFit.Fit(Decay, X, DecayY, [1, 1], one).Bootstrap().Objection);
        Assert.Equal(
            "parameters act only together",
            CurveFit.Fit(Formula.Parse("a*b*x"), X, LineY, [1, 1]).Bootstrap().Objection);
        BootstrapResult none = CurveFit.Fit(Line, [0, 1], [0.0, 1.0], [0, 0]).Bootstrap();
        Assert.Equal("there are as many parameters as points", none.Objection);
        Assert.All(none.Estimates(), estimate => Assert.True(double.IsNaN(estimate.StandardError)));
        Assert.Empty(none.Draws("a"));
        Assert.True(double.IsNaN(none.Derive("a/b").Bias));
    }

    [Fact]
    public void With_a_loss_points_are_drawn()
    {
        double[] y = [.. LineY];
        y[4] += 100;
        FitResult fit = CurveFit.Fit(Line, X, y, [0, 0], new() { Loss = Loss.Huber(0.5) });
        BootstrapResult bootstrap = fit.Bootstrap(BootstrapKind.Case, 200);
        Assert.Null(bootstrap.Objection);
        Assert.True(bootstrap.Estimates()[1].Interval.Contains(2));
        Assert.StartsWith(
            "With a loss, errors need not be alike, so Residual has no errors to draw. Pass Case",
            Assert.Throws<ArgumentException>("kind", () => fit.Bootstrap()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        FitResult fit = CurveFit.Fit(Line, X, LineY, [0, 0]);
        Assert.Throws<ArgumentOutOfRangeException>("samples", () => fit.Bootstrap(samples: 1));
        Assert.Throws<ArgumentOutOfRangeException>("samples", () => fit.Bootstrap(samples: int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => fit.Bootstrap((BootstrapKind)3));
        BootstrapResult bootstrap = fit.Bootstrap(samples: 39);
        Assert.Throws<ArgumentOutOfRangeException>("level", () => bootstrap.Estimates(1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "kind", () => bootstrap.Estimates(0.9, (BootstrapIntervalKind)2));
        Assert.Throws<KeyNotFoundException>(() => bootstrap.Draws("q"));
    }

    /// <summary>A quantity without a value is not one of too few refits.</summary>
    [Fact]
    public void What_is_not_finite_is_told_as_such()
    {
        FitResult fit = CurveFit.Fit(Line, X, LineY, [0, 0]);
        string name = fit.Parameters[0].Name;
        DerivedQuantity none = fit.Derive($"log(-exp({name}))", "none");
        Assert.True(double.IsNaN(none.StandardError));
        string report = fit.ToReport(derived: [none], bootstrap: fit.Bootstrap(samples: 1000));
        Assert.Contains(
            "\nnone is not finite in 1000 of 1000 refits, and the others do not stand for all",
            report.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("unknown ends", report, StringComparison.Ordinal);
    }

    /// <summary>
    /// With 18 degrees of freedom t is 2.1009, beyond which lie 1.78 % of normal draws on either side: 56 draws have
    /// one there.
    /// </summary>
    [Fact]
    public void An_end_beyond_the_draws_is_unknown()
    {
        FitResult fit = CurveFit.Fit(Line, X, LineY, [0, 0]);
        Assert.True(double.IsFinite(Ends(56).Lower));
        Assert.Equal(new(double.NaN, double.NaN), Ends(55));
        Assert.Contains(
            "unknown ends lie beyond the draws: they take 225 refits",
            fit.ToReport(bootstrap: fit.Bootstrap(samples: 55)),
            StringComparison.Ordinal);
        FitResult known = CurveFit.Fit(Line, X, LineY, [0, 0], new() { Sigma = [0.5], AbsoluteSigma = true });
        BootstrapResult normal = known.Bootstrap(BootstrapKind.Parametric, 39);
        Assert.True(double.IsFinite(normal.Estimates(0.94)[0].Interval.Upper));

        Interval Ends(int samples) =>
            fit.Bootstrap(samples: samples).Estimates()[0].Interval;
    }

    [Fact]
    public void It_tells_its_progress_and_can_be_canceled()
    {
        FitResult fit = CurveFit.Fit(Decay, X, DecayY, [10, 0.4]);
        Last last = new();
        fit.Bootstrap(samples: 30_000, progress: last);
        Assert.Equal(30_000, last.Value);
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => fit.Bootstrap(cancellationToken: source.Token));
    }

    [Fact]
    public void The_report_has_it()
    {
        FitResult fit = CurveFit.Fit(Decay, X, DecayY, [10, 0.4], new() { Fixed = ["a"] });
        string report = fit.ToReport(0.9, bootstrap: fit.Bootstrap(BootstrapKind.Parametric, 500, seed: 3));
        Assert.Matches(
            @"\nby bootstrap +bias +std\. error +90 % from +to\r?\nk +-?\d\S* +0\.00\d+ +0\.\d+ +0\.\d+\r?\n"
            + @"500 refits, normal errors, seed 3; percentile intervals\r?\n",
            report);
    }

    private sealed class Last : IProgress<int>
    {
        private int _value;

        public int Value => _value;

        public void Report(int value) => _value = Math.Max(_value, value);
    }
}
