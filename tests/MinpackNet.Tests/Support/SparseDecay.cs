namespace MinpackNet.Tests;

/// <summary>The Jacobian of <see cref="Decay"/> in forms that are not dense.</summary>
internal static class SparseDecay
{
    /// <summary>Entries everywhere, column by column.</summary>
    public static readonly SparseMatrix Everywhere = SparseMatrix.FromTriplets(
        6, 2, from i in Enumerable.Range(0, 6) from j in Enumerable.Range(0, 2) select (i, j, 1.0));

    public static SparseMatrix Jacobian(double[] x)
    {
        double[,] dense = Decay.Jacobian(x);
        return Everywhere.WithValues([.. Enumerable.Range(0, 12).Select(k => dense[k % 6, k / 6])]);
    }

    public static JacobianOperator Operator(double[] x) => OperatorOf(Jacobian(x));

    public static JacobianOperator OperatorOf(SparseMatrix matrix)
    {
        SparseMap map = new(matrix);
        return new(matrix.RowCount, matrix.ColumnCount, map.Multiply, map.MultiplyTransposed);
    }
}
