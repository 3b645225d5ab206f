using MinpackNet.Tests.Problems;

namespace MinpackNet.Tests;

/// <summary>Each option of a solve of equations has an effect, and each bad value is refused by name.</summary>
public sealed class EquationOptionsTests
{
    private static readonly TestCase Tridiagonal = EquationProblems.Cases[49];
    private static readonly TestCase Banded = EquationProblems.Cases[52];

    public static TheoryData<string> BadOptions => [.. Bad.Keys];

    private static IReadOnlyDictionary<string, (string Option, NonlinearEquationsOptions Value)> Bad { get; } =
        new Dictionary<string, (string, NonlinearEquationsOptions)>
        {
            ["negative xtol"] = ("StepTolerance", new() { StepTolerance = -1e-8 }),
            ["NaN xtol"] = ("StepTolerance", new() { StepTolerance = double.NaN }),
            ["no evaluations"] = ("MaxEvaluations", new() { MaxEvaluations = 0 }),
            ["factor zero"] = ("InitialStepFactor", new() { InitialStepFactor = 0 }),
            ["NaN factor"] = ("InitialStepFactor", new() { InitialStepFactor = double.NaN }),
            ["too few scales"] = ("ParameterScale", new() { ParameterScale = [1] }),
            ["zero scale"] = ("ParameterScale", new() { ParameterScale = [1, 0] }),
            ["NaN precision"] = ("ResidualPrecision", new() { ResidualPrecision = double.NaN }),
            ["unknown policy"] = ("NonFiniteValues", new() { NonFiniteValues = (NonFinitePolicy)7 }),
            ["negative lower bandwidth"] = ("Bandwidth", new() { Bandwidth = (-1, 0) }),
            ["negative upper bandwidth"] = ("Bandwidth", new() { Bandwidth = (0, -1) }),
        };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void A_bad_option_gives_an_exception_that_names_it(string id)
    {
        (string option, NonlinearEquationsOptions value) = Bad[id];
        Assert.Equal(option, Assert.ThrowsAny<ArgumentException>(
            () => NonlinearEquations.Solve(Crossing.Start, (_, _) => Assert.Fail(), options: value)).ParamName);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Equal("start", Assert.ThrowsAny<ArgumentException>(
            () => NonlinearEquations.Solve([], Crossing.Equations)).ParamName);
        Assert.Equal("start", Assert.ThrowsAny<ArgumentException>(
            () => NonlinearEquations.Solve([1, double.NaN], Crossing.Equations)).ParamName);
        Assert.Equal("equations", Assert.Throws<ArgumentNullException>(
            () => NonlinearEquations.Solve(Crossing.Start, null!)).ParamName);
    }

    [Fact]
    public void The_defaults_are_those_of_SciPy()
    {
        NonlinearEquationsOptions options = NonlinearEquationsOptions.Default;
        Assert.Equal((1.49012e-8, 100), (options.StepTolerance, options.InitialStepFactor));
        Assert.Null(options.MaxEvaluations);
        Assert.Null(options.ParameterScale);
        Assert.Null(options.ResidualPrecision);
        Assert.Null(options.Bandwidth);
        Assert.Null(options.Observer);
        Assert.False(options.CheckJacobian);
        Assert.Equal(NonFinitePolicy.Throw, options.NonFiniteValues);
        Assert.Equal(options, new NonlinearEquationsOptions());
    }

