namespace MinpackNet;

/// <summary>The products of a sparse matrix.</summary>
internal sealed class SparseMap(SparseMatrix matrix) : LinearMap(matrix.RowCount, matrix.ColumnCount)
{
    public SparseMatrix Matrix => matrix;

    public override void Multiply(ReadOnlySpan<double> vector, Span<double> product)
    {
        ReadOnlySpan<int> starts = matrix.ColumnPointers;
        ReadOnlySpan<int> rows = matrix.RowIndices;
        ReadOnlySpan<double> values = matrix.Values;
        product.Clear();
        for (int j = 0; j < vector.Length; j++)
        {
            for (int k = starts[j]; k < starts[j + 1]; k++)
            {
                product[rows[k]] += values[k] * vector[j];
            }
        }
    }

    public override void MultiplyTransposed(ReadOnlySpan<double> vector, Span<double> product)
    {
        ReadOnlySpan<int> starts = matrix.ColumnPointers;
        ReadOnlySpan<int> rows = matrix.RowIndices;
        ReadOnlySpan<double> values = matrix.Values;
        for (int j = 0; j < product.Length; j++)
        {
            double sum = 0;
            for (int k = starts[j]; k < starts[j + 1]; k++)
            {
                sum += values[k] * vector[rows[k]];
            }

            product[j] = sum;
        }
    }
}
