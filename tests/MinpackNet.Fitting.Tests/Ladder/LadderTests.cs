namespace MinpackNet.Fitting.Tests;

/// <summary>The ladder finds optima where one solve does not, and certifies nothing that is none.</summary>
public sealed class LadderTests
{
    private static readonly NistData BoxBod = NistData.Of("BoxBOD");
    private static readonly FitOptions Robust = new() { Strategy = FitStrategy.Robust };
    private static readonly double[] X = [.. Enumerable.Range(0, 30).Select(i => i / 5.0)];

    /// <summary>
    /// A sine of frequency 2 with a little deterministic noise; its sum of squares has many local minima.
    /// </summary>
    private static readonly double[] Wave = [.. X.Select(x => (3 * Math.Sin(2 * x)) + (0.1 * Math.Cos(37 * x)))];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_plateau_is_no_optimum_and_the_next_rung_avoids_it(bool exact)
    {
        Model model = exact ? Model.FromCurve<Saturation>() : Model.FromCurve(Saturation.Value);
        FitResult fit = CurveFit.Fit(model, BoxBod.X, BoxBod.Y, BoxBod.Starts[0], Robust);
        Assert.False(fit.Attempts[0].IsOptimum);
        Assert.Equal(100, fit.Attempts[0].InitialStepFactor);
        Assert.Contains("plateau", fit.Attempts[0].Verdict, StringComparison.Ordinal);
        Assert.True(fit.Attempts[0].ChiSquared > fit.ChiSquared);
        Assert.True(fit.IsCertified);
        Assert.Empty(fit.Diagnoses);
        Assert.StartsWith("Certified", fit.Message, StringComparison.Ordinal);
        Assert.Equal(1, fit.Estimates[1] / BoxBod.Solution.Parameters[1], 1e-9);
        Assert.Equal(fit.Attempts.Sum(attempt => attempt.Evaluations), fit.Evaluations);
    }

    [Fact]
    public void A_local_optimum_does_not_stand_against_scattered_starts()
    {
        FitResult plain = CurveFit.Fit(Formula.Parse("a*sin(w*x)"), X, Wave, [("a", 1), ("w", 3.2)]);
        FitResult robust = CurveFit.Fit(Formula.Parse("a*sin(w*x)"), X, Wave, [("a", 1), ("w", 3.2)], Robust);
        Assert.True(plain.Converged);
        Assert.Empty(plain.Diagnoses);
        Assert.True(robust.Attempts[0].IsOptimum);
        Assert.Equal(1, robust.Attempts[0].ChiSquared / plain.ChiSquared, 1e-6);
        Assert.True(robust.ChiSquared < plain.ChiSquared / 10);
        Assert.Equal(2, robust["w"].Value, 0.01);
        Assert.True(robust.IsCertified);
    }

