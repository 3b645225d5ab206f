namespace MinpackNet.Fitting;

/// <summary>The derivatives of a <see cref="SurfaceFunction"/> with respect to its parameters at one point.</summary>
/// <param name="parameters">The n parameters; valid only during the call.</param>
/// <param name="x">The predictors in the order of the columns; valid only during the call.</param>
/// <param name="gradient">Receives the n derivatives.</param>
public delegate void SurfaceGradient(ReadOnlySpan<double> parameters, ReadOnlySpan<double> x, Span<double> gradient);
