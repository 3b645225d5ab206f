namespace MinpackNet;

/// <summary>
/// A residual at the start, or a derivative, is NaN or infinite, so that no solver can find a direction.
/// </summary>
public sealed class NonFiniteValueException : ArithmeticException
{
    internal NonFiniteValueException(string message, double value, int residual, int? parameter, double[] point)
        : base(message)
    {
        Value = value;
        ResidualIndex = residual;
        ParameterIndex = parameter;
        Point = new(point);
    }

    /// <summary>The offending value: NaN, positive or negative infinity.</summary>
    public double Value { get; }

    /// <summary>
    /// The 0-based index of the residual, which is the row of the Jacobian; -1 where a <see cref="JacobianOperator"/>
    /// does not tell.
    /// </summary>
    public int ResidualIndex { get; }

    /// <summary>
    /// The 0-based index of the parameter, which is the column of the Jacobian; null when the residual itself is not
    /// finite.
    /// </summary>
    public int? ParameterIndex { get; }

    /// <summary>The parameters at which the value occurred, n values.</summary>
    public RealVector Point { get; }
}
