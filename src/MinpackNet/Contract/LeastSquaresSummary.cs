namespace MinpackNet;

/// <summary>How a solve in a caller's workspace ended; the solution itself stands in the caller's buffers.</summary>
/// <param name="Status">Why the solver stopped.</param>
/// <param name="Evaluations">Residual evaluations, those for finite differences included. MINPACK: nfev.</param>
/// <param name="JacobianEvaluations">Calls for the analytic Jacobian; 0 without one. MINPACK: njev.</param>
public readonly record struct LeastSquaresSummary(LeastSquaresStatus Status, int Evaluations, int JacobianEvaluations)
{
    /// <summary>Whether a convergence test was met: the status is one of 1 to 4, as in SciPy.</summary>
    public bool Converged => Status is >= LeastSquaresStatus.SmallReduction and <= LeastSquaresStatus.SmallGradient;
}
