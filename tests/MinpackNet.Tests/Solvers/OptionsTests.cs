namespace MinpackNet.Tests;

/// <summary>Each option has an effect, and each bad value is refused by name.</summary>
public sealed class OptionsTests
{
    public static TheoryData<string> BadOptions => [.. Bad.Keys];

    private static IReadOnlyDictionary<string, (string Option, LeastSquaresOptions Value)> Bad { get; } =
        new Dictionary<string, (string, LeastSquaresOptions)>
        {
            ["negative ftol"] = ("FunctionTolerance", new() { FunctionTolerance = -1e-8 }),
            ["NaN ftol"] = ("FunctionTolerance", new() { FunctionTolerance = double.NaN }),
            ["negative xtol"] = ("StepTolerance", new() { StepTolerance = -1e-8 }),
            ["NaN xtol"] = ("StepTolerance", new() { StepTolerance = double.NaN }),
            ["negative gtol"] = ("GradientTolerance", new() { GradientTolerance = -1e-8 }),
            ["NaN gtol"] = ("GradientTolerance", new() { GradientTolerance = double.NaN }),
            ["no evaluations"] = ("MaxEvaluations", new() { MaxEvaluations = 0 }),
            ["negative evaluations"] = ("MaxEvaluations", new() { MaxEvaluations = -5 }),
            ["factor zero"] = ("InitialStepFactor", new() { InitialStepFactor = 0 }),
            ["negative factor"] = ("InitialStepFactor", new() { InitialStepFactor = -1 }),
            ["NaN factor"] = ("InitialStepFactor", new() { InitialStepFactor = double.NaN }),
            ["too few scales"] = ("ParameterScale", new() { ParameterScale = [1] }),
            ["too many scales"] = ("ParameterScale", new() { ParameterScale = [1, 1, 1] }),
            ["zero scale"] = ("ParameterScale", new() { ParameterScale = [1, 0] }),
            ["negative scale"] = ("ParameterScale", new() { ParameterScale = [-1, 1] }),
            ["NaN scale"] = ("ParameterScale", new() { ParameterScale = [double.NaN, 1] }),
            ["infinite scale"] = ("ParameterScale", new() { ParameterScale = [double.PositiveInfinity, 1] }),
            ["NaN precision"] = ("ResidualPrecision", new() { ResidualPrecision = double.NaN }),
            ["infinite precision"] = ("ResidualPrecision", new() { ResidualPrecision = double.PositiveInfinity }),
            ["no thread"] = ("MaxDegreeOfParallelism", new() { MaxDegreeOfParallelism = 0 }),
            ["fewer threads than -1"] = ("MaxDegreeOfParallelism", new() { MaxDegreeOfParallelism = -2 }),
            ["unknown arithmetic"] = ("Arithmetic", new() { Arithmetic = (Arithmetic)2 }),
            ["unknown policy"] = ("NonFiniteValues", new() { NonFiniteValues = (NonFinitePolicy)7 }),
        };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void A_bad_option_gives_an_exception_that_names_it(string id)
    {
        (string option, LeastSquaresOptions value) = Bad[id];
        int calls = 0;
        ResidualFunction counted = (b, r) => calls++;
        Assert.Equal(option, Assert.ThrowsAny<ArgumentException>(
            () => LeastSquares.Solve(Decay.Start, Decay.Count, counted, options: value)).ParamName);
        Assert.Equal(option, Assert.ThrowsAny<ArgumentException>(
            () => LeastSquares.SolveByRows(Decay.Start, Decay.Count, counted, Decay.JacobianRow, value)).ParamName);
        Assert.Equal(0, calls);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Equal("start", Assert.ThrowsAny<ArgumentException>(
            () => LeastSquares.Solve([], Decay.Count, Decay.Residuals)).ParamName);
        Assert.Equal("start", Assert.ThrowsAny<ArgumentException>(
            () => LeastSquares.Solve([1, double.NaN], Decay.Count, Decay.Residuals)).ParamName);
        Assert.Equal("residualCount", Assert.ThrowsAny<ArgumentException>(
            () => LeastSquares.Solve(Decay.Start, 1, Decay.Residuals)).ParamName);
        Assert.Equal("residuals", Assert.Throws<ArgumentNullException>(
            () => LeastSquares.Solve(Decay.Start, Decay.Count, null!)).ParamName);
        Assert.Equal("jacobianRow", Assert.Throws<ArgumentNullException>(
            () => LeastSquares.SolveByRows(Decay.Start, Decay.Count, Decay.Residuals, null!)).ParamName);
    }