    [Fact]
    public void The_step_tolerance_ends_a_solve_whose_steps_are_short()
    {
        NonlinearEquationsResult loose = Solve(new() { StepTolerance = 0.01 });
        NonlinearEquationsResult tight = Solve(new() { StepTolerance = 1e-10 });
        Assert.Equal(NonlinearEquationsStatus.SmallStep, loose.Status);
        Assert.Equal(NonlinearEquationsStatus.SmallStep, tight.Status);
        Assert.True(loose.Evaluations < tight.Evaluations);
        Assert.True(loose.ResidualNorm > tight.ResidualNorm);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    public void The_limit_on_evaluations_is_looked_at_after_each_step(int limit, int evaluations)
    {
        // One evaluation at the start, two for differences, and then one for each step.
        NonlinearEquationsResult result = Solve(new() { MaxEvaluations = limit });
        Assert.Equal(NonlinearEquationsStatus.TooManyEvaluations, result.Status);
        Assert.False(result.Converged);
        Assert.Equal(evaluations, result.Evaluations);
    }

    [Theory]
    [InlineData(false, 400)]
    [InlineData(true, 200)]
    public void The_default_limit_grows_with_the_number_of_parameters(bool hasJacobian, int limit)
    {
        // exp(-x) falls for ever, at each step by a factor e.
        NonlinearEquationsResult result = NonlinearEquations.Solve(
            [1.0],
            (x, f) => f[0] = Math.Exp(-x[0]),
            hasJacobian ? (x, j) => j[0, 0] = -Math.Exp(-x[0]) : null,
            new() { StepTolerance = 0 });
        Assert.Equal((NonlinearEquationsStatus.TooManyEvaluations, limit), (result.Status, result.Evaluations));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    public void The_initial_step_factor_bounds_the_first_step(double factor)
    {
        // With scale factors given, the bound is factor times the norm of factor times parameter: |(1 * 1, 10 * 1)|.
        double bound = factor * Math.Sqrt(101);
        List<double[]> points = [];
        NonlinearEquations.Solve(
            Crossing.Start,
            (x, f) =>
            {
                points.Add(x.ToArray());
                Crossing.Equations(x, f);
            },
            Crossing.Jacobian,
            new() { InitialStepFactor = factor, ParameterScale = [1, 10] });

        double step = Math.Sqrt(Math.Pow(points[1][0] - 1, 2) + Math.Pow(10 * (points[1][1] - 1), 2));
        if (factor == 0.01)
        {
            Assert.Equal(bound, step, 1e-12 * bound); // the dogleg step ends on the bound, but for the rounding of x
        }
        else
        {
            Assert.InRange(step, 0, bound);
        }
    }

    [Fact]
    public void The_parameter_scale_changes_the_path_but_not_the_end()
    {
        NonlinearEquationsOptions plain = new() { InitialStepFactor = 0.1 };
        NonlinearEquationsOptions withScale = plain with { ParameterScale = [1, 100] };
        Assert.NotEqual(
            Solve(plain with { MaxEvaluations = 1 }).Parameters,
            Solve(withScale with { MaxEvaluations = 1 }).Parameters);

        NonlinearEquationsResult scaled = Solve(withScale);
        Assert.True(scaled.Converged);
        Assert.Equal(Crossing.Root[0], scaled.Parameters[0], 1e-7); // the default tolerance leaves about 1e-8 open
        Assert.Equal(Crossing.Root[1], scaled.Parameters[1], 1e-7);
    }

    [Theory]
    [InlineData(1e-6, 1e-3)]
    [InlineData(null, 1.0 / (1 << 26))]
    [InlineData(-1.0, 1.0 / (1 << 26))]
    public void The_residual_precision_sets_the_step_of_the_differences(double? precision, double relativeStep)
    {
        List<double[]> points = [];
        NonlinearEquations.Solve(
            Crossing.Start,
            (x, f) =>
            {
                points.Add(x.ToArray());
                Crossing.Equations(x, f);
            },
            options: new() { ResidualPrecision = precision, MaxEvaluations = 1 });
        Assert.Equal([1 + relativeStep, 1], points[1]);
        Assert.Equal([1, 1 + relativeStep], points[2]);
    }

    [Fact]
    public void The_policy_decides_about_values_that_are_not_finite()
    {
        ResidualFunction broken = (_, f) => f.Fill(double.NaN);
        NonFiniteValueException thrown = Assert.Throws<NonFiniteValueException>(
            () => NonlinearEquations.Solve(Crossing.Start, broken));
        Assert.Equal(Crossing.Start, thrown.Point);

        NonlinearEquationsResult propagated = NonlinearEquations.Solve(
            Crossing.Start, broken, options: new() { NonFiniteValues = NonFinitePolicy.Propagate });
        Assert.False(propagated.Converged);
        Assert.False(propagated.IsRoot);
    }

    [Fact]
    public void A_bandwidth_saves_evaluations_and_leads_to_the_same_root()
    {
        NonlinearEquationsResult dense = Solve(Tridiagonal, band: null);
        NonlinearEquationsResult banded = Solve(Tridiagonal, band: (1, 1));
        AssertSameRoot(dense, banded);
        Assert.True(dense.Evaluations - banded.Evaluations >= 7); // 3 in place of 10 for each Jacobian

        AssertSameRoot(Solve(Banded, band: null), Solve(Banded, band: (5, 1)));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1, 3)]
    [InlineData(5, 1, 7)]
    [InlineData(9, 9, 10)]
    public void One_Jacobian_by_differences_costs_as_many_evaluations_as_it_has_diagonals(
        int lower, int upper, int cost)
    {
        // One evaluation at the start, one Jacobian and one step.
        NonlinearEquationsOptions options = new() { Bandwidth = (lower, upper), MaxEvaluations = 1 };
        NonlinearEquationsResult result =
            NonlinearEquations.Solve(Tridiagonal.Start(), Tridiagonal.Problem.Residuals, options: options);
        Assert.Equal(1 + cost + 1, result.Evaluations);
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(1000, 1000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void A_bandwidth_beyond_the_matrix_is_dense(int lower, int upper)
    {
        NonlinearEquationsResult dense = Solve(Tridiagonal, band: null);
        NonlinearEquationsResult wide = Solve(Tridiagonal, band: (lower, upper));
        Assert.Equal(dense.Evaluations, wide.Evaluations);
        Assert.Equal(dense.Parameters, wide.Parameters);
    }

    [Fact]
    public void With_a_Jacobian_the_bandwidth_is_unused()
    {
        NonlinearEquationsOptions options = new() { Bandwidth = (0, 0) };
        NonlinearEquationsResult plain = NonlinearEquations.Solve(
            Tridiagonal.Start(), Tridiagonal.Problem.Residuals, Tridiagonal.Jacobian);
        NonlinearEquationsResult banded = NonlinearEquations.Solve(
            Tridiagonal.Start(), Tridiagonal.Problem.Residuals, Tridiagonal.Jacobian, options);
        Assert.Equal(plain.Parameters, banded.Parameters);
    }

    private static NonlinearEquationsResult Solve(NonlinearEquationsOptions options) =>
        NonlinearEquations.Solve(Crossing.Start, Crossing.Equations, options: options);

    /// <summary>With a tolerance at which the roots agree to 1e-12.</summary>
    private static NonlinearEquationsResult Solve(TestCase problem, (int, int)? band) => NonlinearEquations.Solve(
        problem.Start(), problem.Problem.Residuals, options: new() { Bandwidth = band, StepTolerance = 1e-13 });

    private static void AssertSameRoot(NonlinearEquationsResult expected, NonlinearEquationsResult actual)
    {
        Assert.Equal(expected.Status, actual.Status);
        Assert.True(actual.IsRoot);
        Assert.All(
            expected.Parameters.Zip(actual.Parameters), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
