using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>An entry of a Jacobian that disagrees with finite differences of the residuals.</summary>
/// <param name="Row">The 0-based index of the residual.</param>
/// <param name="Column">The 0-based index of the parameter.</param>
/// <param name="Given">The derivative that the Jacobian function returned.</param>
/// <param name="Estimated">The derivative estimated by central differences of the residuals.</param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public readonly record struct JacobianEntry(int Row, int Column, double Given, double Estimated);
