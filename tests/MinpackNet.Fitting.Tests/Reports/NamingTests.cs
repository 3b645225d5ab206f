namespace MinpackNet.Fitting.Tests;

/// <summary>A report calls each number what it is.</summary>
public sealed class NamingTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5];
    private static readonly double[] Y = [3, 5.1, 7, 9.2, 10.9];
    private static readonly double[] Sigma = [1, 2, 1, 2, 1];
    private static readonly Formula Line = Formula.Parse("a*x + b");

    public static TheoryData<FitOptions, string, string> Distributions => new()
    {
        { new(), "t, 3 degrees of freedom", "normal" },
        { new() { Sigma = Sigma }, "t, 3 degrees of freedom", "normal" },
        { new() { Sigma = Sigma, AbsoluteSigma = true }, "normal", "normal" },
        { new() { AbsoluteSigma = true }, "t, 3 degrees of freedom", "normal" }, // without Sigma it has no effect
        { new() { Fixed = ["b"] }, "t, 4 degrees of freedom", "normal" },
    };

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Intervals_and_bands_name_their_distribution(FitOptions options, string t, string normal)
    {
        FitResult fit = CurveFit.Fit(Line, X, Y, [1, 1], options);
        Assert.Equal(t, fit.DistributionOf());
        Assert.Equal(normal, fit.DistributionOf(IntervalKind.Normal));
        Assert.Contains($"intervals: {t}, one parameter at a time", Lines(fit));
        Assert.Equal($"95 % confidence band ({t}, pointwise)", fit.ConfidenceBand(X).Title);
        Assert.Equal(
            $"99.9 % confidence band ({normal}, pointwise)", fit.ConfidenceBand(X, 0.999, IntervalKind.Normal).Title);
        Assert.Equal(
            $"90 % prediction band ({t}, pointwise)", fit.PredictionBand(X, 0.9, observationSigma: 1).Title);

        // What is called normal is the normal quantile.
        double factor = (fit.ConfidenceIntervals()[0].Upper - fit["a"].Value) / fit["a"].StandardError;
        Assert.Equal(t == "normal", Math.Abs(factor - 1.959963984540054) < 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => fit.DistributionOf((IntervalKind)7));
    }

    [Fact]
    public void One_degree_of_freedom_is_singular()
    {
        FitResult fit = CurveFit.Fit(Line, X[..3], Y[..3], [1, 1]);
        Assert.Contains("intervals: t, 1 degree of freedom, one parameter at a time", Lines(fit));
    }

    [Theory]
    [InlineData("a*log(b*x)", 400)]
    [InlineData("a*exp(b*x)", 2)]
    [InlineData("a/(b - b)", 400)]
    [InlineData("a*x^b", 3)]
    public void A_fit_that_did_not_converge_has_unknown_errors_and_no_intervals_to_name(string formula, int most)
    {
        FitOptions options = new() { Solver = LeastSquaresOptions.Default with { MaxEvaluations = most } };
        FitResult fit = CurveFit.Fit(Formula.Parse(formula), X, Y, [1, -1], options);
        string[] lines = Lines(fit);
        Assert.Contains("errors are unknown, because the fit did not converge", lines);
        Assert.Contains("? the error is unknown", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("intervals:", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("one standard error", StringComparison.Ordinal));
        string[] rows = [.. lines.Where(line => line.EndsWith("   ?", StringComparison.Ordinal))];
        Assert.Equal(2, rows.Length);
        Assert.All(rows, row => Assert.Matches(" unknown +unknown +unknown ", row));
        Assert.All(fit.Parameters, parameter => Assert.False(parameter.IsDetermined));
    }

    [Theory]
    [InlineData(0.95, "95")]
    [InlineData(0.07, "7")]
    [InlineData(0.999, "99.9")]
    [InlineData(0.9999999999999999, "99.99999999999999")]
    [InlineData(0.1 + 0.2, "30.000000000000004")]
    [InlineData(1e-8, "0.000001")]
    [InlineData(1e-12, "1e-10")]
    [InlineData(5e-324, "4.94065645841247e-322")]
    public void A_level_in_percent_has_all_its_digits(double level, string expected)
    {
        Assert.Equal(expected, NumberText.Percent(level));
        FitResult fit = CurveFit.Fit(Line, X, Y, [1, 1], new() { Sigma = [1], AbsoluteSigma = true });
        Assert.Contains($" {expected} % from ", fit.ToReport(level), StringComparison.Ordinal);
        Assert.StartsWith($"{expected} % ", fit.ConfidenceBand(X, level).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_standard_deviations_the_sum_of_squares_and_its_share_are_named_so()
    {
        string[] lines = Lines(CurveFit.Fit(Line, X, Y, [1, 1]));
        Assert.Equal(
            ["5 points, degrees of freedom", "sum of squares", "residual variance", "residual standard deviation",
                "R-squared", "AIC", "BIC"],
            Statistics(lines));
        Assert.DoesNotContain(lines, line => line.Contains("chi", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void With_standard_deviations_it_is_chi_squared_and_its_root_a_factor(bool isAbsolute)
    {
        FitOptions options = new() { Sigma = Sigma, AbsoluteSigma = isAbsolute };
        Assert.Equal(
            ["5 points, degrees of freedom", "chi-squared", "reduced chi-squared", "its root, a factor on sigma",
                "weighted R-squared", "AIC", "BIC"],
            Statistics(Lines(CurveFit.Fit(Line, X, Y, [1, 1], options))));
    }

    [Theory]
    [InlineData(false, "sum of squares")]
    [InlineData(true, "chi-squared")]
    public void Attempts_name_it_in_the_same_way(bool hasSigma, string name)
    {
        FitOptions options = new() { Strategy = FitStrategy.Search, Sigma = hasSigma ? Sigma : null };
        Assert.Contains(
            Lines(CurveFit.Fit(Line, X, Y, [1, 1], options)),
            line => line.StartsWith("attempt ", StringComparison.Ordinal)
                && line.Contains($"   {name}   ", StringComparison.Ordinal));
    }

    [Fact]
    public void Weighted_R_squared_and_criteria_are_those_of_their_documented_formulas()
    {
        FitResult fit = CurveFit.Fit(Line, X, Y, [1, 1], new() { Sigma = Sigma });
        double[] weights = [1, 0.25, 1, 0.25, 1];
        double mean = Y.Zip(weights, (y, w) => y * w).Sum() / 3.5;
        double total = Y.Zip(weights, (y, w) => w * (y - mean) * (y - mean)).Sum();
        Assert.Equal(1 - (fit.ChiSquared / total), fit.RSquared, 1e-14);

        // Two parameters and the variance.
        Assert.Equal(6 - (2 * fit.LogLikelihood), fit.Aic, 1e-12);
        FitResult known = CurveFit.Fit(Line, X, Y, [1, 1], new() { Sigma = Sigma, AbsoluteSigma = true });
        Assert.Equal(4 - (2 * known.LogLikelihood), known.Aic, 1e-12);
    }

    [Theory]
    [InlineData("a + b + c*x", 2, 3)]
    [InlineData("a*b*x", 1, 2)]
    [InlineData("a*x + b*x + c*x", 1, 3)]
    [InlineData("(a - b)*x + c*x^2", 2, 3)]
    public void Degrees_of_freedom_come_from_the_rank_and_the_report_says_so(string formula, int rank, int parameters)
    {
        // R: df.residual(lm(y ~ x + I(2*x))) is 3 for five points.
        double[] start = [1.5, 2, 3];
        FitResult fit = CurveFit.Fit(Formula.Parse(formula), X, Y, start[..parameters]);
        Assert.Equal(5 - rank, fit.DegreesOfFreedom);
        Assert.Contains(
            $"5 points, degrees of freedom ({parameters} parameters, rank {rank})", Statistics(Lines(fit)));
        Assert.Equal(fit.ChiSquared / (5 - rank), fit.ReducedChiSquared, 1e-12);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_told_with_the_numbers_of_its_point()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*log(x)"), (double[])[1, 2, -3.5, 4], [1, 2, 3, 4], [1]);
        Assert.Equal(
            "Failed: the model is NaN at point 2 (x = -3.5).", fit.Message);
        Predictors x = Predictors.FromColumns(("u", [1, 2]), ("v", [0, 0.5]));
        Assert.StartsWith(
            "Failed: the model is infinite at point 0 (u = 1, v = 0).",
            CurveFit.Fit(Formula.Parse("a*u/v", ["u", "v"]), x, [1, 2], [1]).Message,
            StringComparison.Ordinal);
    }

    private static string[] Lines(FitResult fit) => fit.ToString().Split(Environment.NewLine);

    /// <summary>The names in the table of statistics.</summary>
    private static string[] Statistics(string[] lines) =>
    [
        .. lines
            .SkipWhile(line => !line.Contains("degrees of freedom  ", StringComparison.Ordinal)
                && !line.Contains(", rank ", StringComparison.Ordinal))
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split("  ")[0]),
    ];
}
