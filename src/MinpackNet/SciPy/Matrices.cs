namespace MinpackNet;

/// <summary>From MINPACK's column-major buffers to arrays.</summary>
internal static unsafe class Matrices
{
    /// <summary>Row j of the result is column j of the matrix, which is how SciPy hands out MINPACK's matrices.</summary>
    public static double[,] RowPerColumn(double* matrix, int rows, int columns)
    {
        double[,] transposed = new double[columns, rows];
        fixed (double* target = transposed)
        {
            nuint bytes = (nuint)transposed.LongLength * sizeof(double);
            Buffer.MemoryCopy(matrix, target, bytes, bytes);
        }

        return transposed;
    }
}
