namespace MinpackNet.Fitting.Tests;

/// <summary>A report is a page that a person can read.</summary>
public sealed class ReportTests
{
    private const string Saturating = "a*(1 - exp(-x/b)) + c";

    private static readonly NistData Data = NistData.Of("Misra1a");
    private static readonly double[] X = [1, 2, 3, 4];
    private static readonly double[] Steps = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Four = [77.87, 87.76, 68.6, 66.29];

    [Fact]
    public void It_holds_estimates_with_their_errors_statistics_and_correlations()
    {
        FitResult fit = CurveFit.Fit<Saturation>(Data.X.Columns[0], Data.Y, [("b1", 500), ("b2", 1e-4)]);
        string[] expected =
        [
            "Converged: the sum of squares changes by less than the function tolerance. (19 evaluations, and 15",
            "of the derivatives)",
            "",
            "parameter    estimate   std. error   95 % from          to    start",
            "b1              238.9          2.7       233.0       244.8      500",
            "b2          0.0005502    0.0000073   0.0005343   0.0005660   0.0001",
            "intervals: t, 12 degrees of freedom, one parameter at a time",
            "",
            "14 points, degrees of freedom          12",
            "sum of squares                   0.124551",
            "residual variance               0.0103793",
            "residual standard deviation      0.101879",
            "R-squared                        0.999982",
            "AIC                               -20.379",
            "BIC                              -18.4619",
            "",
            "correlation        b1",
            "b2            -0.9988",
            "",
            "warnings",
            "- Residuals of neighboring points are alike (p = 0.00012): the model leaves out something small, or",
            "  the errors of neighbors are not independent. Standard errors are too small then. Plot the",
            "  residuals, or use a model with what they show.",
        ];
        Assert.Equal(expected, fit.ToString().Split(Environment.NewLine));
    }

