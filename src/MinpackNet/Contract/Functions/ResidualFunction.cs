namespace MinpackNet;

/// <summary>Computes the residuals of a least-squares problem, or the equations of a system, at a point.</summary>
/// <param name="parameters">The point, n values. Valid only during the call.</param>
/// <param name="residuals">
/// Receives the m residuals, or the n values of the equations. Valid only during the call.
/// </param>
/// <remarks>
/// An exception thrown here ends the solve and reaches its caller as the same instance. The function may itself run
/// solves.
/// </remarks>
public delegate void ResidualFunction(ReadOnlySpan<double> parameters, Span<double> residuals);