    [Fact]
    public void A_maximum_with_a_regular_Jacobian_is_no_optimum()
    {
        // r = (b, b² - 2): at b = 0 the gradient vanishes and JᵀJ = 1, but the sum of squares is largest there.
        FitProblem problem = new(
            Model.FromCurve((b, x) => x == 0 ? b[0] : b[0] * b[0]),
            new double[] { 0, 1 },
            [0, 2],
            new double[] { 0 },
            Robust);
        FitOutcome here = new([0], LeastSquaresStatus.SmallGradient, 1, 0);
        string? objection = OptimumTest.Objection(problem, here, Linearization.At(problem, [0]));
        Assert.Equal("the sum of squares does not grow in every direction there", objection);

        double minimum = Math.Sqrt(1.5);
        FitOutcome there = new([minimum], LeastSquaresStatus.SmallStep, 1, 0);
        Assert.Null(OptimumTest.Objection(problem, there, Linearization.At(problem, [minimum])));
        FitOutcome near = new([minimum + 1e-6], LeastSquaresStatus.SmallStep, 1, 0);
        Assert.StartsWith(
            "the gradient is not zero",
            OptimumTest.Objection(problem, near, Linearization.At(problem, near.Parameters)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_redundant_parameter_is_never_certified_and_all_is_told()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*c*x"), X, Wave, [1, 2], Robust);
        Assert.False(fit.IsCertified);
        Assert.StartsWith("Not certified", fit.Message, StringComparison.Ordinal);
        Assert.Equal(4 + Scatter.Count, fit.Attempts.Count);
        Assert.All(fit.Attempts, attempt => Assert.False(attempt.IsOptimum));
        Assert.Equal(
            [DiagnosisKind.SingularJacobian, DiagnosisKind.NotCertified], fit.Diagnoses.Select(d => d.Kind));
        Assert.Contains("singular there, rank 1 of 2", fit.Diagnoses[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_perfect_fit_is_certified()
    {
        double[] y = Array.ConvertAll(X, x => 2 * Math.Exp(-0.5 * x));
        FitResult fit = CurveFit.Fit((p, x) => p[0] * Math.Exp(-p[1] * x), X, y, [1, 1], Robust);
        Assert.True(fit.IsCertified);
        Assert.Equal(2, fit.Estimates[0], 1e-12);
    }

    [Fact]
    public void Fixed_parameters_stay_fixed_on_every_rung()
    {
        FitOptions options = Robust with { Fixed = ["w"] };
        FitResult fit = CurveFit.Fit(Formula.Parse("a*sin(w*x)"), X, Wave, [("a", 1), ("w", 2)], options);
        Assert.True(fit.IsCertified);
        Assert.All(fit.Attempts, attempt => Assert.Equal(2, attempt.Estimates[1]));
    }

    [Fact]
    public void The_ladder_is_the_same_every_time()
    {
        FitResult first = CurveFit.Fit<Saturation>(BoxBod.X.Columns[0], BoxBod.Y, BoxBod.Starts[0], Robust);
        FitResult second = CurveFit.Fit<Saturation>(BoxBod.X.Columns[0], BoxBod.Y, BoxBod.Starts[0], Robust);
        Assert.Equal(first.ToReport(), second.ToReport());
        Assert.Equal(first.Estimates, second.Estimates);
    }

    [Fact]
    public void A_model_that_is_finite_nowhere_is_reported()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*log(b)*x"), X, Wave, [1, -1], Robust);
        Assert.Equal(LeastSquaresStatus.None, fit.Status);
        Assert.Equal(DiagnosisKind.NonFiniteValues, fit.Diagnoses[0].Kind);
        Assert.All(fit.Attempts, attempt => Assert.Contains("not finite", attempt.Verdict, StringComparison.Ordinal));
    }

    [Fact]
    public void A_start_that_is_not_finite_does_not_keep_others_from_being_tried()
    {
        // Finite only for b below 1; half of the scattered starts are.
        double[] y = Array.ConvertAll(X, x => x + 0.7);
        FitResult fit = CurveFit.Fit(Formula.Parse("a*x + sqrt(1 - b)"), X, y, [1, 1.2], Robust);
        Assert.Contains("not finite", fit.Attempts[0].Verdict, StringComparison.Ordinal);
        Assert.True(fit.IsCertified);
        Assert.Equal(1 - (0.7 * 0.7), fit.Estimates[1], 1e-9);
    }

    [Fact]
    public void A_set_token_ends_the_ladder_with_the_best_so_far()
    {
        using CancellationTokenSource source = new();
        int iterations = 0;
        FitOptions options = Robust with
        {
            Solver = new()
            {
                Observer = _ =>
                {
                    if (++iterations == 40)
                    {
                        source.Cancel();
                    }

                    return true;
                },
            },
        };
        FitResult fit = CurveFit.Fit(
            Saturation.Value, BoxBod.X.Columns[0], BoxBod.Y, BoxBod.Starts[0], options, source.Token);
        Assert.Equal(LeastSquaresStatus.Cancelled, fit.Status);
        Assert.False(fit.IsCertified);
        Assert.NotEmpty(fit.Attempts);
    }

    [Fact]
    public void Scattered_starts_keep_signs_and_differ()
    {
        double[] start = [-3, 0, 1e-9];
        double[][] points = [.. Enumerable.Range(1, Scatter.Count).Select(k => Scatter.Point(start, k))];
        Assert.All(points, point => Assert.InRange(point[0], -300, -0.03));
        Assert.All(points[..4], point => Assert.InRange(point[2], 0.5e-9, 2e-9));
        Assert.Contains(points, point => point[1] > 0);
        Assert.Contains(points, point => point[1] < 0);
        Assert.Equal(Scatter.Count, points.Select(point => point[0]).Distinct().Count());
    }
}
