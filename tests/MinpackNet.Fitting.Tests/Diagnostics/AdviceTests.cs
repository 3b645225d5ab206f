namespace MinpackNet.Fitting.Tests;

/// <summary>What a report advises is possible, and does not lead away from the lowest minimum.</summary>
public sealed class AdviceTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Y = [0, 0.1, 1.5, 3.2, 5.6, 8.1];

    // A broken line with a point far below its kink, where the sum of squares has one, too.
    private static readonly double[] Places = [.. Enumerable.Range(0, 21).Select(i => (double)i)];

    private static readonly double[] Broken =
    [
        1.2524, 1.0001, 1.5305, 1.8817, 1.9359, 2.5411, 2.687, 3.3905, 2.1895, 4.7758, 5.4088, 6.8681, 7.502, 8.68,
        9.7264, 10.9613, 12.439, 13.2476, 14.1053, 15.2042, 16.5299,
    ];

    private static readonly Formula BrokenLine = Formula.Parse("a + b*x + d*(abs(x - c) + x - c)");

    [Theory]
    [InlineData("a + b*x*log(x)", 1)]
    [InlineData("a + log(b*x)", 1)]
    [InlineData("a + b/x", 1)]
    public void Where_no_parameters_make_a_model_finite_the_point_is_to_be_left_out(string formula, double b)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(formula), X, Y, [1, b]);
        Diagnosis told = Assert.Single(fit.Diagnoses);
        Assert.Equal(DiagnosisKind.NonFiniteValues, told.Kind);
        Assert.Contains("Leave point 0 out", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Start", told.Message, StringComparison.Ordinal);
        Assert.NotEqual(
            LeastSquaresStatus.None, CurveFit.Fit(Formula.Parse(formula), X[1..], Y[1..], [1, b]).Status);
    }

    [Fact]
    public void Where_a_derivative_is_infinite_the_advice_is_about_it()
    {
        Diagnosis told = Assert.Single(
            CurveFit.Fit(Formula.Parse("a*sqrt(x + b)"), [0, 1, 2, 3], [0.5, 2, 2.8, 3.5], [1, 0]).Diagnoses);
        Assert.Contains("The derivative with respect to b is ", told.Message, StringComparison.Ordinal);
        Assert.Contains("Start where the derivative is finite", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a*log(b*(x + 1))", 1, -1)]
    [InlineData("a + sqrt(x - b)", 1, 1)]
    [InlineData("a*exp(b*x)", 1, 1000)]
    public void Where_other_parameters_do_the_start_is_to_be_another(string formula, double a, double b)
    {
        Diagnosis told = Assert.Single(CurveFit.Fit(Formula.Parse(formula), X, Y, [a, b]).Diagnoses);
        Assert.Contains("Start where the model is finite", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("out", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_that_one_solve_did_without_is_left_out_only_after_a_search()
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => 0.2 * i)];
        double[] y = [.. x.Select((at, i) =>
            (3 * Math.Exp(-0.7 * at)) + (0.02 * Math.Cos(37 * i) * Math.Sin((91.3 * i * i) + 1)))];
        Formula two = Formula.Parse("a*exp(-b*x) + c*exp(-d*x)");
        string plain = CurveFit.Fit(two, x, y, [1, 1, 1, 0.1]).Diagnoses[0].Message;
        Assert.Contains("unless this is a poor minimum", plain, StringComparison.Ordinal);
        Assert.Contains(
            "Use FitStrategy.Search, start its parameters elsewhere, or leave", plain, StringComparison.Ordinal);
        FitOptions search = new() { Strategy = FitStrategy.Search };
        string searched = CurveFit.Fit(two, x, y, [1, 1, 1, 0.1], search).Diagnoses[0].Message;
        Assert.Contains("Leave the term out, or add points", searched, StringComparison.Ordinal);
    }

    [Fact]
    public void A_minimum_at_a_kink_is_one()
    {
        // numpy: the lowest sum of squares over a grid of c, the others by linear least squares.
        FitResult fit = CurveFit.Fit(
            BrokenLine, Places, Broken, [("a", 1.02640156), ("b", 0.27133743), ("d", 0.41872954), ("c", 8)]);
        Assert.Equal(2.018757969411524, fit.ChiSquared, 1e-9);
        Assert.True(fit.Succeeded, fit.ToReport());
        Assert.Empty(fit.Diagnoses);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(9.5)]
    public void Where_a_kink_stops_the_solver_it_is_told_and_fixing_it_there_helps(double start)
    {
        StartValue[] values = [("a", 1), ("b", 0.3), ("d", 0.4), ("c", start)];
        FitResult stopped = CurveFit.Fit(BrokenLine, Places, Broken, [.. values]);
        Diagnosis told = Assert.Single(stopped.Diagnoses);
        Assert.Equal(DiagnosisKind.NotAtMinimum, told.Kind);
        Assert.Contains("grows on both sides of c = 8", told.Message, StringComparison.Ordinal);
        Assert.Contains("Fix c there by FitOptions.Fixed", told.Message, StringComparison.Ordinal);
        Assert.False(stopped.Succeeded);
        FitResult after = CurveFit.Fit(
            BrokenLine, Places, Broken, [.. values.SkipLast(1), ("c", 8)], new() { Fixed = ["c"] });
        Assert.Equal(2.018757969411524, after.ChiSquared, 1e-9);
        Assert.True(after.Succeeded);
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(101, true)]
    public void An_error_of_a_hundred_sizes_leaves_nothing_to_use(double ratio, bool isFatal) => Assert.Equal(
        isFatal,
        new Diagnosis(
            DiagnosisKind.RunawayParameter,
            "",
            [],
            new Dictionary<string, double> { [Diagnosis.ErrorOverSize] = ratio }).IsFatal);
}
