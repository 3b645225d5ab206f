namespace MinpackNet.Tests;

/// <summary>Small operations on matrices for test input.</summary>
internal static class TestMatrices
{
    public static double[,] Of(int rows, int columns, Func<int, int, double> element)
    {
        double[,] matrix = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                matrix[i, j] = element(i, j);
            }
        }

        return matrix;
    }

    public static double[,] Transposed(double[,] matrix) =>
        Of(matrix.GetLength(1), matrix.GetLength(0), (i, j) => matrix[j, i]);

    public static double[,] Negated(double[,] matrix) =>
        Of(matrix.GetLength(0), matrix.GetLength(1), (i, j) => -matrix[i, j]);
}
