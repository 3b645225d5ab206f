namespace MinpackNet.Nist;

/// <summary>Evaluates a regression model, and its derivatives on request, at one observation.</summary>
/// <param name="b">The parameters b1, b2, ... of NIST's formula.</param>
/// <param name="x">The predictors of the observation.</param>
/// <param name="gradient">Receives the derivatives with respect to each parameter; empty to get only the value.</param>
/// <returns>The model's value.</returns>
/// <remarks>
/// Values are computed in the order of NIST's formula, so that the path of a solve can be compared with that of another
/// program.
/// </remarks>
internal delegate double NistModel(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient);
