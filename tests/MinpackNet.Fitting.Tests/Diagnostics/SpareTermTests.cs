namespace MinpackNet.Fitting.Tests;

/// <summary>A term that the data do without is reported as that, and not as a jump of the solver.</summary>
public sealed class SpareTermTests
{
    private const string TwoDecays = "a*exp(-b*x) + c*exp(-d*x)";

    private static readonly double[] X = [.. Enumerable.Range(0, 30).Select(i => 0.2 * i)];
    private static readonly FitOptions Search = new() { Strategy = FitStrategy.Search };

    [Theory]
    [InlineData(0, 1, 1, 1, 0.1)]
    [InlineData(0, 1, 1, 1, 1)]
    [InlineData(0, 1, 1, 1, 2)]
    [InlineData(0, 3, 1, 0.5, 0.1)]
    [InlineData(0.02, 1, 1, 1, 0.1)]
    [InlineData(0.02, 1, 1, 1, 1)]
    [InlineData(0.02, 1, 0.2, 1, 5)]
    [InlineData(0.02, 2, 0.5, 1, 2)]
    [InlineData(0.02, 3, 1, 0.5, 0.1)]
    public void A_second_exponential_on_data_of_one_is_spare(double noise, double a, double b, double c, double d)
    {
        double[] y = Observed(x => 3 * Math.Exp(-0.7 * x), noise);
        FitResult fit = CurveFit.Fit(Formula.Parse(TwoDecays), X, y, [a, b, c, d]);
        AssertSpare(fit);
        Assert.True(fit.Diagnoses[0].Parameters.SequenceEqual(["a", "b"])
            || fit.Diagnoses[0].Parameters.SequenceEqual(["c", "d"]));
    }

    [Fact]
    public void So_is_it_for_a_search_and_a_model_without_derivatives()
    {
        double[] y = Observed(x => 3 * Math.Exp(-0.7 * x), 0.02);
        FitResult search = CurveFit.Fit(Formula.Parse(TwoDecays), X, y, [1, 1, 1, 0.1], Search);
        AssertSpare(search);
        Assert.False(search.Succeeded);
        AssertSpare(CurveFit.Fit(
            (p, x) => (p[0] * Math.Exp(-p[1] * x)) + (p[2] * Math.Exp(-p[3] * x)), X, y, [1, 1, 1, 0.1]));
    }

    [Theory]
    [InlineData("a*exp(-((x - b)/c)^2) + d*exp(-((x - f)/g)^2)", new[] { 1, 2.5, 1, 1, 4, 1 })]
    [InlineData("a*exp(-((x - b)/c)^2) + d*exp(-((x - f)/g)^2)", new[] { 1, 3, 1, 1, 3, 1.5 })]
    [InlineData("a*exp(-((x - b)/c)^2) + d/(1 + exp(-f*(x - g)))", new[] { 1, 2.5, 1, 1, 1, 4 })]
    public void A_second_peak_or_a_step_on_data_of_one_peak_is_spare(string model, double[] start) =>
        AssertSpare(CurveFit.Fit(
            Formula.Parse(model), X, Observed(x => 2 * Math.Exp(-(x - 3) * (x - 3)), 0.02), start));

    [Fact]
    public void A_second_saturation_on_data_of_one_is_spare() => AssertSpare(CurveFit.Fit(
        Formula.Parse("a*x/(b + x) + c*x/(d + x)"), X, Observed(x => 5 * x / (2 + x), 0.02), [1, 1, 1, 5]));

