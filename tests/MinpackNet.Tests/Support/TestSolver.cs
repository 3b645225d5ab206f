namespace MinpackNet.Tests;

/// <summary>A solver with a small problem of its own, for what must hold for every solver.</summary>
internal abstract class TestSolver
{
    public const string LeastSquares = "least squares";
    public const string Equations = "equations";

    public static IReadOnlyDictionary<string, TestSolver> All { get; } = new Dictionary<string, TestSolver>
    {
        [LeastSquares] = new TestLeastSquares(),
        [Equations] = new TestEquations(),
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public abstract double[] Start { get; }

    /// <summary>How many residuals, or equations, there are.</summary>
    protected abstract int Count { get; }

    public abstract double[] Solution { get; }

    /// <summary>How far from the solution the default tolerances may end.</summary>
    public abstract double Openness { get; }

    public abstract ResidualFunction Function { get; }

    public abstract JacobianFunction Jacobian { get; }

    public abstract SolverOptions Defaults { get; }

    /// <summary>Options with which only the length of a step ends a solve.</summary>
    public abstract SolverOptions ByStepAlone(double tolerance);

    public TestOutcome Solve(
        ResidualFunction? function = null,
        JacobianFunction? jacobian = null,
        SolverOptions? options = null,
        CancellationToken cancellation = default) =>
        SolveFrom(Start, function ?? Function, jacobian, options, cancellation);

    public abstract TestOutcome SolveFrom(
        double[] start,
        ResidualFunction function,
        JacobianFunction? jacobian = null,
        SolverOptions? options = null,
        CancellationToken cancellation = default);

    /// <summary>The scalar problem exp(-x) = 0, which falls forever.</summary>
    public TestOutcome SolveEndless(bool hasJacobian) => SolveFrom(
        [1.0],
        (x, r) => r[0] = Math.Exp(-x[0]),
        hasJacobian ? (x, j) => j[0, 0] = -Math.Exp(-x[0]) : null,
        ByStepAlone(0));

    /// <summary>Solves so that the Jacobian is asked for more than once.</summary>
    /// <param name="called">Called at the end of each Jacobian.</param>
    public abstract void SolveWithJacobians(Action called);

    /// <summary>
    /// Solves in a new workspace with a function that throws <see cref="InvalidOperationException"/>.
    /// </summary>
    /// <returns>The residuals that the workspace holds afterwards.</returns>
    public abstract double[] SolveInWorkspace(double[] parameters, ResidualFunction function);

    /// <summary>Solves by SciPy's name for it.</summary>
    /// <param name="calling">Called at the start of each evaluation.</param>
    /// <param name="callingJacobian">Called at the start of each Jacobian; null for differences.</param>
    public abstract void SolvePorted(Action? calling, Action? callingJacobian = null);

    public double Distance(TestOutcome outcome) =>
        outcome.Parameters.Zip(Solution, (x, solution) => Math.Abs(x - solution)).Max();

    public double[] Values(ReadOnlySpan<double> point)
    {
        double[] values = new double[Count];
        Function(point, values);
        return values;
    }

    public double Norm(double[] point) => Math.Sqrt(Values(point).Sum(value => value * value));
}
