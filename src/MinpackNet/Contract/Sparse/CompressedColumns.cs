namespace MinpackNet;

/// <summary>A sparse matrix in the making: entries are added column by column, with ascending rows.</summary>
internal sealed class CompressedColumns(int rowCount, int columnCount, int capacity)
{
    private readonly int[] _columnPointers = new int[columnCount + 1];
    private readonly List<int> _rowIndices = new(capacity);
    private readonly List<double> _values = new(capacity);
    private int _column = -1;

    /// <summary>Adds an entry, to the value of the last one if that is at the same place.</summary>
    public void Add(int row, int column, double value)
    {
        if (column == _column && _rowIndices[^1] == row)
        {
            _values[^1] += value;
            return;
        }

        StartColumnsTo(column);
        _rowIndices.Add(row);
        _values.Add(value);
    }

    public SparseMatrix ToMatrix()
    {
        StartColumnsTo(columnCount);
        return SparseMatrix.Own(rowCount, columnCount, _columnPointers, [.. _rowIndices], [.. _values]);
    }

    private void StartColumnsTo(int column)
    {
        while (_column < column)
        {
            _columnPointers[++_column] = _values.Count;
        }
    }
}
