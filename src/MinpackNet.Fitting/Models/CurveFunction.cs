namespace MinpackNet.Fitting;

/// <summary>A curve: the model's value at one point of one predictor.</summary>
/// <param name="parameters">The n parameters. Valid only during the call.</param>
/// <param name="x">The predictor.</param>
/// <returns>The model's value there.</returns>
public delegate double CurveFunction(ReadOnlySpan<double> parameters, double x);
