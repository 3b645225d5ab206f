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
    private readonly double[] _last;
    private readonly BoundedDifferences? _differences;

    public MinpackSolve(BoundedProblem problem, double[] start)
    {
        _problem = problem;
        _x = start;
        _last = new double[problem.ResidualCount];
        _differences = problem.Jacobian is null ? new(problem) : null;
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
        SolverFunctions functions = new(n, m, FillResiduals, FillJacobian, null, null, _problem.Cancellation);
        using LeastSquaresWorkspace workspace = new(n, m);
        SolverMemory memory = workspace.Memory;
        SolverSettings settings =
            options.ToSettings(n, functions.HasJacobian) with { Names = OptionNames.LeastSquaresOfSciPy };
        LeastSquaresSummary summary = LeastSquaresCall.Run(memory, _x, functions, settings);

        double[] residuals = memory.Residuals.ToArray();
        double[] jacobian = new double[checked(m * n)];
        if (_problem.Cancellation.IsCancellationRequested)
        {
            Array.Fill(jacobian, double.NaN);
        }
        else
        {
            residuals.CopyTo(_last, 0);
            FillJacobian(_x, new(ref MemoryMarshal.GetArrayDataReference(jacobian), m, n));
        }

        double[] gradient = new double[n];
        for (int j = 0; j < n; j++)
        {
            gradient[j] = Vectors.Dot(jacobian.AsSpan(j * m, m), residuals);
        }

        return new(StatusOf(summary))
        {
            X = _x,
            Cost = 0.5 * Vectors.Dot(residuals, residuals),
            Fun = residuals,
            Jac = Matrices.Rows(jacobian, m, n),
            Grad = gradient,
            Optimality = Vectors.LargestMagnitude(gradient),
            ActiveMask = new int[n],
            Nfev = summary.Evaluations,
            Njev = summary.JacobianEvaluations,
        };
    }

    private static BoundedStatus StatusOf(LeastSquaresSummary summary) => summary switch
    {
        { Status: LeastSquaresStatus.Cancelled } => BoundedStatus.Cancelled,
        { Status: LeastSquaresStatus.TooManyEvaluations } => BoundedStatus.TooManyEvaluations,
        { Converged: false } => BoundedStatus.Refused,
        { Status: LeastSquaresStatus.SmallReduction } => BoundedStatus.SmallReduction,
        { Status: LeastSquaresStatus.SmallStep } => BoundedStatus.SmallStep,
        { Status: LeastSquaresStatus.SmallReductionAndStep } => BoundedStatus.SmallReductionAndStep,
        _ => BoundedStatus.SmallGradient,
    };

    private void FillResiduals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        _problem.Residuals(x, residuals);
        residuals.CopyTo(_last);
    }

    /// <summary>The solver asks for a Jacobian where it last asked for residuals.</summary>
    private void FillJacobian(ReadOnlySpan<double> x, JacobianMatrix jacobian)
    {
        if (_differences is null)
        {
            _problem.Jacobian!(x, jacobian);
        }
        else
        {
            _differences.Fill(x, _last, jacobian);
        }
    }
}
