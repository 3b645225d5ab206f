namespace MinpackNet;

/// <summary>Computes the residuals of a least-squares problem, or the equations of a system, at a point.</summary>
/// <param name="parameters">The point, n values. Valid only during the call.</param>
/// <param name="residuals">To be filled, m values (n for a system of equations). Valid only during the call.</param>
/// <remarks>
/// An exception thrown here ends the solve and comes out of it as the same instance. The function may start solves of
/// its own.
/// </remarks>
public delegate void ResidualFunction(ReadOnlySpan<double> parameters, Span<double> residuals);
