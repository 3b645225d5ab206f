namespace MinpackNet;

/// <summary>Gives the Jacobian of the residuals at a point without its zeros.</summary>
/// <param name="parameters">The point, n values. Valid only during the call.</param>
/// <returns>m rows by n columns: entry (i, j) is the derivative of residual i with respect to parameter j.</returns>
/// <remarks>
/// <see cref="SparseMatrix.WithValues"/> of one matrix saves the work on its structure. An exception thrown here ends
/// the solve and reaches its caller as the same instance.
/// </remarks>
public delegate SparseMatrix SparseJacobianFunction(ReadOnlySpan<double> parameters);
