using System.Runtime.InteropServices;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Method lm: MINPACK's lmder, with the given Jacobian or differences, and the Jacobian once more at the end.
/// </summary>
internal sealed class MinpackSolve
{
    private readonly BoundedProblem _problem;
    private readonly double[] _x;
    private readonly DifferenceJacobian _differences;
    private readonly double[] _jacobian;
    private int _jacobians;

    public MinpackSolve(BoundedProblem problem, double[] start)
    {
        _problem = problem;
        _x = start;
        _differences = new(problem);
        _jacobian = new double[checked(problem.ResidualCount * start.Length)];
    }

    public OptimizeResult Run()
    {
        int m = _problem.ResidualCount;
        int n = _x.Length;
        LeastSquaresOptions options = new()
        {
            FunctionTolerance = _problem.FunctionTolerance,
            StepTolerance = _problem.StepTolerance,
            GradientTolerance = _problem.GradientTolerance,
            MaxEvaluations = _problem.MaxEvaluations,
            ParameterScale = _problem.Scale is { } scale ? Array.ConvertAll(scale, unit => 1 / unit) : null,
        };
        SolverFunctions functions =
            new(n, m, _differences.FillResiduals, FillJacobian, null, _problem.Observer, _problem.Cancellation);
        using LeastSquaresWorkspace workspace = new(n, m);
        SolverMemory memory = workspace.Memory;
        SolverSettings settings =
            options.ToSettings(n, functions.HasJacobian, OptionNames.LeastSquaresOfSciPy);
        LeastSquaresSummary summary = LeastSquaresCall.Run(memory, _x, functions, settings);

        double[] residuals = memory.Residuals.ToArray();
        int jacobians = _jacobians;
        if (_problem.Cancellation.IsCancellationRequested)
        {
            summary = summary with { Status = LeastSquaresStatus.Canceled };
        }
        else
        {
            _differences.ResidualsAre(residuals);
            FillJacobian(_x, new(ref MemoryMarshal.GetArrayDataReference(_jacobian), m, n));
        }

        double[] gradient = new double[n];
        for (int j = 0; j < n; j++)
        {
            gradient[j] = Vectors.Dot(_jacobian.AsSpan(j * m, m), residuals);
        }

        return new(StatusOf(_problem.Jacobian is null ? _differences.Judge(summary) : summary), _problem.Cancellation)
        {
            X = _x,
            Cost = 0.5 * Vectors.Dot(residuals, residuals),
            Fun = residuals,
            Jac = Matrices.Rows(_jacobian, m, n),
            Grad = gradient,
            Optimality = Vectors.LargestMagnitude(gradient),
            ActiveMask = new int[n],
            Nfev = summary.Evaluations,
            Njev = jacobians,
        };
    }

    /// <summary>The Jacobian, of which the last whole one is kept.</summary>
    private void FillJacobian(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        (_problem.Jacobian ?? _differences.FillJacobian)(x, jacobian);
        _jacobians += _differences.IsInterrupted ? 0 : 1;
        for (int j = 0; j < x.Length; j++)
        {
            jacobian.Column(j).CopyTo(_jacobian.AsSpan(j * jacobian.RowCount, jacobian.RowCount));
        }
    }

    private static BoundedStatus StatusOf(LeastSquaresSummary summary) => summary switch
    {
        { Status: LeastSquaresStatus.Canceled } => BoundedStatus.Canceled,
        { Status: LeastSquaresStatus.Stopped } => BoundedStatus.Stopped,
        { HasZeroDifferences: true } => BoundedStatus.ZeroDifferences,
        { Status: LeastSquaresStatus.TooManyEvaluations } => BoundedStatus.TooManyEvaluations,
        { Converged: false } => BoundedStatus.Refused,
        { Status: LeastSquaresStatus.SmallReduction } => BoundedStatus.SmallReduction,
        { Status: LeastSquaresStatus.SmallStep } => BoundedStatus.SmallStep,
        { Status: LeastSquaresStatus.SmallReductionAndStep } => BoundedStatus.SmallReductionAndStep,
        _ => BoundedStatus.SmallGradient,
    };
}