    [Fact]
    public void It_shows_what_is_fixed_and_the_level_asked_for()
    {
        FitOptions options = new() { Fixed = ["b2"] };
        FitResult fit = CurveFit.Fit<Saturation>(Data.X.Columns[0], Data.Y, [("b1", 500), ("b2", 6e-4)], options);
        string report = fit.ToReport(0.999);
        Assert.Contains("99.9 % from", report, StringComparison.Ordinal);
        Assert.Contains("b2            0.0006        fixed", report, StringComparison.Ordinal);
        Assert.DoesNotContain("correlation", report, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("level", () => fit.ToReport(1));
    }

    [Fact]
    public void It_has_the_digits_asked_for_and_never_rounds_up_to_one()
    {
        FitResult fit = CurveFit.Fit<Saturation>(Data.X.Columns[0], Data.Y, [("b1", 500), ("b2", 1e-4)]);
        string[] ten = fit.ToReport(digits: 10).Split(Environment.NewLine);
        Assert.Contains(ten, line => line.StartsWith("b1              238.9421291 ", StringComparison.Ordinal));
        Assert.Contains("R-squared                        0.9999815801", ten);
        Assert.Contains("b2            -0.998776192", ten);
        string[] two = fit.ToReport(digits: 2).Split(Environment.NewLine);
        Assert.Contains(two, line => line.StartsWith("b2           0.00055 ", StringComparison.Ordinal));
        Assert.Contains(two, line => line.EndsWith(" 0.999982", StringComparison.Ordinal));
        Assert.Contains(two, line => line.EndsWith(" -0.9988", StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>("digits", () => fit.ToReport(digits: 1));
        Assert.Throws<ArgumentOutOfRangeException>("digits", () => fit.ToReport(digits: 18));
    }

    [Fact]
    public void A_fixed_parameter_has_all_its_digits()
    {
        FitOptions options = new() { Fixed = ["c"] };
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*x + c"), X, [3, 5, 7, 9.5], [("a", 1), ("c", 1.2345678901234567)], options);
        Assert.Contains("c           1.2345678901234567        fixed", Lines(fit));
    }

    [Fact]
    public void A_step_between_two_points_is_shown_though_the_data_do_not_determine_it()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("b/(1 + exp(-d*(x - m)))"),
            Steps,
            [0.1, 0, 0.1, 1, 0.9, 1.1],
            [("b", 1), ("d", 1), ("m", 2)]);
        string[] lines = Lines(fit);
        Assert.Equal(["1.000", "17.4", "2.13"], Column(lines, 1, "b", "d", "m"));
        Assert.Equal(["", "?", "?"], Column(lines, 6, "b", "d", "m"));
        Assert.Contains("? not distinguished from zero: one standard error is larger than the estimate", lines);
    }

    [Theory]
    [InlineData("a + b*x", 0.001)] // the intercept is about 0
    [InlineData("a + b*x", -3e-5)]
    [InlineData("a*x + b*x^2", 2e-7)]
    public void An_estimate_smaller_than_its_error_keeps_its_own_digits(string formula, double value)
    {
        double[] noise = [0.3, -0.3, -0.3, 0.3];
        Formula model = Formula.Parse(formula);
        double[] truth = formula.EndsWith("x^2", StringComparison.Ordinal) ? [1, value] : [value, 1];
        double[] y = [.. X.Zip(noise, (x, error) => model.Evaluate(truth, x) + (formula[2] == '+' ? error : 0))];
        y[0] += formula[2] == '+' ? 0 : 0.1;
        FitResult fit = CurveFit.Fit(model, X, y, [("a", 0.5), ("b", 0.5)]);
        FitParameter small = fit.Parameters.MinBy(parameter => Math.Abs(parameter.Value))!;
        string shown = Assert.Single(Column(Lines(fit), 1, small.Name));
        Assert.Equal(small.Value, Number(shown), 0.005 * Math.Abs(small.Value));
        Assert.Equal(["?"], Column(Lines(fit), 6, small.Name));
    }

    [Fact]
    public void A_determined_fit_has_no_mark() =>
        Assert.DoesNotContain('?', CurveFit.Fit(Formula.Parse("a*x + b"), X, [3, 5.1, 7, 9.2], [1, 1]).ToString());

    [Fact]
    public void Parameters_that_cancel_keep_the_digits_of_their_sum()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse(Saturating),
            Four,
            [1, 1, 0.8, 0.6],
            [("a", 1), ("b", 75), ("c", -5)]);
        double[] shown = [.. Column(Lines(fit), 1, "a", "b", "c").Select(Number)];
        Assert.Equal(1.0062, shown[0] + shown[2], 1e-4);
        Assert.Equal(3.351, shown[1], 1e-3);
        Assert.Equal(7.909e-5, SumOfSquares(fit, shown), 1e-7);
    }

    public static TheoryData<string, double[], double[]> Correlated => new()
    {
        { "a + b*x", [2001, 2002, 2003, 2004, 2005, 2006], [1, 1] },
        { "a + b*x", [1.7e9, 1.7e9 + 60, 1.7e9 + 120, 1.7e9 + 180, 1.7e9 + 240, 1.7e9 + 300], [1, 1] },
        { "a + b*x + c*x^2", [101, 102, 103, 104, 105, 106], [1, 1, 1] },
        { "a*exp(-x/1000) + b", [1, 2, 3, 4, 5, 6], [1, 1] },
        { "a*x + b*sin(x/100)", [1, 2, 3, 4, 5, 6], [1, 1] },
    };

    [Theory]
    [MemberData(nameof(Correlated))]
    public void The_printed_estimates_give_the_fitted_curve_again(string formula, double[] x, double[] start)
    {
        double[] y = [1.02, 2.11, 2.93, 4.12, 4.88, 6.05];
        FitResult fit = CurveFit.Fit(Formula.Parse(formula), x, y, start);
        double[] shown = [.. Column(Lines(fit), 1, [.. fit.Parameters.Select(p => p.Name)]).Select(Number)];
        double[] curve = Curve(fit, formula, x, shown);
        double change = Math.Sqrt(curve.Zip(fit.Fitted, (a, b) => (a - b) * (a - b)).Average());
        Assert.InRange(change / fit.ResidualStandardDeviation, 0, 0.1 * start.Length);
    }

    [Theory]
    [InlineData("a\u001b[31m", "a [31m")]
    [InlineData("a\r\nb", "a  b")]
    [InlineData("a\u0085\u009b\u2028", "a   ")]
    [InlineData("a\u202e\u0007", "a  ")]
    public void Characters_without_a_glyph_in_names_become_spaces(string name, string shown)
    {
        FitResult fit = CurveFit.Fit((p, x) => p[0] + (p[1] * x * 0), X, [3, 5, 7, 9.5], [(name, 1), ("b", 1)]);
        string report = fit.ToString();
        Assert.DoesNotContain(report.ReplaceLineEndings(""), char.IsControl);
        Assert.DoesNotContain('\u202e', report);
        Assert.Contains($"{shown} ", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_of_several_lines_is_reported_on_one()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*x\r\n\t+ b"), X, [3, 5, 7, 9.5], [1, 1]);
        Assert.Equal("a*x   + b", Lines(fit)[0]);
    }

    [Fact]
    public void One_of_a_thing_is_singular()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a"), X[..1], [1], [1]);
        string report = fit.ToString().ReplaceLineEndings(" ");
        Assert.Contains("1 point, degrees of freedom", report, StringComparison.Ordinal);
        Assert.Contains("(1 evaluation, and 1 of the derivatives)", report, StringComparison.Ordinal);
        Assert.Equal("is 1 row", NumberText.Are(1, "row"));
        Assert.Equal("are 0 rows", NumberText.Are(0, "row"));
    }

    [Theory]
    [InlineData("a*log(b*x)", new double[] { 1, -1 })] // not finite at the start
    [InlineData("a + 0*b*x", new double[] { 1, 1 })]
    [InlineData("a*b + 0*x", new double[] { 0, 0 })]
    public void Numbers_that_are_none_are_written_in_words(string formula, double[] start)
    {
        string report = CurveFit.Fit(Formula.Parse(formula), X, [3, 3, 3, 3], start).ToString();
        Assert.DoesNotContain("nan", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", report, StringComparison.Ordinal);
        Assert.DoesNotContain('\u221e', report);
        Assert.DoesNotMatch(@"(?<![\d.e])-0(\.0*)?(?![\d.])", report);
    }

    [Theory]
    [InlineData(238.94212918, 2.7070075, "238.9")]
    [InlineData(5.5015643e-4, 7.27e-6, "0.0005502")]
    [InlineData(12345.678, 0.0996, "12345.68")]
    [InlineData(12345.678, 234, "12350")]
    [InlineData(-0.5, 2, "-0.5")]
    [InlineData(1.5, 23, "1.5")]
    [InlineData(17.36, 4.6e5, "17.4")]
    [InlineData(-17.36, 4.6e5, "-17.4")]
    [InlineData(5000, 9000, "5000")]
    [InlineData(1.2345e-12, 0.3, "1.23e-12")]
    [InlineData(-1e-300, 1, "-1.00e-300")]
    [InlineData(0, 0.12, "0.00")]
    [InlineData(0, 1e-12, "0")]
    [InlineData(0, 0, "0")]
    [InlineData(6.02214e23, 1.2e19, "6.02214e+23")]
    [InlineData(6.02214e-23, 1.2e-26, "6.0221e-23")]
    [InlineData(1.2e-26, 1.2e-26, "1.2e-26")]
    [InlineData(3, 1e-30, "3")]
    [InlineData(2, 1.2e-12, "2.0000000000000")]
    [InlineData(0.1, 1e-17, "0.1")]
    [InlineData(0.125, 0, "0.125")]
    [InlineData(1 / 3.0, 0, "0.333333333333333")]
    [InlineData(3.25, double.PositiveInfinity, "3.25")]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, "infinite")]
    [InlineData(double.NaN, double.NaN, "-")]
    public void A_number_ends_with_the_second_digit_of_its_error_or_its_own_third(
        double value, double error, string expected) => Assert.Equal(expected, NumberText.WithError(value, error));

    [Fact]
    public void Zero_has_no_sign()
    {
        Assert.Equal("0.00", NumberText.WithError(-0.0, 0.12));
        Assert.Equal("0", NumberText.WithError(-0.0, 1e-12));
        Assert.Equal("0", NumberText.Plain(-0.0));
        Assert.Equal("0", NumberText.Short(-0.0));
        Assert.Equal("0", NumberText.Exact(-0.0));
        Assert.Equal("0.0000", NumberText.Correlation(-0.0));
    }

    [Theory]
    [InlineData(158904289.22591, 2.5e8, 8.9e-4, "158904289.22591")]
    [InlineData(158904289.22591, 2.5e8, 1e6, "159000000")]
    [InlineData(158904289.22591, 2.5e-3, 1, "158904289.2259")]
    [InlineData(17.36, double.PositiveInfinity, 1e-9, "17.3600000000")]
    [InlineData(1589042891234.5678, 2.5e12, 1e-5, "1589042891234.5679")] // the double itself
    public void An_estimate_has_the_digits_that_the_model_needs(
        double value, double error, double tolerance, string expected) =>
        Assert.Equal(expected, NumberText.WithError(value, error, tolerance));

    [Theory]
    [InlineData(0.5, "0.5000")]
    [InlineData(-0.00001, "0.0000")]
    [InlineData(0.99994, "0.9999")]
    [InlineData(0.99998, "0.999980")]
    [InlineData(-0.999999, "-0.9999990")]
    [InlineData(0.99999999999, "> 0.9999999")]
    [InlineData(-1, "< -0.9999999")]
    [InlineData(1.0000000000000002, "> 0.9999999")]
    [InlineData(double.NaN, "-")]
    public void A_correlation_is_not_rounded_to_one(double value, string expected) =>
        Assert.Equal(expected, NumberText.Correlation(value));

    [Theory]
    [InlineData(0.75, "0.75")]
    [InlineData(0.99998158, "0.999982")]
    [InlineData(0.99999999999912, "0.99999999999912")]
    [InlineData(1, "1")]
    [InlineData(-3, "-3")]
    [InlineData(double.NaN, "-")]
    public void A_share_is_not_rounded_to_one(double value, string expected) =>
        Assert.Equal(expected, NumberText.Share(value));

    private static string[] Lines(FitResult fit) => fit.ToString().Split(Environment.NewLine);

    /// <summary>A cell of each of some rows of the table of estimates; empty where the row ends before it.</summary>
    private static string[] Column(string[] lines, int index, params string[] names) =>
    [
        .. names.Select(name => lines
            .SkipWhile(line => !line.StartsWith("parameter ", StringComparison.Ordinal))
            .First(line => line.StartsWith($"{name} ", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ElementAtOrDefault(index) ?? ""),
    ];

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static double SumOfSquares(FitResult fit, double[] estimates) =>
        Curve(fit, Saturating, Four, estimates)
            .Zip(fit.Fitted.Zip(fit.Residuals, (value, residual) => value + residual), (value, y) => y - value)
            .Sum(residual => residual * residual);

    private static double[] Curve(FitResult fit, string formula, double[] x, double[] estimates)
    {
        Formula model = Formula.Parse(
            formula, new FormulaNames { Parameters = [.. fit.Parameters.Select(parameter => parameter.Name)] });
        return [.. x.Select(at => model.Evaluate(estimates, at))];
    }
}
