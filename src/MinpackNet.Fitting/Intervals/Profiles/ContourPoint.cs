using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>A point on the border of a joint confidence region.</summary>
/// <param name="First">The value of the first parameter.</param>
/// <param name="Second">The value of the second parameter.</param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public readonly record struct ContourPoint(double First, double Second);
