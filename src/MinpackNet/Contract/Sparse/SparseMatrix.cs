using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// A matrix whose zeros are not stored: a sparse Jacobian, or the structure of one. It holds compressed columns and
/// never changes. SciPy: csc_matrix.
/// </summary>
/// <remarks>
/// An entry that is given is part of the structure even if its value is zero. Memory: 12 bytes for an entry and 4 for a
/// column.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(SparseMatrixJsonConverter))]
public sealed class SparseMatrix
{
    private readonly int[] _columnPointers;
    private readonly int[] _rowIndices;
    private readonly double[] _values;

    /// <summary>A matrix from its compressed columns.</summary>
    /// <param name="rowCount">The number of rows, m; positive.</param>
    /// <param name="columnCount">The number of columns, n; positive.</param>
    /// <param name="columnPointers">
    /// n + 1 values from 0 to the number of entries, none below the one before: column j has the entries
    /// columnPointers[j] to columnPointers[j + 1] - 1. SciPy: indptr.
    /// </param>
    /// <param name="rowIndices">The row of each entry, ascending in each column. SciPy: indices.</param>
    /// <param name="values">The value of each entry. SciPy: data.</param>
    /// <exception cref="ArgumentException">The arrays do not describe such a matrix.</exception>
    /// <remarks>The arrays are copied.</remarks>
    public SparseMatrix(
        int rowCount,
        int columnCount,
        ReadOnlySpan<int> columnPointers,
        ReadOnlySpan<int> rowIndices,
        ReadOnlySpan<double> values)
        : this(rowCount, columnCount, columnPointers.ToArray(), rowIndices.ToArray(), values.ToArray())
    {
        SparseStructure.CheckSize(rowCount, columnCount);
        SparseStructure.CheckColumns(rowCount, columnCount, columnPointers, rowIndices);
        if (values.Length != rowIndices.Length)
        {
            throw Errors.SparseValues(nameof(values), values.Length, rowIndices.Length);
        }
    }

