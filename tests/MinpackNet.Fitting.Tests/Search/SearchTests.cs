namespace MinpackNet.Fitting.Tests;

/// <summary>The search finds optima where one solve does not, and certifies nothing that is none.</summary>
public sealed class SearchTests
{
    /// <summary>One unit of V is nothing next to observations of 1e20. The values are SciPy's.</summary>
    [Theory]
    [InlineData(1e20)]
    [InlineData(1e17)]
    [InlineData(1e100)]
    [InlineData(1e-140)]
    public void A_search_means_the_same_in_all_units(double unit)
    {
        double[] x = [0.2, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10];
        double[] y = [0.7127, 1.6, 2.72, 3.394, 4.04, 4.704, 5.333, 5.829, 5.94, 6.464, 6.533];
        FitOptions search = new() { Strategy = FitStrategy.Search };
        (string Formula, double[] Start, double[] Expected)[] models =
        [
            ("V*x/(K + x)", [9, 2], [7.9401, 1.9636]),
            ("a*(1 - exp(-b*x)) + c", [9, 1, 1], [6.1701, 0.4357, 0.3604]),
        ];
        foreach ((string formula, double[] start, double[] expected) in models)
        {
            FitResult here = CurveFit.Fit(Formula.Parse(formula), x, y, start, search);
            bool[] isScaled = [.. Formula.Parse(formula).ParameterNames.Select(name => name is "V" or "a" or "c")];
            FitResult there = CurveFit.Fit(
                Formula.Parse(formula),
                x,
                [.. y.Select(value => value * unit)],
                [.. start.Select((value, j) => isScaled[j] ? value * unit : value)],
                search);
            Assert.True(here.IsCertified && there.IsCertified, there.Message);
            Assert.All(there.Estimates.Select((value, j) => (isScaled[j] ? value / unit : value, here.Estimates[j])),
                pair => Assert.Equal(pair.Item2, pair.Item1, 1e-6 * Math.Abs(pair.Item2)));
            Assert.All(expected.Zip(here.Estimates), pair => Assert.Equal(pair.First, pair.Second, 2e-3));
        }
    }

    private static readonly NistData BoxBod = NistData.Of("BoxBOD");
    private static readonly FitOptions Search = new() { Strategy = FitStrategy.Search };
    private static readonly double[] X = [.. Enumerable.Range(0, 30).Select(i => i / 5.0)];

