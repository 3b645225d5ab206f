namespace MinpackNet.Fitting.Tests;

/// <summary>A finding names the cause, not a consequence of it.</summary>
public sealed class CauseTests
{
    private static readonly double[] Decay =
    [
        89.057, 61.82, 45.163, 35.212, 29.4, 25.85, 23.459, 21.899, 21.128, 20.87, 20.657, 20.286, 19.98, 19.991,
        20.189, 20.222,
    ];

    private static readonly double[] Minutes = [.. Enumerable.Range(0, 16).Select(i => 60.0 + (200 * i))];

    [Theory]
    [InlineData("(a-c)*exp(-x/b)+c", 1, 1, 1)]
    [InlineData("c+a*exp(-x/b)", 1, 1, 1)]
    [InlineData("c+a*exp(-b*x)", 1, 5, 1)]
    [InlineData("c+a/(1+exp((x-b)/2))", 1, -900, 1)]
    public void A_start_on_a_plateau_is_no_redundant_parameter(string text, double a, double b, double c)
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse(text), Minutes, Decay, [("a", a), ("b", b), ("c", c)]);
        Assert.False(fit.Succeeded);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.SingularJacobian);
        Assert.Contains(
            fit.Diagnoses,
            item => item.Kind is DiagnosisKind.StartOnPlateau or DiagnosisKind.JumpedOntoPlateau
                && item.Message.Contains("plateau", StringComparison.Ordinal));
    }

    /// <summary>SciPy from 100, 400, 20.</summary>
    [Fact]
    public void A_search_finds_what_the_start_on_the_plateau_does_not()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("(a-c)*exp(-x/b)+c"),
            Minutes,
            Decay,
            [("a", 1), ("b", 1), ("c", 1)],
            new() { Strategy = FitStrategy.Search });
        Assert.True(fit.IsCertified, fit.Message);
        Assert.Equal(100.285, fit["a"].Value, 5e-4);
        Assert.Equal(397.76, fit["b"].Value, 5e-3);
        Assert.Equal(20.0378, fit["c"].Value, 5e-5);
        Assert.Equal(0.192, fit["a"].StandardError, 1e-3);
        Assert.Equal(0.286104, fit.ChiSquared, 1e-6);
    }

    /// <summary>A value on the other side of the data may be another plateau, which sends one back again.</summary>
    [Theory]
    [InlineData("A*exp(-b*exp(-k*x))", new double[] { 1, 1, 1 })]
    [InlineData("A/(1 + b*exp(-k*x))", new double[] { 1, 1, 1 })]
    [InlineData("A*(1 - exp(-k*x))^b", new double[] { 1, 1, 0.5 })]
    [InlineData("A*tanh(k*x) + b", new double[] { 1, 1, 2 })]
    public void Who_follows_the_advice_leaves_the_plateau(string text, double[] start)
    {
        double[] x = [.. Enumerable.Range(0, 13).Select(i => 2500 + (7500.0 * i))];
        double[] y = [.. x.Select(at => 9 * Math.Exp(-5 * Math.Exp(-at / 1500)))];
        FitResult fit = CurveFit.Fit(Formula.Parse(text), x, y, start);
        Diagnosis told = Assert.Single(fit.Diagnoses, item =>
            item.Kind == DiagnosisKind.StartOnPlateau && item.Parameters.Contains("k"));
        Assert.Contains("Start k there", told.Message, StringComparison.Ordinal);
        double[] better = [.. fit.Parameters.Select((parameter, j) =>
            parameter.Name == "k" ? told.Evidence["effective value"] : start[j])];
        FitResult again = CurveFit.Fit(Formula.Parse(text), x, y, better);
        Assert.DoesNotContain(again.Diagnoses, item =>
            item.Kind == DiagnosisKind.StartOnPlateau && item.Parameters.Contains("k"));
    }

    [Theory]
    [InlineData("sin(a*x)", 0.3)]
    [InlineData("sin(a*x)", 2.6)]
    [InlineData("cos(a*x)", 0.1)]
    [InlineData("a + 0*x^2 + 1e-9*x", 0.5)]
    public void A_fit_that_explains_nothing_says_so(string text, double start)
    {
        double[] x = [.. Enumerable.Range(0, 21).Select(i => (double)i)];
        double[] y = [.. x.Select(at => Math.Sin(1.759 * at))];
        FitResult fit = CurveFit.Fit(Formula.Parse(text), x, y, [start]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.ExplainsNothing);
        Assert.True(diagnosis.Evidence["R-squared"] < 0.1);
    }

    [Theory]
    [InlineData("a*exp(-b*x)", new double[] { 1, 1 })]
    [InlineData("a*exp(-b*x) + c", new double[] { 1, 1, 1 })]
    [InlineData("a/(1 + exp(-b*(x - c)))", new double[] { 1, 1, 1 })]
    [InlineData("a*exp(-((x - b)/c)^2)", new double[] { 1, 5, 1 })]
    [InlineData("a*exp(-b*x) + c*exp(-d*x)", new[] { 1, 1, 1, 0.1 })]
    [InlineData("a*x/(b + x)", new double[] { 1, 1 })]
    public void Of_noise_it_is_told_first_that_nothing_is_explained(string text, double[] start)
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => 0.3 * i)];
        for (int seed = 0; seed < 3; seed++)
        {
            double[] y = [.. x.Select((_, i) => (double)(i + (31 * seed)))
                .Select(i => Math.Cos(37 * i) * Math.Sin((91.3 * i * i) + 1))];
            FitResult fit = CurveFit.Fit(Formula.Parse(text), x, y, start);
            Assert.Equal(DiagnosisKind.ExplainsNothing, fit.Diagnoses[0].Kind);
        }
    }

    [Theory]
    [InlineData("c + a*exp(-b*x)", 1, 5, 1)]
    [InlineData("c + a/(1 + exp((x - b)/2))", 1, -900, 1)]
    public void A_plateau_next_to_data_with_a_signal_is_the_cause(string text, double a, double b, double c)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(text), Minutes, Decay, [("a", a), ("b", b), ("c", c)]);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.ExplainsNothing);
    }

    [Fact]
    public void A_mean_and_a_good_fit_explain_what_they_can()
    {
        double[] x = [0, 1, 2, 3, 4];
        double[] y = [1, 1.1, 0.9, 1, 1.05];
        Assert.Empty(CurveFit.Fit(Formula.Parse("a"), x, y, [0.5]).Diagnoses);
        Assert.Empty(CurveFit.Fit(Formula.Parse("a + b*x"), x, [0, 1.1, 1.9, 3, 4.05], [0.5, 0.5]).Diagnoses);
    }

    [Fact]
    public void A_parameter_near_zero_did_not_run_away()
    {
        double[] x = [0, 1, 2, 3, 4];
        double[] y = [1, 2.1, 2.9, 4, 5.05];
        FitResult fit = CurveFit.Fit(Formula.Parse("a + b*x + c*x^2"), x, y, [1, 1, 0]);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.RunawayParameter);
    }

    [Fact]
    public void Parameters_that_run_away_are_named()
    {
        double[] x = [77.87, 87.76, 68.6, 66.29];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*(1-exp(-x/b))+c"),
            x,
            [1, 1, 0.8, 0.6],
            [("a", 1), ("b", 75), ("c", -5)]);
        Assert.Equal(
            ["a", "c"],
            fit.Diagnoses.Where(item => item.Kind == DiagnosisKind.RunawayParameter)
                .SelectMany(item => item.Parameters));

        x = [0, 1, 2, 3, 4, 5];
        FitResult step = CurveFit.Fit(
            Formula.Parse("b/(1+exp(-d*(x-m)))"), x, [0.1, 0, 0.1, 1, 0.9, 1.1], [1, 1, 2]);
        Assert.Contains(step.Diagnoses, item => item.Kind == DiagnosisKind.RunawayParameter);
    }

    [Theory]
    [InlineData(1e9, 1)]
    [InlineData(-1e9, 1)]
    [InlineData(45000, 1)]
    [InlineData(2010, 0.1)]
    public void A_predictor_far_from_zero_is_the_first_cause(double origin, double spacing)
    {
        double[] x = [.. Enumerable.Range(0, 5).Select(i => origin + (spacing * i))];
        FitResult fit = CurveFit.Fit((b, at) => b[0] + (b[1] * at), x, [0, 1, 2.1, 2.9, 4], [-origin, 0]);
        Diagnosis first = fit.Diagnoses[0];
        Assert.Equal(DiagnosisKind.DistantPredictor, first.Kind);
        Assert.Contains("Subtract", first.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_predictor_far_from_zero_that_does_no_harm_is_left_alone()
    {
        double[] x = [100, 101, 102, 103, 104];
        FitResult fit = CurveFit.Fit(Formula.Parse("a*x"), x, [200.1, 202, 203.9, 206.1, 208], [1]);
        Assert.Empty(fit.Diagnoses);
    }

    /// <summary>A unit of y, the first x, a model and its start.</summary>
    public static TheoryData<double, double, string, double[]> Extrapolated => new()
    {
        { 1e6, 2000, "a + b*x", [1, 1] },
        { 1e6, 2000, "a + b*x", [1e-3, 1e-3] },
        { 1e6, 290, "a + b*x + c*x^2", [1, 1, 1] },
        { 1e9, 45000, "a + b*x", [1, 0] },
        { 1, 1e6, "a + b*x", [0, 0] },
    };

    [Theory]
    [MemberData(nameof(Extrapolated))]
    public void An_intercept_far_outside_the_data_did_not_run_away(
        double unit, double first, string model, double[] start)
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => first + i)];
        double[] y = [.. x.Select((_, i) => (double)i)
            .Select(i => unit * ((0.05 * i) + (0.8 * Math.Cos(37 * i) * Math.Sin((91.3 * i * i) + 1))))];
        foreach (FitResult fit in new[]
        {
            CurveFit.Fit(Formula.Parse(model), x, y, start),
            CurveFit.Fit((p, at) => Formula.Parse(model).Evaluate(p, at), x, y, start),
        })
        {
            Diagnosis cause = fit.Diagnoses[0];
            Assert.Equal(DiagnosisKind.DistantPredictor, cause.Kind);
            Assert.Contains("Subtract a reference", cause.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.RunawayParameter);
        }
    }

    [Fact]
    public void A_large_unit_makes_no_parameter_run_away()
    {
        double[] x = [.. Enumerable.Range(0, 10).Select(i => (double)i)];
        double[] y = [.. x.Select((at, i) => 1e6 * ((0.3 * at) + (0.3 * Math.Cos(40 * i))))];
        Assert.Empty(CurveFit.Fit(Formula.Parse("a + b*x"), x, y, [1, 1]).Diagnoses);
        Assert.Empty(CurveFit.Fit(Formula.Parse("a + b*x + c*x^2"), x, y, [1e-3, 1e-3, 1e-3]).Diagnoses);
    }

    [Theory]
    [InlineData(1990, 1, 1)]
    [InlineData(2460000, 1, 0.1)]
    [InlineData(1.7e9, 86400, 1e-6)]
    public void A_decay_lost_far_from_zero_is_the_fault_of_the_distance(double first, double step, double rate)
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => first + (i * step))];
        double[] y = [.. Enumerable.Range(0, 30).Select(i => 1 + (3 * Math.Exp(-0.2 * i)) + (0.01 * (i % 3)))];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a*exp(-b*x) + c"), x, y, [("a", 1), ("b", rate), ("c", 0)]);
        Assert.Contains(DiagnosisKind.DistantPredictor, fit.Diagnoses.Select(diagnosis => diagnosis.Kind));
    }

    [Fact]
    public void Few_degrees_of_freedom_are_told_as_such()
    {
        double[] x = [.. Enumerable.Range(0, 12).Select(i => (double)i)];
        double[] y = Array.ConvertAll(x, at => Math.Sin(61 * at * at));
        string[] terms = [.. Enumerable.Range(0, 10).Select(k => $"c{k}*cos({k}*x)")];
        FitResult fit = CurveFit.Fit(Formula.Parse(string.Join(" + ", terms)), x, y, new double[10]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, d => d.Kind == DiagnosisKind.ExplainsNothing);
        Assert.Contains("10 parameters for 12 points", diagnosis.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solve_that_leaves_the_finite_region_is_not_told_to_start_in_it()
    {
        double[] x = [.. Enumerable.Range(1, 40).Select(i => i / 4.0)];
        double[] y = Array.ConvertAll(x, at => 2 * Math.Exp(-3 * at));

        // Finite at the start, but not where the first difference is taken.
        FitResult fit = CurveFit.Fit(
            (p, at) => p[0] * (p[1] > 1 ? double.NaN : 1) * Math.Exp(-p[1] * at), x, y, [1, 0.999999999]);
        Diagnosis diagnosis = fit.Diagnoses[0];
        Assert.Equal(DiagnosisKind.NonFiniteValues, diagnosis.Kind);
        Assert.DoesNotContain("Start where the model is finite", diagnosis.Message, StringComparison.Ordinal);
        Assert.Contains("from a start where it is finite", diagnosis.Message, StringComparison.Ordinal);
    }

    /// <summary>A model far off the data, where nothing has an effect: the start is the cause, not the model.</summary>
    [Theory]
    [InlineData("A/(1 + exp(-k*(x - m)))", new double[] { 1, 5, 40 })]
    [InlineData("exp(a - b/x)", new double[] { 10, 300 })]
    [InlineData("A*exp(-exp(-k*(x - m)))", new double[] { 1, 1, 40 })]
    [InlineData("A*exp(-((x - m)/s)^2)", new double[] { 1, 40, 1 })]
    public void A_start_far_off_the_data_is_no_redundancy_of_the_model(string model, double[] start)
    {
        FitResult fit = CurveFit.Fit(Formula.Parse(model), FromOne(4), [1.8, 3.1, 5.2, 8.4], start);
        Assert.False(fit.Succeeded);
        Assert.DoesNotContain(fit.Diagnoses, item =>
            item.Kind is DiagnosisKind.SingularJacobian or DiagnosisKind.RunawayParameter);
        Assert.Contains(fit.Diagnoses, item =>
            item.Kind is DiagnosisKind.StartOnPlateau or DiagnosisKind.FlatParameter);
        Assert.Contains("FitStrategy.Search", fit.ToReport(), StringComparison.Ordinal);
        foreach (FitParameter parameter in fit.Parameters)
        {
            Assert.Matches($@"\n{parameter.Name} +{parameter.Value:G3} ", fit.ToReport());
        }
    }

    [Theory]
    [InlineData("V*x/(K + x)", new double[] { 5, 1 })]
    [InlineData("V*(1 - exp(-x/K))", new double[] { 5, 1 })]
    [InlineData("V*tanh(x/K)", new double[] { 5, 1 })]
    public void Estimates_whose_errors_are_a_million_times_their_size_do_not_succeed(string model, double[] start)
    {
        double[] x = [0.1, 0.2, 0.4, 0.8, 1.6];
        FitResult fit = CurveFit.Fit(Formula.Parse(model), x, [0.3070, 0.6237, 1.1728, 2.3383, 4.8541], start);
        Assert.False(fit.Succeeded, fit.ToString());
    }

    [Fact]
    public void An_error_of_ten_times_the_estimate_leaves_it_open()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("V*x/(K + x)"), FromOne(5), [1.02, 1.97, 3.01, 3.98, 5.01], [1, 1]);
        Assert.Contains(fit.Diagnoses, item => item.Kind == DiagnosisKind.RunawayParameter);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-30)]
    [InlineData(1e-12)]
    public void A_place_near_zero_did_not_run_away_from_a_start_that_is_nothing(double start)
    {
        double[] x = [.. Enumerable.Range(0, 21).Select(i => (i - 10) / 5.0)];
        double[] y = [.. x.Select((at, i) => (2 * Math.Exp(-at * at)) + (0.02 * Math.Cos(37 * i * i)))];
        FitResult fit = CurveFit.Fit(
            Formula.Parse("h*exp(-((x - m)/w)^2)"), x, y, [("h", 1), ("m", start), ("w", 1)]);
        Assert.Empty(fit.Diagnoses);
    }

    [Theory]
    [InlineData("a", new double[] { 1 })]
    [InlineData("a + b*0*x", new double[] { 1, 1 })]
    public void The_mean_itself_explains_exactly_nothing(string model, double[] start)
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => (double)i)];
        FitResult fit = CurveFit.Fit(Formula.Parse(model), x, Array.ConvertAll(x, at => Math.Cos(37 * at)), start);
        Assert.Equal(0, fit.RSquared);
    }

    [Theory]
    [InlineData("a/(1 + exp(-k*(x - m)))", new double[] { 4, 3, 5 })]
    [InlineData("a*(1 + tanh(k*(x - m)))/2", new double[] { 4, 3, 5 })]
    public void A_step_between_two_points_is_the_limit_of_the_model_and_not_a_leap(string model, double[] start)
    {
        double[] x = [.. Enumerable.Range(0, 41).Select(i => i / 4.0)];
        double[] y = [.. x.Select((at, i) => (at > 5.1 ? 5 : 0) + (0.1 * Math.Sin(91.7 * i * i)))];
        FitResult fit = CurveFit.Fit(
            Formula.Parse(model), x, y, [("a", start[0]), ("k", start[1]), ("m", start[2])]);
        Assert.False(fit.Succeeded);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.JumpedOntoPlateau);
        Assert.Contains("limit", fit.ToReport(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_never_moved_did_not_jump()
    {
        double[] x = [.. Enumerable.Range(0, 41).Select(i => i / 4.0)];
        double[] y = [.. x.Select((at, i) => (3 * Math.Exp(-at)) + (0.02 * Math.Sin(91.7 * i * i)))];
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(k*x)"), x, y, [("a", 2), ("k", 50)]);
        Assert.False(fit.Succeeded);
        Assert.Contains("k itself never moved from 50", fit.ToReport(), StringComparison.Ordinal);
    }

    /// <summary>Strong correlations of parameters that the data fix to percents are a property of the model.</summary>
    [Theory]
    [InlineData("A*exp(-E/8.314/x)", 290, 10, new[] { 2e11, 75000 })]
    [InlineData("exp(a + b/x)", 280, 10, new[] { -5, 3926.0 })]
    [InlineData("a + b*log(x)", 273, 10, new[] { -50, 12.0 })]
    [InlineData("a*x^b", 300, 10, new[] { 1e-6, 3.1 })]
    public void Parameters_known_to_percents_are_not_called_redundant(
        string model, double first, double step, double[] truth)
    {
        double[] x = [.. Enumerable.Range(0, 10).Select(i => first + (step * i))];
        double[] y = [.. x.Select((at, i) =>
            Formula.Parse(model).Evaluate(truth, [at]) * (1 + (2e-3 * Math.Sin(91.7 * i * i))))];
        FitResult fit = CurveFit.Fit(Formula.Parse(model), x, y, truth);
        Assert.All(fit.Parameters, item => Assert.InRange(item.StandardError / Math.Abs(item.Value), 0, 0.1));
        Assert.Empty(fit.Diagnoses);
    }

    private static double[] FromOne(int count) => [.. Enumerable.Range(1, count).Select(i => (double)i)];

    /// <summary>Where the start is to blame, the advice is to start elsewhere, not to fix what is determined.</summary>
    [Theory]
    [InlineData("a + b*(x - m + abs(x - m))", new[] { 1, 1, -1.0 })]
    [InlineData("a + b*(abs(x - m) - (x - m))", new[] { 1, 1, 20.0 })]
    [InlineData("a*exp(-b*(x - m + abs(x - m)))", new[] { 1, -0.1, -3.0 })]
    [InlineData("a + b*sqrt((x - m)^2)", new[] { 1, 1, -5.0 })]
    public void A_Jacobian_that_is_singular_here_alone_is_told_as_that(string model, double[] start)
    {
        double[] x = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        double[] y = [1.02, 0.99, 1.01, 0.98, 1, 1.52, 1.99, 2.51, 3.02, 3.49, 4.01];
        FitResult fit = CurveFit.Fit(Formula.Parse(model), x, y, start);
        Diagnosis singular = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.SingularJacobian);
        Assert.Contains("at this point", singular.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Fix", singular.Message, StringComparison.Ordinal);
        Assert.Contains("FitStrategy.Search", singular.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a + b*(x - m) + c*x", new[] { 1, 1, -1, 2.0 })]
    [InlineData("a*b*x", new[] { 1, 1.0 })]
    [InlineData("a*exp(-b*x*c)", new[] { 4, 0.1, 1.0 })]
    public void One_that_is_singular_everywhere_is_the_model_s(string model, double[] start)
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        FitResult fit = CurveFit.Fit(Formula.Parse(model), x, [5.1, 3.0, 1.9, 1.2, 0.7, 0.4], start);
        Diagnosis singular = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.SingularJacobian);
        Assert.Contains("the data do not determine any of them alone", singular.Message, StringComparison.Ordinal);
    }
}
