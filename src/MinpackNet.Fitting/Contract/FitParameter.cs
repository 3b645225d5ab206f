namespace MinpackNet.Fitting;

/// <summary>A parameter of a fit.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">
/// The standard error; 0 when fixed, infinite when the data do not determine the parameter, NaN when the fit failed.
/// </param>
/// <param name="Start">The start value.</param>
/// <param name="IsFixed">Whether the parameter was held at its start value.</param>
public sealed record FitParameter(string Name, double Value, double StandardError, double Start, bool IsFixed);
