namespace MinpackNet;

/// <summary>Computes the Jacobian of the residuals at a point.</summary>
/// <param name="parameters">The point, n values. Valid only during the call.</param>
/// <param name="jacobian">
/// Receives m rows by n columns: element (i, j) is the derivative of residual i with respect to parameter j. Its
/// content on entry is undefined, so write the zeros too. Valid only during the call.
/// </param>
/// <remarks>An exception thrown here ends the solve and reaches its caller as the same instance.</remarks>
public delegate void JacobianFunction(ReadOnlySpan<double> parameters, JacobianMatrix jacobian);
