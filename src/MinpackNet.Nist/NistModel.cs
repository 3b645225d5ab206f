namespace MinpackNet.Nist;

/// <summary>Evaluates a regression model, and its derivatives if asked, at one observation.</summary>
/// <param name="b">The parameters b1, b2, ... of NIST's formula.</param>
/// <param name="x">The predictors of the observation.</param>
/// <param name="gradient">Takes the derivatives by each parameter; empty when only the value is wanted.</param>
/// <returns>The model's value.</returns>
/// <remarks>
/// Values are computed in the order in which NIST's formula is written, so that the path of a solve can be compared
/// with that of another program.
/// </remarks>
internal delegate double NistModel(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> gradient);