    private SparseMatrix(int rowCount, int columnCount, int[] columnPointers, int[] rowIndices, double[] values)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        _columnPointers = columnPointers;
        _rowIndices = rowIndices;
        _values = values;
    }

    /// <summary>The number of rows, m.</summary>
    public int RowCount { get; }

    /// <summary>The number of columns, n.</summary>
    public int ColumnCount { get; }

    /// <summary>The number of entries, those with the value zero among them. SciPy: nnz.</summary>
    public int NonZeroCount => _values.Length;

    /// <summary>n + 1 values: where each column starts among the entries, and the end of the last one.</summary>
    public ReadOnlySpan<int> ColumnPointers => _columnPointers;

    /// <summary>The row of each entry, ascending in each column.</summary>
    public ReadOnlySpan<int> RowIndices => _rowIndices;

    /// <summary>The value of each entry.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The value at a place, 0 where there is no entry.</summary>
    /// <param name="row">From 0 to <see cref="RowCount"/> - 1.</param>
    /// <param name="column">From 0 to <see cref="ColumnCount"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the matrix.</exception>
    public double this[int row, int column]
    {
        get
        {
            if ((uint)row >= (uint)RowCount || (uint)column >= (uint)ColumnCount)
            {
                throw Errors.SparseIndex(row, column, RowCount, ColumnCount);
            }

            int start = _columnPointers[column];
            int index = RowIndices[start.._columnPointers[column + 1]].BinarySearch(row);
            return index < 0 ? 0 : _values[start + index];
        }
    }

    /// <summary>A matrix from its entries. SciPy: coo_matrix.</summary>
    /// <param name="rowCount">The number of rows, m; positive.</param>
    /// <param name="columnCount">The number of columns, n; positive.</param>
    /// <param name="entries">The entries in any order; those at the same place are added.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">An entry is outside the matrix.</exception>
    public static SparseMatrix FromTriplets(
        int rowCount, int columnCount, IEnumerable<(int Row, int Column, double Value)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        SparseStructure.CheckSize(rowCount, columnCount);
        List<int> rows = [];
        List<int> columnIndices = [];
        List<double> values = [];
        foreach ((int row, int column, double value) in entries)
        {
            if ((uint)row >= (uint)rowCount || (uint)column >= (uint)columnCount)
            {
                throw Errors.SparseEntry(nameof(entries), rows.Count, (row, column), (rowCount, columnCount));
            }

            rows.Add(row);
            columnIndices.Add(column);
            values.Add(value);
        }

        // Both sorts are stable, so that rows ascend in each column and equal places are added in the order given.
        int[] order = CountingSort.Order(columnIndices, columnCount, CountingSort.Order(rows, rowCount));
        CompressedColumns columns = new(rowCount, columnCount, order.Length);
        foreach (int k in order)
        {
            columns.Add(rows[k], columnIndices[k], values[k]);
        }

        return columns.ToMatrix();
    }

    /// <summary>A matrix from a dense one, without its zeros.</summary>
    /// <param name="matrix">At least one row and one column.</param>
    /// <returns>The matrix; NaN and infinities are entries.</returns>
    /// <exception cref="ArgumentException">The matrix is empty.</exception>
    public static SparseMatrix FromDense(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        (int rowCount, int columnCount) = (matrix.GetLength(0), matrix.GetLength(1));
        if (matrix.Length == 0)
        {
            throw Errors.EmptyMatrix(nameof(matrix), rowCount, columnCount);
        }

        CompressedColumns columns = new(rowCount, columnCount, rowCount);
        for (int j = 0; j < columnCount; j++)
        {
            for (int i = 0; i < rowCount; i++)
            {
                if (matrix[i, j] != 0)
                {
                    columns.Add(i, j, matrix[i, j]);
                }
            }
        }

        return columns.ToMatrix();
    }

    /// <summary>The same structure with other values, at no cost but that of the values.</summary>
    /// <param name="values">A value for each entry, in the order of <see cref="Values"/>; copied.</param>
    /// <returns>A new matrix.</returns>
    /// <exception cref="ArgumentException">There are more or fewer values than entries.</exception>
    public SparseMatrix WithValues(ReadOnlySpan<double> values) => values.Length == NonZeroCount
        ? WithOwnValues(values.ToArray())
        : throw Errors.SparseValues(nameof(values), values.Length, NonZeroCount);

    /// <summary>The matrix with its zeros.</summary>
    /// <returns>m rows by n columns.</returns>
    public double[,] ToDense()
    {
        double[,] dense = new double[RowCount, ColumnCount];
        for (int j = 0; j < ColumnCount; j++)
        {
            for (int k = _columnPointers[j]; k < _columnPointers[j + 1]; k++)
            {
                dense[_rowIndices[k], j] = _values[k];
            }
        }

        return dense;
    }

    /// <summary>The shape and the number of entries.</summary>
    public override string ToString() =>
        $"{RowCount} by {ColumnCount} with {Errors.Count(NonZeroCount, "entry", "entries")}";

    /// <summary>Takes the arrays as its own, unchecked.</summary>
    internal static SparseMatrix Own(
        int rowCount, int columnCount, int[] columnPointers, int[] rowIndices, double[] values) =>
        new(rowCount, columnCount, columnPointers, rowIndices, values);

    /// <summary>Takes the values as its own.</summary>
    internal SparseMatrix WithOwnValues(double[] values) =>
        new(RowCount, ColumnCount, _columnPointers, _rowIndices, values);

    /// <summary>Some of the columns, as a matrix.</summary>
    internal SparseMatrix Columns(ReadOnlySpan<int> indices)
    {
        int[] pointers = new int[indices.Length + 1];
        for (int k = 0; k < indices.Length; k++)
        {
            pointers[k + 1] = pointers[k] + _columnPointers[indices[k] + 1] - _columnPointers[indices[k]];
        }

        int[] rows = new int[pointers[^1]];
        double[] values = new double[pointers[^1]];
        for (int k = 0; k < indices.Length; k++)
        {
            Range column = _columnPointers[indices[k]].._columnPointers[indices[k] + 1];
            _rowIndices.AsSpan(column).CopyTo(rows.AsSpan(pointers[k]));
            _values.AsSpan(column).CopyTo(values.AsSpan(pointers[k]));
        }

        return new(RowCount, indices.Length, pointers, rows, values);
    }

    /// <summary>Where an entry is.</summary>
    internal (int Row, int Column) PlaceOf(int index)
    {
        int column = 0;
        while (_columnPointers[column + 1] <= index)
        {
            column++;
        }

        return (_rowIndices[index], column);
    }
}
