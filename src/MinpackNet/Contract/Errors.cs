using System.Text.Json;

namespace MinpackNet;

/// <summary>
/// Makes every exception of the library, one file a room. Each names the argument, the value and what to change.
/// </summary>
internal static partial class Errors
{
    public static ArgumentOutOfRangeException JacobianIndex(int row, int column, int rows, int columns) =>
        new(
            (uint)row >= (uint)rows ? "row" : "column",
            (uint)row >= (uint)rows ? row : column,
            $"The Jacobian has {Count(rows, "row")} and {Count(columns, "column")}.");

    /// <summary>A count of things, such as 1 row or 2 rows.</summary>
    internal static string Count(int count, string thing) => Count(count, thing, $"{thing}s");

    /// <summary>The same of a thing with another plural.</summary>
    internal static string Count(int count, string thing, string things) => $"{count} {(count == 1 ? thing : things)}";

    /// <summary>The same with a verb: is 1 row, are 2 rows.</summary>
    private static string Are(int count, string thing) => $"{(count == 1 ? "is" : "are")} {Count(count, thing)}";

    public static ArgumentOutOfRangeException MatrixSize(string argument, int value, string what) =>
        new(argument, value, $"The number of {what} must be positive.");

    public static ArgumentException EmptyMatrix(string argument, int rows, int columns) =>
        new(
            $"The matrix has {Count(rows, "row")} and {Count(columns, "column")}. Pass one that is not empty.",
            argument);

    public static ArgumentOutOfRangeException SparseIndex(int row, int column, int rows, int columns) =>
        new(
            (uint)row >= (uint)rows ? "row" : "column",
            (uint)row >= (uint)rows ? row : column,
            $"The matrix has {Count(rows, "row")} and {Count(columns, "column")}.");

    public static ArgumentException SparseEntry(
        string argument, int index, (int Row, int Column) place, (int Rows, int Columns) shape) =>
        new(
            $"Entry {index} is in row {place.Row} and column {place.Column}, but the matrix has "
            + $"{Count(shape.Rows, "row")} and {Count(shape.Columns, "column")}; both count from 0.",
            argument);

    public static ArgumentException SparseValues(string argument, int values, int entries) =>
        new($"There {Are(values, "value")} for {Count(entries, "entry", "entries")}. Pass one for each.", argument);

    public static ArgumentException ColumnPointerCount(string argument, int pointers, int columns) =>
        new(
            $"There {Are(pointers, "column pointer")} for {Count(columns, "column")}. Pass one for each column, and at "
            + "the end the number of entries.",
            argument);

    public static ArgumentException ColumnPointerEnds(string argument, (int First, int Last) pointers, int entries) =>
        new(
            $"The first column pointer is {pointers.First} and the last one {pointers.Last}. They must be 0 and the "
            + $"number of row indices, {entries}.",
            argument);

    public static ArgumentException ColumnPointerOrder(string argument, int index, int pointer, int before) =>
        new(
            $"Column pointer {index} is {pointer}, less than {before} before it. Each column starts where the last one "
            + "ends.",
            argument);

    public static ArgumentException SparseRow(string argument, int column, int row, int rows) =>
        new(
            $"Column {column} has an entry in row {row}, but the matrix has {Count(rows, "row")}, counted from 0.",
            argument);

    public static ArgumentException SparseRowOrder(string argument, int column, int before, int row) =>
        new(
            $"Column {column} has an entry in row {row} after one in row {before}. Rows must ascend in each column; "
            + "SparseMatrix.FromTriplets takes entries in any order.",
            argument);

    public static JsonException JsonMatrix() =>
        new("This is not a matrix. Write an array of rows of equal length; NaN and infinities are strings.");

    public static JsonException JsonNumbers() =>
        new("This is not an array of numbers; NaN, Infinity and -Infinity are strings.");

    public static JsonException JsonSparse(ArgumentException? reason = null) =>
        new(
            "This is not a sparse matrix. Write RowCount, ColumnCount, ColumnPointers, RowIndices and Values."
            + (reason is null ? "" : $" {reason.Message}"),
            reason);

    public static JsonException JsonBand() =>
        new("This is not a band. Write [lower, upper], two integers.");

    public static JsonException JsonBounds() =>
        new(
            "These are no bounds. Write {\"Lb\": [0, \"-Infinity\"], \"Ub\": 1}, where a number is for all "
            + "parameters.");

    public static JsonException JsonLoss() =>
        new(
            "This is not a loss. Write {\"Function\": \"Huber\", \"Scale\": 0.1}, with a name of LossFunction and a "
            + "positive number.");

    public static JsonException JsonCustomLoss() =>
        new(
            "A loss of your own cannot be written as JSON, because it is a function. Set the options' Loss to null, "
            + "and give it again after reading.");

    public static ArgumentOutOfRangeException LossScale(string argument, double value) =>
        new(argument, value, "The margin of a loss must be positive, and so must its square, a finite number: from "
            + "1.5e-154 to 1.3e154. Pass the size of residuals beyond which they are outliers.");

    public static ArgumentException LossShape(string argument, double[,]? table, int residuals) =>
        new(
            (table is null
                ? "The loss returned null "
                : $"The loss returned a matrix of {table.GetLength(0)} by {table.GetLength(1)} ")
            + $"for {Count(residuals, "residual")}. It must return 3 by {residuals}: the values and their first and "
            + "second derivatives.",
            argument);

    public static ArgumentException LossValue(string argument, double cost) =>
        new(
            FormattableString.Invariant($"The losses of the residuals at the start add up to {cost}. The loss must be ")
            + "finite for every z that is not negative.",
            argument);

    public static ArgumentException LossDerivative(string argument, double z) =>
        new(
            FormattableString.Invariant($"The loss or a derivative of it is NaN or infinite at z = {z}. It must be ")
            + "finite for every z that is not negative.",
            argument);
}