    [Fact]
    public void The_defaults_are_those_of_SciPy()
    {
        LeastSquaresOptions options = LeastSquaresOptions.Default;
        Assert.Equal(
            (1.49012e-8, 1.49012e-8, 0, 100),
            (options.FunctionTolerance, options.StepTolerance, options.GradientTolerance, options.InitialStepFactor));
        Assert.Null(options.MaxEvaluations);
        Assert.Null(options.ParameterScale);
        Assert.Null(options.ResidualPrecision);
        Assert.Null(options.Observer);
        Assert.Equal(NonFinitePolicy.Throw, options.NonFiniteValues);
        Assert.Equal((1, false), (options.MaxDegreeOfParallelism, options.ThreadSafeModel));
        Assert.Equal(Arithmetic.Exact, options.Arithmetic);
        Assert.Equal(options, new LeastSquaresOptions());
    }

    [Fact]
    public void The_function_tolerance_ends_a_solve_whose_steps_gain_no_more()
    {
        LeastSquaresResult loose = Solve(new() { FunctionTolerance = 0.1, StepTolerance = 0 });
        LeastSquaresResult tight = Solve(new() { FunctionTolerance = 1e-12, StepTolerance = 0 });
        Assert.Equal(LeastSquaresStatus.SmallReduction, loose.Status);
        Assert.Equal(LeastSquaresStatus.SmallReduction, tight.Status);
        Assert.True(loose.Evaluations < tight.Evaluations);
        Assert.True(loose.ResidualNorm > tight.ResidualNorm);
    }

    [Fact]
    public void The_step_tolerance_ends_a_solve_whose_steps_are_short()
    {
        LeastSquaresResult loose = Solve(new() { FunctionTolerance = 0, StepTolerance = 0.01 });
        LeastSquaresResult tight = Solve(new() { FunctionTolerance = 0, StepTolerance = 1e-10 });
        Assert.Equal(LeastSquaresStatus.SmallStep, loose.Status);
        Assert.Equal(LeastSquaresStatus.SmallStep, tight.Status);
        Assert.True(loose.Evaluations < tight.Evaluations);
        Assert.True(Distance(loose) > Distance(tight));
    }

    [Fact]
    public void Both_tolerances_met_at_once_is_a_status_of_its_own() => Assert.Equal(
        LeastSquaresStatus.SmallReductionAndStep,
        Solve(new() { FunctionTolerance = 1, StepTolerance = 10 }).Status);

