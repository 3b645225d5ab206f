namespace MinpackNet.Fitting;

/// <summary>The derivatives of a <see cref="CurveFunction"/> with respect to its parameters at one point.</summary>
/// <param name="parameters">The n parameters; valid only during the call.</param>
/// <param name="x">The predictor.</param>
/// <param name="gradient">Receives the n derivatives.</param>
public delegate void CurveGradient(ReadOnlySpan<double> parameters, double x, Span<double> gradient);
