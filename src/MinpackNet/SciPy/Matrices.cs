using System.Runtime.InteropServices;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>From MINPACK's column-major buffers, and from other forms of matrices, to arrays.</summary>
internal static class Matrices
{
    /// <summary>
    /// The factor that a solve leaves behind: row j of the result is its column j, which is how SciPy hands out
    /// MINPACK's matrices.
    /// </summary>
    public static double[,] RowPerColumn(SolverMemory solved)
    {
        double[,] rows = new double[solved.ParameterCount, solved.FactorColumn(0).Length];
        for (int j = 0; j < rows.GetLength(0); j++)
        {
            solved.FactorColumn(j).CopyTo(MemoryMarshal.CreateSpan(ref rows[j, 0], rows.GetLength(1)));
        }

        return rows;
    }

    /// <summary>A matrix of single precision.</summary>
    public static double[,] Widened(float[,] matrix)
    {
        double[,] widened = new double[matrix.GetLength(0), matrix.GetLength(1)];
        for (int i = 0; i < widened.GetLength(0); i++)
        {
            for (int j = 0; j < widened.GetLength(1); j++)
            {
                widened[i, j] = matrix[i, j];
            }
        }

        return widened;
    }

    /// <summary>A matrix that is given by its rows.</summary>
    /// <exception cref="ArgumentException">A row is null, or of another length than the first.</exception>
    public static double[,] OfRows(double[][] rows, string argument)
    {
        int columns = rows.FirstOrDefault()?.Length ?? 0;
        double[,] matrix = new double[rows.Length, columns];
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i]?.Length != columns)
            {
                throw Errors.RowLength(argument, i, rows[i]?.Length, columns);
            }

            for (int j = 0; j < columns; j++)
            {
                matrix[i, j] = rows[i][j];
            }
        }

        return matrix;
    }

    /// <summary>A matrix that is stored column by column.</summary>
    public static double[,] Rows(double[] columns, int rowCount, int columnCount)
    {
        double[,] rows = new double[rowCount, columnCount];
        for (int i = 0; i < rowCount; i++)
        {
            for (int j = 0; j < columnCount; j++)
            {
                rows[i, j] = columns[(j * rowCount) + i];
            }
        }

        return rows;
    }
}
