namespace MinpackNet.Tests;

/// <summary>The options of least squares alone.</summary>
public sealed class LeastSquaresOptionsTests
{
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
    public void The_defaults_of_least_squares_are_those_of_SciPy()
    {
        LeastSquaresOptions options = LeastSquaresOptions.Default;
        Assert.Equal((1.49012e-8, 0), (options.FunctionTolerance, options.GradientTolerance));
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

    [Fact]
    public void Without_convergence_there_is_no_covariance() =>
        Assert.Null(Solve(new() { MaxEvaluations = 1 }).UnscaledCovariance);

    private static LeastSquaresResult Solve(LeastSquaresOptions options) =>
        LeastSquares.Solve(Decay.Start, Decay.Count, Decay.Residuals, options: options);
}
