namespace MinpackNet;

/// <summary>Computes one row of the Jacobian of the residuals at a point.</summary>
/// <param name="row">Which residual, from 0 to m - 1. The rows of one Jacobian are requested in order.</param>
/// <param name="parameters">The point, n values. Valid only during the call.</param>
/// <param name="gradient">
/// Receives n values: the derivatives of residual <paramref name="row"/> with respect to each parameter. Its content on
/// entry is undefined, so write the zeros too. Valid only during the call.
/// </param>
/// <remarks>An exception thrown here ends the solve and reaches its caller as the same instance.</remarks>
public delegate void JacobianRowFunction(int row, ReadOnlySpan<double> parameters, Span<double> gradient);
