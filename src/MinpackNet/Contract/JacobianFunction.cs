namespace MinpackNet;

/// <summary>Computes the Jacobian of the residuals at a point.</summary>
/// <param name="parameters">The point, n values. Valid only during the call.</param>
/// <param name="jacobian">
/// To be filled, m rows by n columns: element (i, j) is the derivative of residual i by parameter j. Its content on
/// entry is undefined, so zeros must be written too.
/// </param>
/// <remarks>An exception thrown here ends the solve and comes out of it as the same instance.</remarks>
public delegate void JacobianFunction(ReadOnlySpan<double> parameters, JacobianMatrix jacobian);
