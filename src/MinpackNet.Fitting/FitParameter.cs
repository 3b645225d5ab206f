namespace MinpackNet.Fitting;

/// <summary>A parameter of a fit.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">
/// Its standard error; 0 when fixed, infinite when the data do not determine it, NaN when the fit failed.
/// </param>
/// <param name="Start">Where it started.</param>
/// <param name="IsFixed">Whether it was held at its start.</param>
public sealed record FitParameter(string Name, double Value, double StandardError, double Start, bool IsFixed);