    [Fact]
    public void The_gradient_tolerance_ends_a_solve_where_residuals_and_columns_are_nearly_orthogonal()
    {
        double cosine = double.NaN;
        LeastSquaresOptions watched = new()
        {
            Observer = iteration =>
            {
                cosine = iteration.GradientNorm;
                return false;
            },
        };
        Solve(watched);
        Provider.AssertTold(told => Assert.InRange(told, 0.84, 0.85), cosine);
        // The bundled core tells the cosine to the last bit, so that the test can stand at the very edge.
        LeastSquaresResult met = Solve(new() { GradientTolerance = Provider.IsBundled ? cosine : 0.85 });
        LeastSquaresResult missed =
            Solve(new() { GradientTolerance = Provider.IsBundled ? Math.BitDecrement(cosine) : 0.84 });

        Assert.Equal(LeastSquaresStatus.SmallGradient, met.Status);
        Assert.Equal(Decay.Start, met.Parameters);
        Assert.NotEqual(Decay.Start, missed.Parameters);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 7)]
    public void The_limit_on_evaluations_is_looked_at_after_each_step(int limit, int evaluations)
    {
        // Each iteration takes two evaluations for differences and, here, one for its step.
        LeastSquaresResult result = Solve(new() { MaxEvaluations = limit });
        Assert.Equal(LeastSquaresStatus.TooManyEvaluations, result.Status);
        Assert.False(result.Converged);
        Assert.Null(result.UnscaledCovariance);
        Assert.Equal(evaluations, result.Evaluations);
    }

    [Theory]
    [InlineData(false, 401)]
    [InlineData(true, 200)]
    public void The_default_limit_grows_with_the_number_of_parameters(bool hasJacobian, int limit)
    {
        // exp(-x) falls for ever. With differences the count is odd after each step: 401 is the first beyond 400.
        LeastSquaresOptions options = new() { FunctionTolerance = 0, StepTolerance = 0 };
        LeastSquaresResult result = LeastSquares.Solve(
            [1.0],
            1,
            (x, r) => r[0] = Math.Exp(-x[0]),
            hasJacobian ? (x, j) => j[0, 0] = -Math.Exp(-x[0]) : null,
            options);
        Assert.Equal((LeastSquaresStatus.TooManyEvaluations, limit), (result.Status, result.Evaluations));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(100)]
    public void The_initial_step_factor_bounds_the_first_step(double factor)
    {
        // With scale factors given, the bound is factor times the norm of factor times parameter: |(1 * 4, 10 * 0.4)|.
        double bound = factor * Math.Sqrt(32);
        List<double> bounds = [];
        LeastSquaresOptions options = new()
        {
            InitialStepFactor = factor,
            ParameterScale = [1, 10],
            Observer = iteration =>
            {
                bounds.Add(iteration.StepBound);
                return true;
            },
        };
        List<double[]> points = [];
        LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                points.Add(b.ToArray());
                Decay.Residuals(b, r);
            },
            Decay.Jacobian,
            options);

        // The norm is the root of a sum of two squares, up to its rounding.
        Provider.AssertTold(told => Assert.Equal(bound, told, 1e-15 * bound), bounds[0]);
        double step = Math.Sqrt(Math.Pow(points[1][0] - 4, 2) + Math.Pow(10 * (points[1][1] - 0.4), 2));
        Assert.InRange(step, 0, 1.1 * bound); // the step may exceed its bound by a tenth (Moré 1978)
        if (factor == 0.01)
        {
            Assert.InRange(step, 0.9 * bound, 1.1 * bound);
        }
    }

    [Fact]
    public void From_a_start_of_zero_the_initial_step_factor_is_the_bound()
    {
        double bound = double.NaN;
        LeastSquaresOptions options = new()
        {
            InitialStepFactor = 0.25,
            Observer = iteration =>
            {
                bound = iteration.StepBound;
                return false;
            },
        };
        LeastSquares.Solve([0, 0], Decay.Count, Decay.Residuals, options: options);
        Provider.AssertTold(told => Assert.Equal(0.25, told), bound);
    }

    [Fact]
    public void The_parameter_scale_changes_the_path_but_not_the_end()
    {
        LeastSquaresOptions plain = new() { InitialStepFactor = 0.1 };
        LeastSquaresOptions withScale = plain with { ParameterScale = [1, 100] };
        Assert.NotEqual(
            Solve(plain with { MaxEvaluations = 1 }).Parameters,
            Solve(withScale with { MaxEvaluations = 1 }).Parameters);

        LeastSquaresResult scaled = Solve(withScale);
        Assert.True(scaled.Converged);
        Assert.InRange(Distance(scaled), 0, 1e-6); // the default tolerances leave about 1e-8 open
    }

    [Theory]
    [InlineData(1e-6, 1e-3)]
    [InlineData(null, 1.0 / (1 << 26))]
    [InlineData(0.0, 1.0 / (1 << 26))]
    [InlineData(-1.0, 1.0 / (1 << 26))]
    public void The_residual_precision_sets_the_step_of_the_differences(double? precision, double relativeStep)
    {
        List<double[]> points = [];
        LeastSquares.Solve(
            Decay.Start,
            Decay.Count,
            (b, r) =>
            {
                points.Add(b.ToArray());
                Decay.Residuals(b, r);
            },
            options: new() { ResidualPrecision = precision, MaxEvaluations = 1 });
        Assert.Equal([4 + (4 * relativeStep), 0.4], points[1]);
        Assert.Equal([4, 0.4 + (0.4 * relativeStep)], points[2]);
    }

    [Fact]
    public void The_policy_decides_about_values_that_are_not_finite()
    {
        ResidualFunction broken = (b, r) => r.Fill(double.NaN);
        Assert.Throws<NonFiniteValueException>(() => LeastSquares.Solve(Decay.Start, Decay.Count, broken));

        LeastSquaresResult propagated = LeastSquares.Solve(
            Decay.Start, Decay.Count, broken, options: new() { NonFiniteValues = NonFinitePolicy.Propagate });
        Assert.Equal(LeastSquaresStatus.TooManyEvaluations, propagated.Status);
        Assert.InRange(propagated.Evaluations, 600, 602); // 200 (n + 1), and the rest of an iteration
    }

    [Fact]
    public void The_observer_is_called_once_for_each_Jacobian()
    {
        int seen = 0;
        LeastSquaresOptions options = new()
        {
            Observer = _ =>
            {
                seen++;
                return true;
            },
        };
        LeastSquaresResult result =
            LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, Decay.Jacobian, options);
        Assert.Equal(result.JacobianEvaluations, seen);
        Assert.Equal(LeastSquaresStatus.SmallReduction, result.Status);
    }

    private static LeastSquaresResult Solve(LeastSquaresOptions options) =>
        LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, options: options);

    private static double Distance(LeastSquaresResult result) =>
        result.Parameters.Zip(Decay.Solution, (x, solution) => Math.Abs(x - solution)).Max();
}
