namespace MinpackNet;

/// <summary>
/// Columns of a sparse Jacobian that share no row, and so can be estimated by one difference (Curtis, Powell, Reid, J.
/// IMA 13 (1974) 117-120).
/// </summary>
internal static class ColumnGroups
{
    /// <summary>
    /// Takes columns greedily, from left to right: three groups for a tridiagonal matrix. How they are grouped has no
    /// effect on the derivatives.
    /// </summary>
    /// <returns>The columns of each group, each column once.</returns>
    public static int[][] Of(SparseMatrix structure)
    {
        int[] lastGroupInRow = new int[structure.RowCount];
        Array.Fill(lastGroupInRow, -1);
        int[] left = [.. Enumerable.Range(0, structure.ColumnCount)];
        List<int[]> groups = [];
        List<int> group = [];
        while (left.Length > 0)
        {
            group.Clear();
            int kept = 0;
            foreach (int j in left)
            {
                ReadOnlySpan<int> rows =
                    structure.RowIndices[structure.ColumnPointers[j]..structure.ColumnPointers[j + 1]];
                if (Joins(rows, lastGroupInRow, groups.Count))
                {
                    group.Add(j);
                }
                else
                {
                    left[kept++] = j;
                }
            }

            groups.Add([.. group]);
            Array.Resize(ref left, kept);
        }

        return [.. groups];
    }

    private static bool Joins(ReadOnlySpan<int> rows, int[] lastGroupInRow, int group)
    {
        foreach (int i in rows)
        {
            if (lastGroupInRow[i] == group)
            {
                return false;
            }
        }

        foreach (int i in rows)
        {
            lastGroupInRow[i] = group;
        }

        return true;
    }
}
