using System.Runtime.InteropServices;

namespace MinpackNet;

/// <summary>All m by n values, column by column.</summary>
internal sealed class DenseJacobian(BoundedProblem problem)
    : BoundedJacobian(problem.ResidualCount, problem.ParameterCount)
{
    private readonly BoundedDifferences _differences = new(problem.ResidualCount, problem.ParameterCount);
    private readonly double[] _norms = new double[problem.ParameterCount];
    private bool _isEstimated;
    private bool _hasNorms;

    public double[] Values { get; } = new double[checked(problem.ResidualCount * problem.ParameterCount)];

    public override bool IsInterrupted => _isEstimated && _differences.IsInterrupted;

    public override bool HasZeroDifferences => _isEstimated && !_differences.HasEffect;

    private JacobianMatrix Matrix => new(ref MemoryMarshal.GetArrayDataReference(Values), RowCount, ColumnCount);

    public ReadOnlySpan<double> Column(int j) => Values.AsSpan(j * RowCount, RowCount);

    public override void Clear()
    {
        Array.Clear(Values);
        _hasNorms = false;
    }

    public override int Evaluate(BoundedProblem problem, ReadOnlySpan<double> x, ReadOnlySpan<double> residuals)
    {
        _isEstimated = problem.Jacobian is null;
        _hasNorms = false;
        if (problem.Jacobian is not { } function)
        {
            return _differences.Fill(problem, x, residuals, Values);
        }

        function(x, Matrix);
        return 0;
    }

    public override void Check(BoundedProblem problem, ReadOnlySpan<double> x)
    {
        if (!NonFinite.AreFinite(Matrix))
        {
            problem.Rules.CheckJacobian(problem.UserPoint(x), Matrix, problem.UserColumns);
        }
    }

    public override void MultiplyRows(ReadOnlySpan<double> weights)
    {
        _hasNorms = false;
        for (int j = 0; j < ColumnCount; j++)
        {
            Vectors.Multiply(Column(j), weights, Values.AsSpan(j * RowCount, RowCount));
        }
    }

    public override double ColumnNorm(int j)
    {
        for (int k = 0; k < _norms.Length && !_hasNorms; k++)
        {
            _norms[k] = Vectors.Norm(Column(k));
        }

        _hasNorms = true;
        return _norms[j];
    }

    public override void Multiply(ReadOnlySpan<double> vector, Span<double> product)
    {
        product.Clear();
        for (int j = 0; j < vector.Length; j++)
        {
            Vectors.Add(product, vector[j], Column(j));
        }
    }

    public override void MultiplyTransposed(ReadOnlySpan<double> vector, Span<double> product)
    {
        for (int j = 0; j < product.Length; j++)
        {
            product[j] = Vectors.Dot(Column(j), vector);
        }
    }
}
