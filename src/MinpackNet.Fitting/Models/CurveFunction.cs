namespace MinpackNet.Fitting;

/// <summary>A curve: the value of a model of one predictor at one point.</summary>
/// <param name="parameters">The n parameters; valid only during the call.</param>
/// <param name="x">The predictor.</param>
/// <returns>The model's value.</returns>
public delegate double CurveFunction(ReadOnlySpan<double> parameters, double x);
