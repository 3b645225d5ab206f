namespace MinpackNet.Fitting;

/// <summary>The derivatives of a <see cref="CurveFunction"/> by its parameters at one point.</summary>
/// <param name="parameters">The n parameters. Valid only during the call.</param>
/// <param name="x">The predictor.</param>
/// <param name="gradient">Takes the n derivatives.</param>
public delegate void CurveGradient(ReadOnlySpan<double> parameters, double x, Span<double> gradient);
