namespace MinpackNet.Fitting.Tests;

/// <summary>What is told of an end that is poor, or of one that only looks so.</summary>
public sealed class EndTests
{
    /// <summary>A tenth of the variation over 400 points is no accident: R prints p = 4e-10 for b.</summary>
    [Theory]
    [InlineData(400, 1.41)]
    [InlineData(1500, 2)]
    public void A_weak_effect_in_many_points_is_not_called_none(int count, double noise)
    {
        double[] x = [.. Enumerable.Range(0, count).Select(i => i * 10.0 / count)];
        double[] y = [.. x.Select((at, i) => 3 + (0.1 * at) + (noise * Math.Sin(i * i)))];
        foreach (string formula in (string[])["a + b*x", "a + b*x^1.2", "a*exp(b*x)"])
        {
            FitResult fit = CurveFit.Fit(Formula.Parse(formula), x, y, [("a", 1), ("b", 0.1)]);
            Assert.True(fit["b"].Value > 5 * fit["b"].StandardError);
            Assert.True(fit.Succeeded, fit.ToReport());
            Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.ExplainsNothing);
        }
    }

    private static readonly double[] Twenty = [.. Enumerable.Range(0, 20).Select(i => (double)i)];

    // In a fixed order, within one.
    private static readonly double[] Noise = [.. Enumerable.Range(0, 40)
        .Select(i => Math.Cos(37 * i) * Math.Sin((91.3 * i * i) + 1))];

    public static TheoryData<string, double[]> Growths => new()
    {
        { "a*exp(b*x)", [1, 10] },
        { "a*exp(b*x)", [1, 5] },
        { "a*2^(b*x)", [1, 10] },
        { "exp(a + b*x)", [0, 10] },
    };

    [Theory]
    [MemberData(nameof(Growths))]
    public void Nearly_parallel_columns_hide_no_gradient(string text, double[] start)
    {
        double[] y = [.. Twenty.Select((x, i) => 100 * Math.Exp(0.3 * x) * (1 + (0.01 * Noise[i])))];
        FitResult fit = CurveFit.Fit(Formula.Parse(text), Twenty, y, start);
        Assert.True(!fit.Succeeded || fit.RSquared > 0.999, fit.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_lies_along_two_columns_together_is_told_with_both(bool exact)
    {
        // The columns differ by 0.006 of their length, and the residuals are along that difference.
        double[] x = [.. Twenty.Select(at => 1000 + at)];
        double[] y = [.. Twenty.Select((at, i) => at + (0.1 * Noise[i]))];
        FitOptions loose = new() { Solver = new() { StepTolerance = 0.5, InitialStepFactor = 0.1 } };
        Formula line = Formula.Parse("a + b*x");
        Model model = exact ? line : Model.FromCurve((p, at) => p[0] + (p[1] * at));
        FitResult fit = CurveFit.Fit(model, x, y, [("a", 9.5), ("b", 0)], loose);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.NotAtMinimum);
        Assert.Equal(["a", "b"], diagnosis.Parameters);
        Assert.Contains("where a and b together could", diagnosis.Message, StringComparison.Ordinal);
        Assert.InRange(diagnosis.Evidence["gradient cosine"], 0, 0.01);
        Assert.InRange(diagnosis.Evidence["reachable share of the sum of squares"], 0.99, 1);
        Assert.False(fit.Succeeded);
    }

    [Theory]
    [InlineData("Bennett5", "b1*(b2 + x)^(-1/b3)")]
    [InlineData("Lanczos3", "b1*exp(-b2*x) + b3*exp(-b4*x) + b5*exp(-b6*x)")]
    [InlineData("MGH17", "b1 + b2*exp(-x*b4) + b3*exp(-x*b5)")]
    [InlineData("Hahn1", "(b1 + b2*x + b3*x^2 + b4*x^3)/(1 + b5*x + b6*x^2 + b7*x^3)")]
    public void A_minimum_of_nearly_parallel_columns_gets_no_false_alarm(string name, string text)
    {
        NistData data = NistData.Of(name);
        Formula formula = Formula.Parse(text);
        double[] start = [.. formula.ParameterNames!
            .Select(parameter => data.Starts[1][Array.IndexOf(data.ParameterNames, parameter)])];
        foreach (Model model in new[] { formula, Model.FromCurve((p, x) => formula.Evaluate(p, x)) })
        {
            FitResult fit = CurveFit.Fit(model, data.X.Columns[0], data.Y, start);
            Assert.True(fit.Converged);
            Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.NotAtMinimum);
        }
    }

    public static TheoryData<string, double[], bool> Worse => new()
    {
        { "a*x", [1], false },
        { "sin(a*x)", [2.6], false },
        { "a*exp(-x)", [1], false },
        { "a + b*x", [1, 1], true },
    };

    [Theory]
    [MemberData(nameof(Worse))]
    public void A_fit_worse_than_the_mean_is_no_success(string text, double[] start, bool succeeds)
    {
        double[] y = [.. Twenty.Select((_, i) => 50 + Noise[i])];
        FitResult fit = CurveFit.Fit(Formula.Parse(text), Twenty, y, start);
        Assert.Equal(succeeds, fit.Succeeded);
        Assert.Equal(succeeds, fit.RSquared >= 0);
        Assert.NotEmpty(fit.Diagnoses);
    }

    [Theory]
    [InlineData(DiagnosisKind.ExplainsNothing, -0.1, 0, true)]
    [InlineData(DiagnosisKind.ExplainsNothing, 0, 0, false)]
    [InlineData(DiagnosisKind.ExplainsNothing, 0.05, 0, false)]
    [InlineData(DiagnosisKind.ExplainsNothing, 0.05, 1, true)]
    [InlineData(DiagnosisKind.SpareTerm, -0.1, 1, false)]
    public void Below_the_mean_or_at_a_minimum_that_may_be_poor_a_fit_that_explains_nothing_is_fatal(
        DiagnosisKind kind, double explained, double mayBePoor, bool isFatal)
    {
        Dictionary<string, double> evidence = new()
        {
            ["R-squared"] = explained,
            ["may be a poor minimum"] = mayBePoor,
        };
        Assert.Equal(isFatal, new Diagnosis(kind, "", [], evidence).IsFatal);
    }

    [Theory]
    [InlineData("a + b*x", new double[] { 1, 1 }, true)]
    [InlineData("a*x + b*x^2 + c", new double[] { 1, 1, 1 }, true)]
    [InlineData("a*sin(w*x + p)", new double[] { 1, 2.6, 0 }, false)]
    [InlineData("a + b*exp(-((x - 5)/c)^2)", new double[] { 1, 1, 3 }, false)]
    public void Of_noise_only_what_has_no_better_minimum_succeeds(string text, double[] start, bool succeeds)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(text), Twenty, Noise[..20], start);
        Assert.Contains(fit.Diagnoses, item => item.Kind == DiagnosisKind.ExplainsNothing);
        Assert.Equal(succeeds, fit.Succeeded);
    }

    [Theory]
    [InlineData("a + b*x", "No dependence on x is visible: a constant describes the data as well.", 0)]
    [InlineData("a + b*x", "The model does not suit the data.", 1)]
    public void A_flat_line_is_told_from_a_model_that_does_not_suit(string text, string expected, double bend)
    {
        double[] y = [.. Twenty.Select((x, i) => (bend * Math.Pow(x - 9.5, 2)) + (0.2 * Noise[i]))];
        FitResult fit = CurveFit.Fit(Formula.Parse(text), Twenty, y, [1, 1]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.ExplainsNothing);
        Assert.Contains(expected, diagnosis.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a + b*x", new double[] { 1, 1 })]
    [InlineData("a*exp(b*x)", new[] { 1, 0.1 })]
    [InlineData("a*x/(b + x) + c", new double[] { 1, 1, 1 })]
    public void An_outlier_among_many_points_is_named_whatever_the_model(string text, double[] start)
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => (double)i)];
        double[] y = [.. x.Select((at, i) => 2 + (0.3 * at) + (0.1 * Math.Sin(i * i * 7.3)) + (i == 12 ? 40 : 0))];
        FitResult fit = CurveFit.Fit(Formula.Parse(text), x, y, start);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.ExplainsNothing);
        Assert.Contains("point 12 alone, a possible outlier.", diagnosis.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a*exp(-b*x) + c", 50)]
    [InlineData("a*exp(-b*(x - c))", 50)]
    [InlineData("a/(1 + exp(-b*(x - c)))", 50)]
    public void A_parameter_that_moved_is_not_told_to_have_stayed(string text, double c)
    {
        double[] y = [.. Twenty.Select((x, i) => (5 * Math.Exp(-0.3 * x)) + (0.05 * Noise[i]))];
        FitResult fit = CurveFit.Fit(Formula.Parse(text), Twenty, y, [("a", 1), ("b", 0.1), ("c", c)]);
        foreach (Diagnosis diagnosis in fit.Diagnoses.Where(item => item.Kind == DiagnosisKind.ParameterDidNotMove))
        {
            double value = fit[diagnosis.Parameters[0]].Value;
            Assert.Equal(diagnosis.Evidence["start"], value, 1e-7 * Math.Abs(value));
        }
    }

    [Theory]
    [InlineData("a + b*x", new double[] { 1, 1 }, true)]
    [InlineData("a*x + b*x^2", new[] { -0.3, 2 }, true)]
    [InlineData("a + b*sin(x) + c*cos(x)", new double[] { 1, 0, 0 }, true)]
    [InlineData("a*sin(w*x)", new[] { 1, 2.6 }, false)]
    [InlineData("a*b + b*x", new double[] { 1, 1 }, false)]
    public void A_linear_model_has_no_other_minimum(string text, double[] start, bool isLinear)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(text), Twenty, Noise[..20], start);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.ExplainsNothing);
        Assert.Equal(!isLinear, diagnosis.Message.Contains("local minimum", StringComparison.Ordinal));
        Assert.Equal(
            isLinear,
            diagnosis.Message.EndsWith(
                "No dependence on x is visible: a constant describes the data as well. Plot both.",
                StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(7, 7, "point 7 alone, a possible outlier.")]
    [InlineData(0, 0, "point 0 alone, a possible outlier.")]
    [InlineData(9, 10, "point 9 and point 10 alone, possible outliers.")]
    public void An_outlier_behind_the_sum_of_squares_is_named(int one, int other, string expected)
    {
        double[] y = [.. Twenty.Select((x, i) => i == one || i == other ? 500 : (2 * x) + 1 + Noise[i])];
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), Twenty, y, [1, 1]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.ExplainsNothing);
        Assert.Contains(expected, diagnosis.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_has_no_outlier()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x"), Twenty, Noise[..20], [1, 1]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.ExplainsNothing);
        Assert.DoesNotContain("outlier", diagnosis.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, double[]> Open => new()
    {
        { "b/(1 + exp(-d*(x - m)))", [1, 1, 2] },
        { "a*(1 - exp(-x/b)) + c", [1, 1000, 1] },
        { "a*exp(-b*x) + c*exp(-d*x)", [1, 1, 1, 0.1] },
        { "a/(1 + exp(-s*(x - m)))", [1, 1, 5] },
    };

    [Theory]
    [MemberData(nameof(Open))]
    public void Each_kind_is_told_once_and_the_limit_only_of_a_good_end(string text, double[] start)
    {
        double[][] data =
        [
            [.. Twenty.Select((x, i) => (x < 10 ? 0 : 3) + (0.1 * Noise[i]))],
            [.. Twenty.Select((x, i) => x + (0.01 * Noise[i]))],
            Noise[..20],
        ];
        foreach (double[] y in data)
        {
            FitResult fit = CurveFit.Fit(Formula.Parse(text), Twenty, y, start);
            Diagnosis[] runaways = [.. fit.Diagnoses.Where(item => item.Kind == DiagnosisKind.RunawayParameter)];
            Assert.InRange(runaways.Length, 0, 1);
            Assert.InRange(fit.Diagnoses.Count(item => item.Kind == DiagnosisKind.StrongCorrelation), 0, 1);
            bool isPoor = fit.Diagnoses.Any(item =>
                item.Kind is DiagnosisKind.ExplainsNothing or DiagnosisKind.NotAtMinimum);
            Assert.All(runaways, item => Assert.Equal(
                !isPoor, item.Message.Contains("A simpler model, the limit", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Three_parameters_correlated_in_pairs_are_one_finding()
    {
        double[] x = [.. Twenty.Select(at => 1000 + at)];
        double[] y = [.. Twenty.Select((at, i) => (at * at) + Noise[i])];
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x + c*x^2"), x, y, [1, 1, 1]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.StrongCorrelation);
        Assert.Equal(["a", "b", "c"], diagnosis.Parameters);
        Assert.StartsWith(
            "a, b and c are strongly correlated in pairs (", diagnosis.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_parameters_that_ran_away_are_one_finding()
    {
        double[] x = [77.87, 87.76, 68.6, 66.29];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*(1-exp(-x/b))+c"), x, [1, 1, 0.8, 0.6], [("a", 1), ("b", 75), ("c", -5)]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.RunawayParameter);
        Assert.Equal(["a", "c"], diagnosis.Parameters);
        Assert.Contains("a and c", diagnosis.Message, StringComparison.Ordinal);
    }
}