    /// <summary>Without the width nothing is left of the place's derivative, but of the place itself.</summary>
    [Theory]
    [InlineData("a + b*tanh((x - m)/w)", 1e-3)]
    [InlineData("a + b*tanh((x - m)/w)", 0.02)]
    [InlineData("a + 2*b/(1 + exp(-(x - m)/w))", 0.02)]
    [InlineData("a + b*(2/3.14159265)*atan(1000*(x - m)/w)", 0.01)]
    public void The_width_of_a_step_between_two_points_is_no_spare_term(string model, double noise)
    {
        double[] y = Observed(x => x < 2.9 ? 1 : 3, noise);
        FitResult fit = CurveFit.Fit(Formula.Parse(model), X, y, [("a", 2), ("b", 1), ("m", 2.9), ("w", 0.05)]);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.SpareTerm);
    }

    [Fact]
    public void Terms_that_the_data_need_are_not_spare()
    {
        double[] two = Observed(x => (3 * Math.Exp(-0.3 * x)) + (2 * Math.Exp(-3 * x)), 0.02);
        Assert.Empty(CurveFit.Fit(Formula.Parse(TwoDecays), X, two, [1, 0.1, 1, 1]).Diagnoses);

        // A jump to a constant, far from the decay that is there.
        NistData boxBod = NistData.Of("BoxBOD");
        FitResult jump = CurveFit.Fit(Saturation.Value, boxBod.X.Columns[0], boxBod.Y, boxBod.Starts[0]);
        Assert.Equal(DiagnosisKind.JumpedOntoPlateau, Assert.Single(jump.Diagnoses).Kind);
        double[] decay = Observed(x => 5 + (3 * Math.Exp(-0.7 * x)), 0.02);
        double[] far = Array.ConvertAll(X, x => 60 + (200 * x));
        FitResult lost = CurveFit.Fit(Formula.Parse("c + a*exp(-b*x)"), far, decay, [("c", 1), ("a", 1), ("b", 5)]);
        Assert.False(lost.Succeeded);
        Assert.DoesNotContain(lost.Diagnoses, item => item.Kind == DiagnosisKind.SpareTerm);
    }

    /// <summary>Neither a nor b removes the term alone.</summary>
    [Theory]
    [InlineData("c*sin(v*x) + d*cos(v*x) + a*sin(w*x) + b*cos(w*x)", new[] { 2, 3.05, 0.5, 0.1, 1.1, 0.1 }, 0)]
    [InlineData("c*sin(v*x) + d*cos(v*x) + a*sin(w*x) + b*cos(w*x)", new[] { 1, 3, 1, 0.1, 5, 0.1 }, 0)]
    [InlineData("c*exp(-d*x) + (a + b*x)*exp(-f*x)", new[] { 2, 0.5, 0.1, 0.1, 2 }, 1)]
    [InlineData("c*x/(d + x) + (a + b*x)*exp(-((x - m)/s)^2)", new[] { 5, 2, 0.1, 0.02, 4, 0.5 }, 2)]
    public void A_term_of_two_factors_is_spare_with_both(string model, double[] start, int data)
    {
        Formula formula = Formula.Parse(model);
        Func<double, double>[] truths =
            [x => 3 * Math.Sin(3 * x), x => 2 * Math.Exp(-0.5 * x), x => 5 * x / (2 + x)];
        double[] y = Observed(truths[data], 0.1);
        FitResult fit = CurveFit.Fit(formula, X, y, start);
        AssertSpare(fit);
        Assert.Contains("a", fit.Diagnoses[0].Parameters);
        Assert.Contains("b", fit.Diagnoses[0].Parameters);
        FitResult search = CurveFit.Fit(formula, X, y, start, Search);
        Assert.False(search.Succeeded);
    }

    /// <summary>
    /// Two sines at the limit of what 29 places resolve, where both searches agree on a poor second frequency
    /// (26.7 instead of 13.3).
    /// </summary>
    [Fact]
    public void A_search_is_not_certified_with_a_term_of_two_factors_that_the_data_do_without()
    {
        double[] y =
        [
            -0.2739, -2.884, 2.69, -0.7384, 4.03, -2.093, 2.254, -1.606, 2.188, -3.841, 1.211, -0.7885, 0.7958, 0.7351,
            -0.2926, 1.334, -1.727, -0.826, -2.814, 1.774, -1.271, 4.011, -1.827, 1.947, -1.883, 2.347, -3.039, 1.101,
            -0.3294,
        ];
        double[] x = [.. Enumerable.Range(0, y.Length).Select(i => 5e-5 + (9.5e-4 * i / 28))];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*sin(w*x) + b*cos(w*x) + c*sin(v*x) + d*cos(v*x)"),
            x,
            y,
            [("a", 1), ("b", 1), ("w", 1000), ("c", 1), ("d", 1), ("v", 5000)],
            Search);
        Assert.False(fit.ChiSquared > 14 && fit.IsCertified);
    }

    [Fact]
    public void Looking_for_it_costs_no_more_evaluations_than_the_fit()
    {
        int calls = 0;
        double[] y = Observed(x => 3 * Math.Exp(-0.7 * x), 0.02);
        FitResult fit = CurveFit.Fit(
            (p, x) =>
            {
                calls++;
                return (p[0] * Math.Exp(-p[1] * x)) + (p[2] * Math.Exp(-p[3] * x));
            },
            X,
            y,
            [1, 1, 1, 0.1]);
        AssertSpare(fit);
        Assert.InRange((calls / X.Length) - fit.Evaluations, 1, fit.Evaluations + 70);
    }

    private static void AssertSpare(FitResult fit)
    {
        Assert.Equal(DiagnosisKind.SpareTerm, fit.Diagnoses[0].Kind);
        Assert.StartsWith(
            "A model with fewer terms describes the data as well", fit.Diagnoses[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.JumpedOntoPlateau);
    }

    private static double[] Observed(Func<double, double> model, double noise) =>
        [.. X.Select((x, i) => model(x) + (noise * Math.Cos(37 * i) * Math.Sin((91.3 * i * i) + 1)))];
}
