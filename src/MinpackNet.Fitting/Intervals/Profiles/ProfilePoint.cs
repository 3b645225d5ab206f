using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>A point of a profile.</summary>
/// <param name="Value">The value of the parameter or quantity, in its unit.</param>
/// <param name="Root">
/// The signed root of the increase of the sum of squares, τ = ±√(S - χ²)/s, without unit: S is that of the best fit of
/// all other parameters, and the sign is that of the distance from the estimate. The quantile that it reaches at an end
/// of the interval is one of t.
/// </param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public readonly record struct ProfilePoint(double Value, double Root);
