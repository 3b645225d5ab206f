namespace MinpackNet.Fitting;

/// <summary>A model of several predictors: its value at one point.</summary>
/// <param name="parameters">The n parameters. Valid only during the call.</param>
/// <param name="x">The predictors of the point, in the order of the columns. Valid only during the call.</param>
/// <returns>The model's value there.</returns>
public delegate double PointFunction(ReadOnlySpan<double> parameters, ReadOnlySpan<double> x);
