namespace MinpackNet.Fitting;

/// <summary>The derivatives of a <see cref="PointFunction"/> by its parameters at one point.</summary>
/// <param name="parameters">The n parameters. Valid only during the call.</param>
/// <param name="x">The predictors of the point, in the order of the columns. Valid only during the call.</param>
/// <param name="gradient">Takes the n derivatives.</param>
public delegate void PointGradient(ReadOnlySpan<double> parameters, ReadOnlySpan<double> x, Span<double> gradient);
