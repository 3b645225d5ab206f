namespace MinpackNet;

/// <summary>Multiplies a vector by a Jacobian, or by its transpose.</summary>
/// <param name="vector">The vector. Valid only during the call.</param>
/// <param name="product">
/// Receives the product. Its content on entry is undefined, so write the zeros too. Valid only during the call.
/// </param>
/// <remarks>An exception thrown here ends the solve and reaches its caller as the same instance.</remarks>
public delegate void JacobianProduct(ReadOnlySpan<double> vector, Span<double> product);
