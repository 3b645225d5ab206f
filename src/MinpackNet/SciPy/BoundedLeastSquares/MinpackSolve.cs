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

    public MinpackSolve(BoundedProblem problem, double[] start)
    {
        _problem = problem;
        _x = start;
        _differences = new(problem);
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
        JacobianFunction jacobianFunction = _problem.Jacobian ?? _differences.FillJacobian;
        SolverFunctions functions =
            new(n, m, _differences.FillResiduals, jacobianFunction, null, _problem.Observer, _problem.Cancellation);
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
            _differences.ResidualsAre(residuals);
            jacobianFunction(_x, new(ref MemoryMarshal.GetArrayDataReference(jacobian), m, n));
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
}
