namespace MinpackNet.Fitting.Tests;

/// <summary>A fit that fails or stalls says why, with the numbers; a healthy one is silent.</summary>
public sealed class DiagnosisTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5, 6, 7, 8];
    private static readonly double[] Y = [2.9, 4.2, 5.1, 6.8, 8.1, 8.9, 10.2, 11.1];
    private static readonly NistData BoxBod = NistData.Of("BoxBOD");

    public static TheoryData<string, int> HealthyFits => new()
    {
        { "Gauss1", 0 }, { "Gauss3", 1 }, { "DanWood", 0 }, { "Hahn1", 0 },
        { "Roszman1", 1 }, { "ENSO", 0 }, { "Thurber", 0 }, { "BoxBOD", 1 }, { "Rat42", 0 }, { "Rat43", 0 },
        { "Eckerle4", 0 },
    };

    /// <summary>Errors that grow with the values, and a model that leaves out something small.</summary>
    public static TheoryData<string, int, DiagnosisKind> TellingResiduals => new()
    {
        { "Chwirut1", 0, DiagnosisKind.CorrelatedResiduals },
        { "Chwirut2", 1, DiagnosisKind.NonNormalResiduals },
        { "Kirby2", 0, DiagnosisKind.CorrelatedResiduals },
        { "Misra1a", 0, DiagnosisKind.CorrelatedResiduals },
        { "Misra1a", 1, DiagnosisKind.CorrelatedResiduals },
    };

    [Theory]
    [MemberData(nameof(HealthyFits))]
    public void A_healthy_fit_has_no_diagnosis(string set, int start) =>
        Assert.All(FitsOf(set, start), fit => Assert.Empty(fit.Diagnoses));

    [Theory]
    [MemberData(nameof(TellingResiduals))]
    public void Residuals_that_are_no_normal_noise_are_all_there_is_to_tell(
        string set, int start, DiagnosisKind kind) => Assert.All(FitsOf(set, start), fit =>
        {
            Assert.Equal(kind, Assert.Single(fit.Diagnoses).Kind);
            Assert.True(fit.Succeeded);
        });

    /// <summary>The fit of a formula, of a function, and of one with derivatives.</summary>
    private static IEnumerable<FitResult> FitsOf(string set, int start)
    {
        NistData data = NistData.Of(set);
        Formula formula = Formula.Parse(
            data.Formula, new FormulaNames { Predictors = data.X.Names, Parameters = data.ParameterNames });
        Model given = Model.FromSurface((b, x) => formula.Evaluate(b, x), formula.Gradient);
        yield return CurveFit.Fit(formula, data.X, data.Y, data.Starts[start]);
        yield return CurveFit.Fit((b, x) => formula.Evaluate(b, x), data.X, data.Y, data.Starts[start]);
        yield return CurveFit.Fit(given, data.X, data.Y, data.Starts[start]);
    }

    [Fact]
    public void A_model_that_is_not_finite_at_the_start_is_shown_with_the_point_and_the_parameters()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*log(b*x)"), X, Y, [1, -1]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses);
        Assert.Equal(DiagnosisKind.NonFiniteValues, diagnosis.Kind);
        Assert.Contains("The model is NaN at point 0 with a = 1, b = -1", diagnosis.Message, StringComparison.Ordinal);
        Assert.Equal(0, diagnosis.Evidence["point"]);
        Assert.Equal(LeastSquaresStatus.None, fit.Status);
        Assert.False(fit.Converged);
        Assert.Equal([1, -1], fit.Estimates);
        Assert.All(fit.StandardErrors, error => Assert.Equal(double.NaN, error));
        Assert.Contains("Failed", fit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivative_that_is_not_finite_is_shown_with_its_parameter()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*x + sqrt(b)"), X, Y, [1, 0]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses);
        Assert.Equal(DiagnosisKind.NonFiniteValues, diagnosis.Kind);
        Assert.Equal(["b"], diagnosis.Parameters);
        Assert.Equal(double.PositiveInfinity, diagnosis.Evidence["value"]);
    }

    [Fact]
    public void A_fit_that_fails_on_its_way_keeps_the_best_point()
    {
        CurveGradient failing = (b, x, gradient) => gradient[0] = b[0] == 1 ? x * Math.Exp(x) : double.NaN;
        double[] y = Array.ConvertAll(X, x => Math.Exp(0.5 * x));
        FitResult fit = CurveFit.Fit(Model.FromCurve((b, x) => Math.Exp(b[0] * x), failing), X, y, [("b", 1)]);
        Assert.Equal(DiagnosisKind.NonFiniteValues, Assert.Single(fit.Diagnoses).Kind);
        Assert.Equal(LeastSquaresStatus.None, fit.Status);
        Assert.True(fit.Evaluations > 1);
        Assert.True(fit.ChiSquared < y.Zip(X, (value, x) => Math.Pow(value - Math.Exp(x), 2)).Sum());
    }

    [Fact]
    public void A_model_that_oscillates_fast_is_no_noise()
    {
        double[] x = [.. Enumerable.Range(0, 200).Select(i => 100 + (i / 40.0))];
        double[] y = [.. x.Select((at, i) => (2 * Math.Sin(7 * at)) + (0.01 * Math.Cos(91.7 * i * i)))];
        Assert.Empty(CurveFit.Fit((p, at) => p[0] * Math.Sin(p[1] * at), x, y, [1.9, 7]).Diagnoses);
    }

    [Fact]
    public void Non_finite_values_that_the_solver_was_told_to_carry_are_found_at_the_end()
    {
        FitOptions options = new() { Solver = new() { NonFiniteValues = NonFinitePolicy.Propagate } };
        FitResult fit = CurveFit.Fit((p, x) => p[0] * Math.Log(p[1] * x), X, Y, [1, -1], options);
        Assert.Equal(DiagnosisKind.NonFiniteValues, Assert.Single(fit.Diagnoses).Kind);
    }

    [Theory]
    [InlineData(1e300, "overflow")]
    [InlineData(1e-300, "underflow")]
    public void Observations_whose_squares_are_no_numbers_are_told(double unit, string what)
    {
        double[] y = [.. Y.Select((value, i) => unit * (value + (i % 2)))];
        FitResult fit = CurveFit.Fit((p, x) => p[0] + (p[1] * x), X, y, [unit, unit]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, one => one.Kind == DiagnosisKind.SquaresOutOfRange);
        Assert.StartsWith($"The squares of the residuals {what}, ", diagnosis.Message, StringComparison.Ordinal);
        Assert.InRange(diagnosis.Evidence["largest residual"], 0.01 * unit, 10 * unit);
    }

    [Fact]
    public void A_parameter_that_the_model_does_not_use_is_flat()
    {
        FitResult fit = CurveFit.Fit((p, x) => p[0] + (p[1] * x) + (0 * p[2]), X, Y, [("a", 1), ("b", 1), ("c", 7)]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses);
        Assert.Equal(DiagnosisKind.FlatParameter, diagnosis.Kind);
        Assert.StartsWith("c did not move", diagnosis.Message, StringComparison.Ordinal);
        Assert.Equal(0, diagnosis.Evidence["effect at the end"]);
        Assert.Equal(double.PositiveInfinity, fit["c"].StandardError);
        Assert.Equal(Line().StandardErrors[1], fit["b"].StandardError, 1e-8); // our differences against the solver's
    }

    [Fact]
    public void A_start_on_a_plateau_is_told_from_a_parameter_without_any_effect()
    {
        FitResult fit = CurveFit.Fit<Saturation>(BoxBod.X.Columns[0], BoxBod.Y, [("b1", 100), ("b2", 100)]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses);
        Assert.Equal(DiagnosisKind.StartOnPlateau, diagnosis.Kind);
        Assert.Equal(["b2"], diagnosis.Parameters);
        Assert.InRange(diagnosis.Evidence["effect at the start"], 0, 1e-30);
        Assert.InRange(diagnosis.Evidence["effective value"], -100, 10);
    }

    [Fact]
    public void A_jump_onto_a_plateau_is_told_from_a_start_there()
    {
        FitResult fit = CurveFit.Fit(Saturation.Value, BoxBod.X.Columns[0], BoxBod.Y, BoxBod.Starts[0]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses);
        Assert.Equal(DiagnosisKind.JumpedOntoPlateau, diagnosis.Kind);
        Assert.Equal(["p[1]"], diagnosis.Parameters);
        Assert.True(diagnosis.Evidence["effect at the start"] > 0.1);
        Assert.Equal(0, diagnosis.Evidence["effect at the end"]);
        Assert.Equal(double.PositiveInfinity, fit.StandardErrors[1]);
        Assert.True(double.IsFinite(fit.StandardErrors[0]));
        Assert.Contains("InitialStepFactor", diagnosis.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Parameters_that_act_only_together_are_named_and_have_infinite_errors(bool exact)
    {
        Formula formula = Formula.Parse("a*c*x + b");
        Model model = exact ? formula : Model.FromSurface((p, x) => formula.Evaluate(p, x));
        FitResult fit = CurveFit.Fit(model, X, Y, [("a", 1), ("c", 2), ("b", 1)]);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses);
        Assert.Equal(DiagnosisKind.SingularJacobian, diagnosis.Kind);
        Assert.Equal(["a", "c"], diagnosis.Parameters);
        Assert.StartsWith("The Jacobian is singular: a and c", diagnosis.Message, StringComparison.Ordinal);
        Assert.Equal(2, diagnosis.Evidence["rank"]);
        Assert.Equal(double.PositiveInfinity, fit["a"].StandardError);
        Assert.Equal(double.PositiveInfinity, fit["c"].StandardError);
        Assert.Contains("infinite", fit.ToString(), StringComparison.Ordinal);

        // What the data do determine is known as well as ever: the offset, and the line.
        FitResult line = Line();
        Assert.Equal(line.StandardErrors[0], fit["b"].StandardError, 1e-6);
        Band expected = line.ConfidenceBand(X);
        Band actual = fit.ConfidenceBand(X);
        Assert.All(expected.Upper.Zip(actual.Upper), pair => Assert.Equal(
            pair.First, pair.Second, 1e-5)); // ftol is 1e-8
    }

    [Fact]
    public void A_curve_that_runs_where_the_data_do_not_determine_it_has_an_infinite_band()
    {
        double[] here = [1, 1, 1, 1];
        FitResult fit = CurveFit.Fit((p, x) => p[0] + (p[1] * x), here, [2.1, 1.9, 2.2, 1.8], [1, 1]);
        Band band = fit.ConfidenceBand(new double[] { 1, 2 });
        Assert.True(double.IsFinite(band.Upper[0]));
        Assert.Equal(double.PositiveInfinity, band.Upper[1]);
    }

    [Fact]
    public void Parameters_that_the_data_hardly_tell_apart_are_named_with_their_correlation()
    {
        double[] far = Array.ConvertAll(X, x => x + 200);
        FitResult fit = CurveFit.Fit((p, x) => p[0] + (p[1] * x), far, Y, [("a", 1), ("b", 1)]);
        Assert.Equal(DiagnosisKind.DistantPredictor, fit.Diagnoses[0].Kind);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.StrongCorrelation);
        Assert.StartsWith("a and b have a correlation of -0.9999", diagnosis.Message, StringComparison.Ordinal);
        Assert.Equal(fit.Correlation[0, 1], diagnosis.Evidence["correlation"], 1e-6);
    }

    [Fact]
    public void Scale_factors_that_do_not_fit_the_effects_are_found()
    {
        NistData data = NistData.Of("MGH10");
        Formula formula = Formula.Parse(data.Formula);
        FitOptions options = new() { Solver = new() { ParameterScale = [1, 1, 1] } };
        FitResult fit = CurveFit.Fit(formula, data.X, data.Y, data.Starts[0], options);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.BadScaling);
        Assert.True(diagnosis.Evidence["mismatch of the scales"] > 1e3);
        Assert.Contains("Leave LeastSquaresOptions.ParameterScale out", diagnosis.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_whose_effect_dwarfs_all_later_ones_is_bad_scaling_too()
    {
        // exp(10 x) at the start against exp(-0.5 x) at the solution.
        double[] y = Array.ConvertAll(X, x => 3 * Math.Exp(-0.5 * x) + (0.01 * (x % 2)));
        FitOptions options = new() { Solver = new() { MaxEvaluations = 60 } };
        FitResult fit = CurveFit.Fit(Formula.Parse("a*exp(b*x) + c"), X, y, [1, 10, 0], options);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.BadScaling);
        Assert.Equal(["b"], diagnosis.Parameters);
    }

    [Fact]
    public void Tolerances_below_the_arithmetic_are_told_from_a_failure()
    {
        NistData data = NistData.Of("Misra1a");
        LeastSquaresOptions none = new() { FunctionTolerance = 0, StepTolerance = 0, GradientTolerance = 0 };
        FitResult fit = CurveFit.Fit<Saturation>(
            data.X.Columns[0], data.Y, data.Starts[0], new() { Solver = none });
        Assert.Equal(
            [DiagnosisKind.CorrelatedResiduals, DiagnosisKind.TolerancesTooTight],
            fit.Diagnoses.Select(item => item.Kind));
        Diagnosis diagnosis = fit.Diagnoses[1];
        Assert.InRange(diagnosis.Evidence["largest gradient cosine"], 0, 1e-6);
        Assert.True(fit.Converged);
        Assert.True(double.IsFinite(fit.StandardErrors[0]));

        LeastSquaresOptions recommended = new() { FunctionTolerance = 1e-12, StepTolerance = 1e-12 };
        Assert.Equal(DiagnosisKind.CorrelatedResiduals, Assert.Single(CurveFit.Fit<Saturation>(
            data.X.Columns[0], data.Y, data.Starts[0], new() { Solver = recommended }).Diagnoses).Kind);
    }

    [Fact]
    public void A_limit_on_evaluations_is_told_with_what_was_left_to_do()
    {
        NistData data = NistData.Of("Misra1a");
        FitResult fit = CurveFit.Fit<Saturation>(
            data.X.Columns[0], data.Y, data.Starts[0], new() { Solver = new() { MaxEvaluations = 5 } });
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses);
        Assert.Equal(DiagnosisKind.EvaluationLimit, diagnosis.Kind);
        Assert.Equal(5, diagnosis.Evidence["evaluations"]);
        Assert.True(diagnosis.Evidence["largest gradient cosine"] > 1e-3);
    }

    [Fact]
    public void A_stop_away_from_the_minimum_is_told()
    {
        NistData data = NistData.Of("Misra1a");
        FitOptions loose = new() { Solver = new() { StepTolerance = 0.5, InitialStepFactor = 0.1 } };
        FitResult fit = CurveFit.Fit<Saturation>(data.X.Columns[0], data.Y, data.Starts[0], loose);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses);
        Assert.Equal(DiagnosisKind.NotAtMinimum, diagnosis.Kind);
        Assert.True(fit.Converged);
        Assert.True(diagnosis.Evidence["gradient cosine"] > 0.01);
    }

    [Fact]
    public void A_parameter_that_stays_while_others_move_is_named()
    {
        // The data are symmetric about 0, where the slope starts.
        double[] x = [-1, 1, -1, 1];
        double[] y = [1, 1, 3, 3];
        FitResult fit = CurveFit.Fit((p, at) => p[0] + (p[1] * at), x, y, [("a", 1), ("b", 0)]);
        Assert.Empty(CurveFit.Fit(Formula.Parse("a + b*x"), x, y, [("a", 1), ("b", 0)]).Diagnoses);
        Diagnosis diagnosis = Assert.Single(fit.Diagnoses, item => item.Kind == DiagnosisKind.ParameterDidNotMove);
        Assert.StartsWith("b did not move", diagnosis.Message, StringComparison.Ordinal);
        Assert.InRange(diagnosis.Evidence["movement over standard error"], 0, 1e-9);
    }

    [Fact]
    public void As_many_parameters_as_points_leave_no_errors()
    {
        FitResult fit = CurveFit.Fit((p, x) => p[0] + (p[1] * x), X[..2], Y[..2], [1, 1]);
        Assert.Equal(DiagnosisKind.NoDegreesOfFreedom, Assert.Single(fit.Diagnoses).Kind);
        Assert.All(fit.StandardErrors, error => Assert.Equal(double.PositiveInfinity, error));
        FitOptions known = new() { Sigma = [0.1], AbsoluteSigma = true };
        Assert.Empty(CurveFit.Fit((p, x) => p[0] + (p[1] * x), X[..2], Y[..2], [1, 1], known).Diagnoses);
    }

    [Fact]
    public void Redundant_parameters_leave_degrees_of_freedom()
    {
        FitResult fit = CurveFit.Fit(
            Formula.Parse("a + b + c*x"), (double[])[1, 2, 3], [2.1, 3.9, 6.2], [1, 2, 3]);
        Assert.Equal(1, fit.DegreesOfFreedom);
        Assert.DoesNotContain(fit.Diagnoses, diagnosis => diagnosis.Kind == DiagnosisKind.NoDegreesOfFreedom);
    }

    [Fact]
    public void Warnings_stand_in_the_report_in_lines_of_at_most_100_characters()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*c*x + b"), X, Y, [1, 2, 1]);
        string[] lines = fit.ToReport().Split(Environment.NewLine);
        Assert.Contains("warnings", lines);
        Assert.Contains(lines, line => line.StartsWith("- The Jacobian is singular", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
    }

    private static FitResult Line() => CurveFit.Fit((p, x) => p[0] + (p[1] * x), X, Y, [1, 1]);
}