    /// <summary>
    /// A sine of frequency 2 with a little deterministic noise; its sum of squares has many local minima.
    /// </summary>
    private static readonly double[] Wave = [.. X.Select(x => (3 * Math.Sin(2 * x)) + (0.1 * Math.Cos(37 * x)))];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_plateau_is_no_optimum_and_the_next_attempt_avoids_it(bool exact)
    {
        Model model = exact ? Model.FromCurve<Saturation>() : Model.FromCurve(Saturation.Value);
        FitResult fit = CurveFit.Fit(model, BoxBod.X, BoxBod.Y, BoxBod.Starts[0], Search);
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
        FitResult search = CurveFit.Fit(Formula.Parse("a*sin(w*x)"), X, Wave, [("a", 1), ("w", 3.2)], Search);
        Assert.True(plain.Converged);
        Assert.Equal(DiagnosisKind.ExplainsNothing, Assert.Single(plain.Diagnoses).Kind);
        Assert.True(search.Attempts[0].IsOptimum);
        Assert.Equal(1, search.Attempts[0].ChiSquared / plain.ChiSquared, 1e-6);
        Assert.True(search.ChiSquared < plain.ChiSquared / 10);
        Assert.Equal(2, search["w"].Value, 0.01);
        Assert.True(search.IsCertified);
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
            Search);
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
        FitResult fit = CurveFit.Fit(Formula.Parse("a*c*x"), X, Wave, [1, 2], Search);
        Assert.False(fit.IsCertified);
        Assert.StartsWith("Not certified", fit.Message, StringComparison.Ordinal);
        Assert.True(fit.Attempts.Count > 36);
        Assert.All(fit.Attempts, attempt => Assert.False(attempt.IsOptimum));
        Assert.Equal(
            [DiagnosisKind.SingularJacobian, DiagnosisKind.NotCertified], fit.Diagnoses.Select(d => d.Kind));
        Assert.Contains("singular there, rank 1 of 2", fit.Diagnoses[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_perfect_fit_is_certified()
    {
        double[] y = Array.ConvertAll(X, x => 2 * Math.Exp(-0.5 * x));
        FitResult fit = CurveFit.Fit((p, x) => p[0] * Math.Exp(-p[1] * x), X, y, [1, 1], Search);
        Assert.True(fit.IsCertified);
        Assert.Equal(2, fit.Estimates[0], 1e-12);
    }

    [Fact]
    public void Fixed_parameters_stay_fixed_in_every_attempt()
    {
        FitOptions options = Search with { Fixed = ["w"] };
        FitResult fit = CurveFit.Fit(Formula.Parse("a*sin(w*x)"), X, Wave, [("a", 1), ("w", 2)], options);
        Assert.True(fit.IsCertified);
        Assert.All(fit.Attempts, attempt => Assert.Equal(2, attempt.Estimates[1]));
    }

    [Fact]
    public void The_search_is_the_same_every_time()
    {
        FitResult first = CurveFit.Fit<Saturation>(BoxBod.X.Columns[0], BoxBod.Y, BoxBod.Starts[0], Search);
        FitResult second = CurveFit.Fit<Saturation>(BoxBod.X.Columns[0], BoxBod.Y, BoxBod.Starts[0], Search);
        Assert.Equal(first.ToReport(), second.ToReport());
        Assert.Equal(first.Estimates, second.Estimates);
    }

    [Fact]
    public void A_model_that_is_finite_nowhere_is_reported()
    {
        FitResult fit = CurveFit.Fit(Formula.Parse("a*log(-1 - b^2)*x"), X, Wave, [1, -1], Search);
        Assert.Equal(LeastSquaresStatus.None, fit.Status);
        Assert.Equal(DiagnosisKind.NonFiniteValues, fit.Diagnoses[0].Kind);
        Assert.All(fit.Attempts, attempt => Assert.Contains("not finite", attempt.Verdict, StringComparison.Ordinal));
    }

    [Fact]
    public void A_start_that_is_not_finite_does_not_keep_others_from_being_tried()
    {
        // Finite only for b below 1; half of the scattered starts are.
        double[] y = Array.ConvertAll(X, x => x + 0.7);
        FitResult fit = CurveFit.Fit(Formula.Parse("a*x + sqrt(1 - b)"), X, y, [1, 1.2], Search);
        Assert.Contains("not finite", fit.Attempts[0].Verdict, StringComparison.Ordinal);
        Assert.True(fit.IsCertified);
        Assert.Equal(1 - (0.7 * 0.7), fit.Estimates[1], 1e-9);
    }

    [Fact]
    public void A_set_token_ends_the_search_with_the_best_so_far()
    {
        using CancellationTokenSource source = new();
        int iterations = 0;
        FitOptions options = Search with
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
        Assert.Equal(LeastSquaresStatus.Canceled, fit.Status);
        Assert.False(fit.IsCertified);
        Assert.NotEmpty(fit.Attempts);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(90)]
    [InlineData(400)]
    [InlineData(300)]
    public void A_search_that_was_interrupted_tells_what_it_knows_of_the_best_so_far(int iterationsBefore)
    {
        using CancellationTokenSource source = new();
        int iterations = 0;
        FitOptions Interrupted(Func<bool> atEnd) => Search with
        {
            Solver = new() { Observer = _ => ++iterations < iterationsBefore || atEnd() },
        };
        FitResult canceled = CurveFit.Fit(
            Formula.Parse("a*c*x"), X, Wave, [1, 2], Interrupted(() => Cancel(source)), source.Token);
        Assert.Equal(LeastSquaresStatus.Canceled, canceled.Status);
        iterations = 0;
        FitResult stopped = CurveFit.Fit(Formula.Parse("a*c*x"), X, Wave, [1, 2], Interrupted(() => false));
        Assert.Equal(LeastSquaresStatus.Stopped, stopped.Status);
        foreach (FitResult fit in new[] { canceled, stopped })
        {
            Assert.Equal(
                [DiagnosisKind.SingularJacobian, DiagnosisKind.NotCertified], fit.Diagnoses.Select(item => item.Kind));
            Assert.Contains("the search was interrupted", fit.Diagnoses[1].Message, StringComparison.Ordinal);
            double lowest = fit.Attempts.Select(item => item.ChiSquared).Where(double.IsFinite).Min();
            Assert.Equal(lowest, fit.ChiSquared, 1e-9);
            Assert.False(fit.Succeeded);
        }

        static bool Cancel(CancellationTokenSource source)
        {
            source.Cancel();
            return true;
        }
    }

    /// <summary>Models whose optima differ by signs, whole turns, or the order of their terms.</summary>
    public static TheoryData<string, double[]> Symmetric => new()
    {
        { "A*sin(w*x + p)", [1, 2.3, 9] },
        { "A*sin(w*x + p)", [-1, 2.3, -12] },
        { "A*sin(w*x + p)", [1, -2, 0] },
        { "A*cos(w*x + p) + c", [1, 1.9, 100, 0] },
        { "A*sin(w*(x - p))", [-1, 2.1, 30] },
        { "A*sin(w*x + p) + B*sin(v*x + q)", [1, 2.1, 0, 0.1, 1, 0] },
    };

    [Theory]
    [MemberData(nameof(Symmetric))]
    public void Optima_that_differ_by_a_turn_or_a_sign_are_one(string model, double[] start)
    {
        double[] y = Array.ConvertAll(X, x =>
            (3 * Math.Sin((2 * x) + 0.7))
            + (model.Contains('B') ? Math.Sin(0.9 * x) : 0)
            + (0.1 * Math.Cos(37 * x * x)));
        FitResult fit = CurveFit.Fit(Formula.Parse(model), X, y, start, Search);
        Assert.True(fit.IsCertified, fit.Message);
        Assert.DoesNotContain("distinct", fit.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(fit.Diagnoses, item => item.Kind == DiagnosisKind.NotCertified);

        // The table has several of them, told as one optimum.
        FitAttempt[] same = [.. fit.Attempts.Where(item => item.ChiSquared <= fit.ChiSquared * (1 + 1e-6))];
        Assert.True(same.Select(item => Math.Round(item.Estimates[2], 2)).Distinct().Count() > 1);
        Assert.Single(same, item => item.IsOptimum);
        Assert.All(same, item => Assert.True(
            item.IsOptimum || item.Verdict.EndsWith("again", StringComparison.Ordinal), item.Verdict));
    }

    /// <summary>
    /// Wrong frequencies of a sum of sines, where one term is as good, must not be certified; nor two peaks that run
    /// to infinity against each other.
    /// </summary>
    [Fact]
    public void An_end_that_a_smaller_model_reaches_is_not_certified()
    {
        int certified = 0;
        for (int seed = 0; seed < 12; seed++)
        {
            Random random = new(seed);
            double[] x = [.. Enumerable.Range(0, 30).Select(_ => 10 * random.NextDouble()).Order()];
            double[] truth = [2, 1 + random.NextDouble(), 0.8, 3 + (2 * random.NextDouble())];
            double[] y = Array.ConvertAll(
                x,
                at => (truth[0] * Math.Sin(truth[1] * at)) + (truth[2] * Math.Sin(truth[3] * at))
                    + (0.35 * ((2 * random.NextDouble()) - 1)));
            double[] start = [1, 5 * random.NextDouble(), 1, 5 * random.NextDouble()];
            Formula sines = Formula.Parse("a*sin(w*x) + b*sin(v*x)");
            double best = CurveFit.Fit(sines, x, y, truth).ChiSquared;
            FitResult fit = CurveFit.Fit(sines, x, y, start, Search);
            Assert.True(!fit.IsCertified || fit.ChiSquared <= best * (1 + 1e-6), $"seed {seed}: {fit.Message}");
            certified += fit.IsCertified ? 1 : 0;
        }

        Assert.InRange(certified, 4, 12);
    }

    [Fact]
    public void The_work_of_a_search_for_many_parameters_and_points_is_bounded()
    {
        double[] x = [.. Enumerable.Range(0, 4000).Select(i => i / 400.0)];
        int evaluations = 0;
        Formula peaks = Formula.Parse(string.Join(
            " + ", Enumerable.Range(0, 4).Select(k => $"h{k}/(1 + ((x - c{k})/w{k})^2)")));
        double[] truth = [2, 1.5, 0.6, 2.3, 3.7, 0.6, 2.6, 5.9, 0.6, 2.9, 8.1, 0.6];
        double[] start = [1, 1.2, 0.9, 1, 3.4, 0.9, 1, 5.6, 0.9, 1, 7.8, 0.9];
        double[] y = [.. x.Select((at, i) => peaks.Evaluate(truth, at) + (0.05 * Math.Cos(37.0 * i * i)))];
        Model model = Model.FromCurve((p, at) =>
        {
            evaluations++;
            double sum = 0;
            for (int k = 0; k < p.Length; k += 3)
            {
                double z = (at - p[k + 1]) / p[k + 2];
                sum += p[k] / (1 + (z * z)); // no exponential: this is about millions of evaluations
            }

            return sum;
        });
        FitResult fit = CurveFit.Fit(model, x, y, start, Search);
        Assert.True(fit.IsCertified, fit.Message);
        Assert.InRange(evaluations / x.Length, 1000, 75_000);
        Assert.Equal(2, fit.Estimates[0], 0.02);
    }
}
