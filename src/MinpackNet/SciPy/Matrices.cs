using System.Runtime.InteropServices;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>From MINPACK's column-major buffers to arrays.</summary>
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
