namespace MinpackNet.Tests;

/// <summary>Sparse matrices: the ways to make one, what they hold, and what is refused.</summary>
public sealed class SparseMatrixTests
{
    private static readonly double[,] Dense = { { 1, 0, 2, 0 }, { 0, 0, 3, 0 }, { 4, 0, 5, 6 } };

    private static readonly SparseMatrix Sparse =
        new(3, 4, [0, 2, 2, 5, 6], [0, 2, 0, 1, 2, 2], [1, 4, 2, 3, 5, 6]);

    public static TheoryData<string, string, Action> Refused => new()
    {
        { "rowCount", "must be positive", () => _ = new SparseMatrix(0, 1, [0, 0], [], []) },
        { "columnCount", "must be positive", () => _ = new SparseMatrix(1, -1, [0, 0], [], []) },
        { "columnPointers", "There are 2 column pointers for 2 columns", () => Make([0, 1], [0], [1]) },
        { "columnPointers", "is 1 and the last one 2. They must be 0", () => Make([1, 1, 2], [0, 1], [1, 2]) },
        { "columnPointers", "is 0 and the last one 1. They must be 0 and the number of row indices, 2",
            () => Make([0, 1, 1], [0, 1], [1, 2]) },
        { "columnPointers", "Column pointer 2 is 1, less than 2", () => Make([0, 2, 1], [0], [1]) },
        { "columnPointers", "Column pointer 1 is -1, less than 0", () => Make([0, -1, 1], [0], [1]) },
        { "columnPointers", "Column pointer 2 is 1, less than 5", () => Make([0, 5, 1], [0], [1]) },
        { "rowIndices", "Column 1 has an entry in row 3, but the matrix has 3 rows", () => Make([0, 0, 1], [3], [1]) },
        { "rowIndices", "Column 0 has an entry in row -1", () => Make([0, 1, 1], [-1], [1]) },
        { "rowIndices", "Column 0 has an entry in row 1 after one in row 2", () => Make([0, 2, 2], [2, 1], [1, 2]) },
        { "rowIndices", "Column 0 has an entry in row 1 after one in row 1", () => Make([0, 2, 2], [1, 1], [1, 2]) },
        { "values", "There is 1 value for 2 entries", () => Make([0, 2, 2], [0, 1], [1]) },
        { "values", "There are 3 values for 6 entries", () => Sparse.WithValues([1, 2, 3]) },
        { "entries", "Entry 1 is in row 0 and column 2, but the matrix has 2 rows and 2 columns",
            () => SparseMatrix.FromTriplets(2, 2, [(0, 0, 1), (0, 2, 1)]) },
        { "entries", "Entry 0 is in row -1 and column 0",
            () => SparseMatrix.FromTriplets(2, 2, [(-1, 0, 1)]) },
        { "entries", "Value cannot be null", () => SparseMatrix.FromTriplets(2, 2, null!) },
        { "rowCount", "must be positive", () => SparseMatrix.FromTriplets(0, 2, []) },
        { "matrix", "has 0 rows and 2 columns", () => SparseMatrix.FromDense(new double[0, 2]) },
        { "matrix", "Value cannot be null", () => SparseMatrix.FromDense(null!) },
        { "row", "has 3 rows and 4 columns", () => _ = Sparse[3, 0] },
        { "column", "has 3 rows and 4 columns", () => _ = Sparse[0, -1] },
        { "multiply", "Value cannot be null", () => _ = new JacobianOperator(1, 1, null!, Copy) },
        { "multiplyTransposed", "Value cannot be null", () => _ = new JacobianOperator(1, 1, Copy, null!) },
        { "rowCount", "must be positive", () => _ = new JacobianOperator(0, 1, Copy, Copy) },
        { "columnCount", "must be positive", () => _ = new JacobianOperator(1, 0, Copy, Copy) },
    };

    [Fact]
    public void All_ways_lead_to_the_same_matrix()
    {
        AssertSame(Sparse, SparseMatrix.FromDense(Dense));
        AssertSame(
            Sparse,
            SparseMatrix.FromTriplets(
                3, 4, [(2, 3, 6), (1, 2, 3), (2, 0, 4), (0, 2, 1.5), (2, 2, 5), (0, 0, 1), (0, 2, 0.5)]));
        Assert.Equal(Dense, Sparse.ToDense());
        Assert.Equal("3 by 4 with 6 entries", $"{Sparse}");
    }

    [Fact]
    public void An_element_is_read_by_row_and_column()
    {
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                Assert.Equal(Dense[i, j], Sparse[i, j]);
            }
        }
    }

    [Fact]
    public void Zeros_that_are_given_belong_to_the_structure()
    {
        SparseMatrix matrix = SparseMatrix.FromTriplets(2, 2, [(1, 0, 0), (0, 1, 2)]);
        Assert.Equal(2, matrix.NonZeroCount);
        Assert.Equal(new double[,] { { 0, 4 }, { 3, 0 } }, matrix.WithValues([3, 4]).ToDense());
        Assert.Equal(0, SparseMatrix.FromDense(new double[2, 2]).NonZeroCount);
        Assert.Equal(double.NaN, SparseMatrix.FromDense(new double[,] { { double.NaN } })[0, 0]);
    }

    [Fact]
    public void The_matrix_keeps_copies()
    {
        int[] columnPointers = [0, 1];
        int[] rowIndices = [0];
        double[] values = [7];
        SparseMatrix matrix = new(1, 1, columnPointers, rowIndices, values);
        SparseMatrix other = matrix.WithValues(values);
        (columnPointers[1], rowIndices[0], values[0]) = (0, 5, 8);
        Assert.Equal(7, matrix[0, 0]);
        Assert.Equal(7, other[0, 0]);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_matrix_is_refused(string argument, string text, Action make)
    {
        ArgumentException exception = Assert.ThrowsAny<ArgumentException>(make);
        Assert.Equal(argument, exception.ParamName);
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
    }

    private static void Make(int[] columnPointers, int[] rowIndices, double[] values) =>
        _ = new SparseMatrix(3, 2, columnPointers, rowIndices, values);

    private static void Copy(ReadOnlySpan<double> vector, Span<double> product) => vector.CopyTo(product);

    private static void AssertSame(SparseMatrix expected, SparseMatrix actual)
    {
        Assert.Equal((expected.RowCount, expected.ColumnCount), (actual.RowCount, actual.ColumnCount));
        Assert.Equal(expected.ColumnPointers.ToArray(), actual.ColumnPointers.ToArray());
        Assert.Equal(expected.RowIndices.ToArray(), actual.RowIndices.ToArray());
        Assert.Equal(expected.Values.ToArray(), actual.Values.ToArray());
    }
}
