namespace MinpackNet.Fitting;

/// <summary>A surface: the value of a model of several predictors at one point.</summary>
/// <param name="parameters">The n parameters; valid only during the call.</param>
/// <param name="x">The predictors in the order of the columns; valid only during the call.</param>
/// <returns>The model's value.</returns>
public delegate double SurfaceFunction(ReadOnlySpan<double> parameters, ReadOnlySpan<double> x);
