namespace MinpackNet;

/// <summary>How a solve in a caller's workspace ended; the solution itself stands in the caller's buffers.</summary>
/// <param name="Status">Why the solver stopped.</param>
/// <param name="Evaluations">Evaluations, those for finite differences included. MINPACK: nfev.</param>
/// <param name="JacobianEvaluations">Calls for the analytic Jacobian; 0 without one. MINPACK: njev.</param>
/// <param name="IsRoot">See <see cref="NonlinearEquationsResult.IsRoot"/>.</param>
public readonly record struct NonlinearEquationsSummary(
    NonlinearEquationsStatus Status, int Evaluations, int JacobianEvaluations, bool IsRoot)
{
    /// <summary>Whether the convergence test was met at a root.</summary>
    public bool Converged => Status == NonlinearEquationsStatus.SmallStep && IsRoot;
}
