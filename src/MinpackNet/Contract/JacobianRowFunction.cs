namespace MinpackNet;

/// <summary>Computes one row of the Jacobian of the residuals at a point.</summary>
/// <param name="row">Which residual, from 0 to m - 1; the rows of one Jacobian are asked for in order.</param>
/// <param name="parameters">The point, n values. Valid only during the call.</param>
/// <param name="gradient">
/// To be filled, n values: the derivatives of residual <paramref name="row"/> by each parameter. Its content on entry
/// is undefined, so zeros must be written too.
/// </param>
/// <remarks>An exception thrown here ends the solve and comes out of it as the same instance.</remarks>
public delegate void JacobianRowFunction(int row, ReadOnlySpan<double> parameters, Span<double> gradient);
