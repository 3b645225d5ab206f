namespace MinpackNet.Interop;

/// <summary>The user's side of a solve. At most one of the two Jacobian functions is present.</summary>
internal readonly record struct SolverFunctions(
    int ParameterCount,
    int ResidualCount,
    ResidualFunction Residuals,
    JacobianFunction? Jacobian,
    JacobianRowFunction? JacobianRow,
    IterationObserver? Observer,
    CancellationToken Cancellation)
{
    public bool HasJacobian => Jacobian is not null || JacobianRow is not null;
}
