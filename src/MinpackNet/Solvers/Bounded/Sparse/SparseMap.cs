using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet;

/// <summary>The products of a sparse matrix.</summary>
/// <remarks>
/// Columns have few entries, so that the checks of indices would cost as much as the products: the matrix has made
/// them when it was made.
/// </remarks>
internal sealed class SparseMap(SparseMatrix matrix) : LinearMap(matrix.RowCount, matrix.ColumnCount)
{
    public SparseMatrix Matrix => matrix;

    public override void Multiply(ReadOnlySpan<double> vector, Span<double> product)
    {
        product = product[..RowCount];
        product.Clear();
        ref double to = ref MemoryMarshal.GetReference(product);
        ref double value = ref MemoryMarshal.GetReference(matrix.Values);
        ref int row = ref MemoryMarshal.GetReference(matrix.RowIndices);
        ReadOnlySpan<int> ends = matrix.ColumnPointers[1..];
        int k = 0;
        for (int j = 0; j < ends.Length; j++)
        {
            double factor = vector[j];
            for (int end = ends[j]; k < end; k++)
            {
                Unsafe.Add(ref to, Unsafe.Add(ref row, k)) += Unsafe.Add(ref value, k) * factor;
            }
        }
    }

    public override void MultiplyTransposed(ReadOnlySpan<double> vector, Span<double> product)
    {
        ref double from = ref MemoryMarshal.GetReference(vector[..RowCount]);
        ref double value = ref MemoryMarshal.GetReference(matrix.Values);
        ref int row = ref MemoryMarshal.GetReference(matrix.RowIndices);
        ReadOnlySpan<int> ends = matrix.ColumnPointers[1..];
        int k = 0;
        for (int j = 0; j < ends.Length; j++)
        {
            double sum = 0;
            for (int end = ends[j]; k < end; k++)
            {
                sum += Unsafe.Add(ref value, k) * Unsafe.Add(ref from, Unsafe.Add(ref row, k));
            }

            product[j] = sum;
        }
    }
}
