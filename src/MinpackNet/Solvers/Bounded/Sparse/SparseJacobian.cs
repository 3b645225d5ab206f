namespace MinpackNet;

/// <summary>The non-zeros, from the user or from differences by groups of columns.</summary>
internal sealed class SparseJacobian(BoundedProblem problem)
    : BoundedJacobian(problem.ResidualCount, problem.ParameterCount)
{
    private readonly GroupedDifferences? _differences =
        problem.SparseJacobian is null ? new(problem.Structure!) : null;

    private SparseMap _map = null!;

    /// <summary>The present values, which no later evaluation changes.</summary>
    public SparseMatrix Matrix => _map.Matrix;

    public override bool IsInterrupted => _differences is { IsInterrupted: true };

    public override bool HasZeroDifferences => _differences is { HasEffect: false };

    public override void Clear() => _map = new(SparseMatrix.FromTriplets(RowCount, ColumnCount, []));

    public override int Evaluate(BoundedProblem problem, ReadOnlySpan<double> x, ReadOnlySpan<double> residuals)
    {
        if (_differences is null)
        {
            _map = new(problem.SparseJacobian!(x));
            return 0;
        }

        double[] values = new double[problem.Structure!.NonZeroCount];
        int evaluations = _differences.Fill(problem, x, residuals, values);
        _map = IsInterrupted ? _map : new(problem.Structure.WithOwnValues(values));
        return evaluations;
    }

    public override void Check(BoundedProblem problem, ReadOnlySpan<double> x) =>
        problem.Rules.CheckJacobian(x, Matrix);

    public override void MultiplyRows(ReadOnlySpan<double> weights)
    {
        double[] values = new double[Matrix.NonZeroCount];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = Matrix.Values[k] * weights[Matrix.RowIndices[k]];
        }

        _map = new(Matrix.WithOwnValues(values));
    }

    public override double ColumnNorm(int j) =>
        Vectors.Norm(Matrix.Values[Matrix.ColumnPointers[j]..Matrix.ColumnPointers[j + 1]]);

    public override void Multiply(ReadOnlySpan<double> vector, Span<double> product) => _map.Multiply(vector, product);

    public override void MultiplyTransposed(ReadOnlySpan<double> vector, Span<double> product) =>
        _map.MultiplyTransposed(vector, product);
}
