namespace MinpackNet;

/// <summary>
/// A function from array to matrix as a <see cref="JacobianFunction"/>. It is called once at the start to check its
/// shape; the solver's own first Jacobian, at the same point, gets that answer.
/// </summary>
internal sealed class ArrayJacobian
{
    private readonly Func<double[], double[,]> _function;
    private readonly (int Rows, int Columns) _shape;
    private readonly ColumnDerivatives? _layout;
    private readonly string _argument;
    private double[,]? _atStart;

    /// <param name="function">The user's.</param>
    /// <param name="start">Where it is called first.</param>
    /// <param name="residualCount">m.</param>
    /// <param name="layout">What colDeriv is; null at a door without it.</param>
    /// <param name="argument">What the function is called there.</param>
    public ArrayJacobian(
        Func<double[], double[,]> function,
        double[] start,
        int residualCount,
        ColumnDerivatives? layout,
        string argument)
    {
        _function = function;
        _shape = layout is { IsOn: true } ? (start.Length, residualCount) : (residualCount, start.Length);
        _layout = layout;
        _argument = argument;
        _atStart = (double[,])Call(start).Clone();
    }

    public void Fill(ReadOnlySpan<double> parameters, JacobianMatrix jacobian)
    {
        double[,] values = _atStart ?? Call(parameters);
        _atStart = null;
        bool isTransposed = _layout is { IsOn: true };
        for (int j = 0; j < jacobian.ColumnCount; j++)
        {
            Span<double> column = jacobian.Column(j);
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = isTransposed ? values[j, i] : values[i, j];
            }
        }
    }

    private double[,] Call(ReadOnlySpan<double> parameters)
    {
        double[,] values = _function(parameters.ToArray()) ?? throw Errors.NullFromFunction(_argument);
        Validate.Shape(values, _shape, _layout, _argument);
        return values;
    }
}
