namespace MinpackNet;

/// <summary>Gives a Jacobian at a point.</summary>
internal delegate TJacobian JacobianSource<out TJacobian>(ReadOnlySpan<double> x);
