namespace MinpackNet;

/// <summary>
/// A function from array to a Jacobian of its own kind. It is called once at the start to check its shape; the solver's
/// own first Jacobian, at the same point, gets that answer.
/// </summary>
internal sealed class ShapedSource<TJacobian>
    where TJacobian : class
{
    private readonly Func<double[], TJacobian> _function;
    private readonly (int Rows, int Columns) _shape;
    private readonly Func<TJacobian, (int Rows, int Columns)> _shapeOf;
    private readonly string _argument;
    private TJacobian? _atStart;

    /// <param name="function">The user's.</param>
    /// <param name="start">Where it is called first.</param>
    /// <param name="residualCount">m.</param>
    /// <param name="shapeOf">The shape of what it returns.</param>
    /// <param name="argument">What the function is called.</param>
    public ShapedSource(
        Func<double[], TJacobian> function,
        double[] start,
        int residualCount,
        Func<TJacobian, (int Rows, int Columns)> shapeOf,
        string argument)
    {
        _function = function;
        _shape = (residualCount, start.Length);
        _shapeOf = shapeOf;
        _argument = argument;
        _atStart = Call(start);
    }

    public TJacobian At(ReadOnlySpan<double> x)
    {
        TJacobian jacobian = _atStart ?? Call(x);
        _atStart = null;
        return jacobian;
    }

    private TJacobian Call(ReadOnlySpan<double> x)
    {
        TJacobian jacobian = _function(x.ToArray()) ?? throw Errors.NullFromFunction(_argument);
        (int, int) shape = _shapeOf(jacobian);
        return shape == _shape ? jacobian : throw Errors.JacobianShape(_argument, _shape, shape, layout: null);
    }
}
