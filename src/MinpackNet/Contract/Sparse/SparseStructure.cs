namespace MinpackNet;

/// <summary>What a sparse matrix must be made of.</summary>
internal static class SparseStructure
{
    public static void CheckSize(int rowCount, int columnCount)
    {
        if (rowCount <= 0)
        {
            throw Errors.MatrixSize(nameof(rowCount), rowCount, "rows");
        }

        if (columnCount <= 0)
        {
            throw Errors.MatrixSize(nameof(columnCount), columnCount, "columns");
        }
    }

    /// <summary>Checks compressed columns of a matrix whose size is in order.</summary>
    public static void CheckColumns(
        int rowCount, int columnCount, ReadOnlySpan<int> columnPointers, ReadOnlySpan<int> rowIndices)
    {
        CheckColumnPointers(columnPointers, columnCount, rowIndices.Length);
        for (int j = 0; j < columnCount; j++)
        {
            CheckRows(rowIndices[columnPointers[j]..columnPointers[j + 1]], rowCount, j);
        }
    }

    private static void CheckColumnPointers(ReadOnlySpan<int> columnPointers, int columnCount, int entryCount)
    {
        if (columnPointers.Length != (long)columnCount + 1)
        {
            throw Errors.ColumnPointerCount(nameof(columnPointers), columnPointers.Length, columnCount);
        }

        if (columnPointers[0] != 0 || columnPointers[^1] != entryCount)
        {
            throw Errors.ColumnPointerEnds(
                nameof(columnPointers), (columnPointers[0], columnPointers[^1]), entryCount);
        }

        for (int j = 0; j < columnCount; j++)
        {
            if (columnPointers[j] > columnPointers[j + 1])
            {
                throw Errors.ColumnPointerOrder(
                    nameof(columnPointers), j + 1, columnPointers[j + 1], columnPointers[j]);
            }
        }
    }

    private static void CheckRows(ReadOnlySpan<int> rowIndices, int rowCount, int column)
    {
        for (int k = 0; k < rowIndices.Length; k++)
        {
            if ((uint)rowIndices[k] >= (uint)rowCount)
            {
                throw Errors.SparseRow(nameof(rowIndices), column, rowIndices[k], rowCount);
            }

            if (k > 0 && rowIndices[k] <= rowIndices[k - 1])
            {
                throw Errors.SparseRowOrder(nameof(rowIndices), column, rowIndices[k - 1], rowIndices[k]);
            }
        }
    }
}
