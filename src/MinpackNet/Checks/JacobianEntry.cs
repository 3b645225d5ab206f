namespace MinpackNet;

/// <summary>An entry of a Jacobian that disagrees with a difference quotient of the residuals.</summary>
/// <param name="Row">The 0-based index of the residual.</param>
/// <param name="Column">The 0-based index of the parameter.</param>
/// <param name="Given">The derivative that the Jacobian function gave.</param>
/// <param name="Estimated">The central difference quotient of the residuals.</param>
public readonly record struct JacobianEntry(int Row, int Column, double Given, double Estimated);
