namespace MinpackNet;

/// <summary>Computes the Jacobian of the residuals of one of many fits at a point.</summary>
/// <param name="fit">Which fit, and so which data: from 0 to one less than the number of fits.</param>
/// <param name="parameters">The point, n values; valid only during the call.</param>
/// <param name="jacobian">
/// To be filled, m rows by n columns: element (i, j) is the derivative of residual i by parameter j. Its content on
/// entry is undefined, so zeros must be written too.
/// </param>
/// <remarks>As for <see cref="FitResidualFunction"/>.</remarks>
public delegate void FitJacobianFunction(int fit, ReadOnlySpan<double> parameters, JacobianMatrix jacobian);
