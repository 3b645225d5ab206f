namespace MinpackNet;

/// <summary>
/// Residuals at the start, or a Jacobian, held a NaN or an infinity, from which no solver can find a direction.
/// </summary>
public sealed class NonFiniteValueException : ArithmeticException
{
    internal NonFiniteValueException(string message, double value, int residual, int? parameter, double[] point)
        : base(message)
    {
        Value = value;
        ResidualIndex = residual;
        ParameterIndex = parameter;
        Point = point;
    }

    /// <summary>The value met: NaN, positive or negative infinity.</summary>
    public double Value { get; }

    /// <summary>The 0-based index of the residual, or row of the Jacobian.</summary>
    public int ResidualIndex { get; }

    /// <summary>The 0-based column of the Jacobian; null when the residuals themselves held the value.</summary>
    public int? ParameterIndex { get; }

    /// <summary>The parameters at which the value came, n values.</summary>
    public IReadOnlyList<double> Point { get; }
}
