namespace MinpackNet.Tests;

/// <summary>In every solver, each option has an effect, and each bad value is refused by name.</summary>
public sealed class OptionsTests
{
    public static TheoryData<string> BadOptions => [.. Bad.Keys];

    public static TheoryData<string> Solvers => TestSolver.Names;

    private static IReadOnlyDictionary<string, (string Option, SolverOptions Value)> Bad { get; } =
        new Dictionary<string, (string, SolverOptions)>
        {
            ["least squares, negative ftol"] = (
                "FunctionTolerance", new LeastSquaresOptions { FunctionTolerance = -1e-8 }),
            ["least squares, NaN ftol"] = (
                "FunctionTolerance", new LeastSquaresOptions { FunctionTolerance = double.NaN }),
            ["least squares, negative xtol"] = ("StepTolerance", new LeastSquaresOptions { StepTolerance = -1e-8 }),
            ["least squares, NaN xtol"] = ("StepTolerance", new LeastSquaresOptions { StepTolerance = double.NaN }),
            ["least squares, negative gtol"] = (
                "GradientTolerance", new LeastSquaresOptions { GradientTolerance = -1e-8 }),
            ["least squares, NaN gtol"] = (
                "GradientTolerance", new LeastSquaresOptions { GradientTolerance = double.NaN }),
            ["least squares, no evaluations"] = ("MaxEvaluations", new LeastSquaresOptions { MaxEvaluations = 0 }),
            ["least squares, negative evaluations"] = (
                "MaxEvaluations", new LeastSquaresOptions { MaxEvaluations = -5 }),
            ["least squares, factor zero"] = ("InitialStepFactor", new LeastSquaresOptions { InitialStepFactor = 0 }),
            ["least squares, negative factor"] = (
                "InitialStepFactor", new LeastSquaresOptions { InitialStepFactor = -1 }),
            ["least squares, NaN factor"] = (
                "InitialStepFactor", new LeastSquaresOptions { InitialStepFactor = double.NaN }),
            ["least squares, too few scales"] = ("ParameterScale", new LeastSquaresOptions { ParameterScale = [1] }),
            ["least squares, too many scales"] = (
                "ParameterScale", new LeastSquaresOptions { ParameterScale = [1, 1, 1] }),
            ["least squares, zero scale"] = ("ParameterScale", new LeastSquaresOptions { ParameterScale = [1, 0] }),
            ["least squares, negative scale"] = (
                "ParameterScale", new LeastSquaresOptions { ParameterScale = [-1, 1] }),
            ["least squares, NaN scale"] = (
                "ParameterScale", new LeastSquaresOptions { ParameterScale = [double.NaN, 1] }),
            ["least squares, infinite scale"] = (
                "ParameterScale", new LeastSquaresOptions { ParameterScale = [double.PositiveInfinity, 1] }),
            ["least squares, NaN precision"] = (
                "ResidualPrecision", new LeastSquaresOptions { ResidualPrecision = double.NaN }),
            ["least squares, infinite precision"] = (
                "ResidualPrecision", new LeastSquaresOptions { ResidualPrecision = double.PositiveInfinity }),
            ["least squares, no thread"] = (
                "MaxDegreeOfParallelism", new LeastSquaresOptions { MaxDegreeOfParallelism = 0 }),
            ["least squares, fewer threads than -1"] = (
                "MaxDegreeOfParallelism", new LeastSquaresOptions { MaxDegreeOfParallelism = -2 }),
            ["least squares, unknown arithmetic"] = (
                "Arithmetic", new LeastSquaresOptions { Arithmetic = (Arithmetic)2 }),
            ["least squares, unknown policy"] = (
                "NonFiniteValues", new LeastSquaresOptions { NonFiniteValues = (NonFinitePolicy)7 }),
            ["equations, negative xtol"] = ("StepTolerance", new NonlinearEquationsOptions { StepTolerance = -1e-8 }),
            ["equations, NaN xtol"] = ("StepTolerance", new NonlinearEquationsOptions { StepTolerance = double.NaN }),
            ["equations, no evaluations"] = ("MaxEvaluations", new NonlinearEquationsOptions { MaxEvaluations = 0 }),
            ["equations, factor zero"] = ("InitialStepFactor", new NonlinearEquationsOptions { InitialStepFactor = 0 }),
            ["equations, NaN factor"] = (
                "InitialStepFactor", new NonlinearEquationsOptions { InitialStepFactor = double.NaN }),
            ["equations, too few scales"] = ("ParameterScale", new NonlinearEquationsOptions { ParameterScale = [1] }),
            ["equations, zero scale"] = ("ParameterScale", new NonlinearEquationsOptions { ParameterScale = [1, 0] }),
            ["equations, NaN precision"] = (
                "ResidualPrecision", new NonlinearEquationsOptions { ResidualPrecision = double.NaN }),
            ["equations, unknown policy"] = (
                "NonFiniteValues", new NonlinearEquationsOptions { NonFiniteValues = (NonFinitePolicy)7 }),
            ["equations, negative lower bandwidth"] = (
                "Bandwidth", new NonlinearEquationsOptions { Bandwidth = (-1, 0) }),
            ["equations, negative upper bandwidth"] = (
                "Bandwidth", new NonlinearEquationsOptions { Bandwidth = (0, -1) }),
        };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void A_bad_option_gives_an_exception_that_names_it(string id)
    {
        (string option, SolverOptions value) = Bad[id];
        int calls = 0;
        ResidualFunction counted = (_, _) => calls++;
        TestSolver solver = TestSolver.All[id[..id.IndexOf(',', StringComparison.Ordinal)]];
        Assert.Equal(
            option, Assert.ThrowsAny<ArgumentException>(() => solver.Solve(counted, options: value)).ParamName);
        if (value is LeastSquaresOptions options)
        {
            Assert.Equal(option, Assert.ThrowsAny<ArgumentException>(() => LeastSquares.SolveByRows(
                Decay.Start, Decay.Count, counted, Decay.JacobianRow, options)).ParamName);
        }

        Assert.Equal(0, calls);
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void The_defaults_are_those_of_SciPy(string name)
    {
        SolverOptions options = TestSolver.All[name].Defaults;
        Assert.Equal((1.49012e-8, 100), (options.StepTolerance, options.InitialStepFactor));
        Assert.Null(options.MaxEvaluations);
        Assert.Null(options.ParameterScale);
        Assert.Null(options.ResidualPrecision);
        Assert.Null(options.Observer);
        Assert.False(options.CheckJacobian);
        Assert.Equal(NonFinitePolicy.Throw, options.NonFiniteValues);
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void The_step_tolerance_ends_a_solve_whose_steps_are_short(string name)
    {
        TestSolver solver = TestSolver.All[name];
        TestOutcome loose = solver.Solve(options: solver.ByStepAlone(0.01));
        TestOutcome tight = solver.Solve(options: solver.ByStepAlone(1e-10));
        Assert.Equal("SmallStep", loose.Status);
        Assert.Equal("SmallStep", tight.Status);
        Assert.True(loose.Evaluations < tight.Evaluations);
        Assert.True(loose.ResidualNorm > tight.ResidualNorm);
        Assert.True(solver.Distance(loose) > solver.Distance(tight));
    }

    /// <remarks>
    /// Least squares: each iteration takes two evaluations for differences and, here, one for its step. Equations: one
    /// evaluation at the start, two for differences, and then one for each step.
    /// </remarks>
    [Theory]
    [InlineData(TestSolver.LeastSquares, 1, 4)]
    [InlineData(TestSolver.LeastSquares, 4, 4)]
    [InlineData(TestSolver.LeastSquares, 5, 7)]
    [InlineData(TestSolver.Equations, 1, 4)]
    [InlineData(TestSolver.Equations, 4, 4)]
    [InlineData(TestSolver.Equations, 5, 5)]
    public void The_limit_on_evaluations_is_looked_at_after_each_step(string name, int limit, int evaluations)
    {
        TestSolver solver = TestSolver.All[name];
        TestOutcome result = solver.Solve(options: solver.Defaults with { MaxEvaluations = limit });
        Assert.Equal("TooManyEvaluations", result.Status);
        Assert.False(result.Converged);
        Assert.Equal(evaluations, result.Evaluations);
    }

    /// <remarks>With differences least squares counts odd after each step: 401 is the first beyond 400.</remarks>
    [Theory]
    [InlineData(TestSolver.LeastSquares, false, 401)]
    [InlineData(TestSolver.LeastSquares, true, 200)]
    [InlineData(TestSolver.Equations, false, 400)]
    [InlineData(TestSolver.Equations, true, 200)]
    public void The_default_limit_grows_with_the_number_of_parameters(string name, bool hasJacobian, int limit)
    {
        TestOutcome result = TestSolver.All[name].SolveEndless(hasJacobian);
        Assert.Equal(("TooManyEvaluations", limit), (result.Status, result.Evaluations));
    }

    /// <remarks>
    /// The bound is factor times the norm of scale times parameter. A Levenberg-Marquardt step may exceed it by a tenth
    /// (Moré 1978); a dogleg step ends on it, but for the rounding of x.
    /// </remarks>
    [Theory]
    [InlineData(TestSolver.LeastSquares, 0.01, 0.1)]
    [InlineData(TestSolver.LeastSquares, 1, 0.1)]
    [InlineData(TestSolver.LeastSquares, 100, 0.1)]
    [InlineData(TestSolver.Equations, 0.01, 1e-12)]
    [InlineData(TestSolver.Equations, 1, 0)]
    public void The_initial_step_factor_bounds_the_first_step(string name, double factor, double margin)
    {
        TestSolver solver = TestSolver.All[name];
        double bound = factor * Length(solver.Start);
        List<double> bounds = [];
        List<double[]> points = [];
        SolverOptions options = solver.Defaults with
        {
            InitialStepFactor = factor,
            ParameterScale = [1, 10],
            Observer = iteration =>
            {
                bounds.Add(iteration.StepBound);
                return true;
            },
        };
        solver.Solve(Recorded(solver, points), solver.Jacobian, options);

        // The norm is the root of a sum of two squares, up to its rounding.
        Provider.AssertTold(told => Assert.Equal(bound, told, 1e-15 * bound), bounds[0]);
        double step = Length([.. points[1].Zip(solver.Start, (there, here) => there - here)]);
        Assert.InRange(step, 0, (1 + margin) * bound);
        if (factor == 0.01)
        {
            Assert.InRange(step, (1 - margin) * bound, (1 + margin) * bound);
        }

        static double Length(double[] x) => Math.Sqrt((x[0] * x[0]) + (100 * x[1] * x[1]));
    }

    [Theory]
    [MemberData(nameof(Solvers))]
    public void The_parameter_scale_changes_the_path_but_not_the_end(string name)
    {
        TestSolver solver = TestSolver.All[name];
        SolverOptions plain = solver.Defaults with { InitialStepFactor = 0.1 };
        SolverOptions withScale = plain with { ParameterScale = [1, 100] };
        Assert.NotEqual(
            solver.Solve(options: plain with { MaxEvaluations = 1 }).Parameters,
            solver.Solve(options: withScale with { MaxEvaluations = 1 }).Parameters);

        TestOutcome scaled = solver.Solve(options: withScale);
        Assert.True(scaled.Converged);
        Assert.InRange(solver.Distance(scaled), 0, solver.Openness); // the default tolerances leave about 1e-8 open
    }

    [Theory]
    [InlineData(TestSolver.LeastSquares, 1e-6, 1e-3)]
    [InlineData(TestSolver.LeastSquares, null, 1.0 / (1 << 26))]
    [InlineData(TestSolver.LeastSquares, 0.0, 1.0 / (1 << 26))]
    [InlineData(TestSolver.LeastSquares, -1.0, 1.0 / (1 << 26))]
    [InlineData(TestSolver.Equations, 1e-6, 1e-3)]
    [InlineData(TestSolver.Equations, null, 1.0 / (1 << 26))]
    [InlineData(TestSolver.Equations, 0.0, 1.0 / (1 << 26))]
    [InlineData(TestSolver.Equations, -1.0, 1.0 / (1 << 26))]
    public void The_residual_precision_sets_the_step_of_the_differences(
        string name, double? precision, double relativeStep)
    {
        TestSolver solver = TestSolver.All[name];
        List<double[]> points = [];
        SolverOptions options = solver.Defaults with { ResidualPrecision = precision, MaxEvaluations = 1 };
        solver.Solve(Recorded(solver, points), options: options);
        double[] start = solver.Start;
        Assert.Equal([start[0] + (start[0] * relativeStep), start[1]], points[1]);
        Assert.Equal([start[0], start[1] + (start[1] * relativeStep)], points[2]);
    }

    [Theory]
    [InlineData(TestSolver.LeastSquares)]
    [InlineData(TestSolver.Equations)]
    public void The_policy_decides_about_values_that_are_not_finite(string name)
    {
        TestSolver solver = TestSolver.All[name];
        ResidualFunction broken = (_, r) => r.Fill(double.NaN);
        Assert.Equal(
            solver.Start, Assert.Throws<NonFiniteValueException>(() => solver.Solve(broken)).Point);

        TestOutcome propagated = solver.Solve(
            broken, options: solver.Defaults with { NonFiniteValues = NonFinitePolicy.Propagate });
        Assert.False(propagated.Converged);
        Assert.NotEqual(true, propagated.IsRoot);
        if (name == TestSolver.Equations)
        {
            Assert.InRange(propagated.Evaluations, 1, 602);
        }
        else if (Provider.IsBundled)
        {
            // SciPy's C sources leave the cosines that are NaN out of the largest one.
            Assert.Equal("SmallGradient", propagated.Status);
            Assert.Equal(solver.Start.Length + 1, propagated.Evaluations);
        }
        else
        {
            Assert.Equal("TooManyEvaluations", propagated.Status);
            Assert.InRange(propagated.Evaluations, 600, 602); // 200 (n + 1), and the rest of an iteration
        }
    }

    private static ResidualFunction Recorded(TestSolver solver, List<double[]> points) => (x, r) =>
    {
        points.Add(x.ToArray());
        solver.Function(x, r);
    };
}
