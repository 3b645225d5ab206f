namespace MinpackNet;

/// <summary>A Jacobian that only multiplies, with the weights of its rows.</summary>
internal sealed class OperatorJacobian(BoundedProblem problem)
    : BoundedJacobian(problem.ResidualCount, problem.ParameterCount)
{
    private readonly double[] _weighted = new double[problem.ResidualCount];
    private double[]? _weights;
    private JacobianOperator _operator = null!;

    /// <summary>The present Jacobian, for the user.</summary>
    public JacobianOperator ToOperator() => new(RowCount, ColumnCount, Multiply, MultiplyTransposed);

    public override void Clear()
    {
        JacobianProduct zero = (_, product) => product.Clear();
        _operator = new(RowCount, ColumnCount, zero, zero);
        _weights = null;
    }

    public override int Evaluate(BoundedProblem problem, ReadOnlySpan<double> x, ReadOnlySpan<double> residuals)
    {
        _operator = problem.OperatorJacobian!(x);
        _weights = null;
        return 0;
    }

    public override void CheckGradient(BoundedProblem problem, ReadOnlySpan<double> x, ReadOnlySpan<double> gradient) =>
        problem.Rules.CheckProduct(x, gradient);

    public override void MultiplyRows(ReadOnlySpan<double> weights) => _weights = weights.ToArray();

    public override double ColumnNorm(int j) =>
        throw Errors.NoColumns();

    public override void Multiply(ReadOnlySpan<double> vector, Span<double> product)
    {
        _operator.Multiply(vector, product);
        for (int i = 0; i < _weights?.Length; i++)
        {
            product[i] *= _weights[i];
        }
    }

    public override void MultiplyTransposed(ReadOnlySpan<double> vector, Span<double> product)
    {
        if (_weights is null)
        {
            _operator.MultiplyTransposed(vector, product);
            return;
        }

        for (int i = 0; i < _weights.Length; i++)
        {
            _weighted[i] = vector[i] * _weights[i];
        }

        _operator.MultiplyTransposed(_weighted, product);
    }
}
