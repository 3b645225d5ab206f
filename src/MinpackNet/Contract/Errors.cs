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
    internal static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";

    /// <summary>The same with a verb: is 1 row, are 2 rows.</summary>
    private static string Are(int count, string thing) => $"{(count == 1 ? "is" : "are")} {Count(count, thing)}";

    public static JsonException JsonMatrix() =>
        new("This is not a matrix. Write an array of rows of equal length; NaN and infinities are strings.");

    public static JsonException JsonNumbers() =>
        new("This is not an array of numbers; NaN, Infinity and -Infinity are strings.");

    public static JsonException JsonBand() =>
        new("This is not a band. Write [lower, upper], two integers.");

    public static JsonException JsonBounds() =>
        new(
            "These are no bounds. Write {\"Lb\": [0, \"-Infinity\"], \"Ub\": 1}, where a number is for all "
            + "parameters.");

    public static JsonException JsonLoss() =>
        new(
            "This is no loss. Write {\"Function\": \"Huber\", \"Scale\": 0.1}, with a name of LossFunction and a "
            + "positive number.");

    public static JsonException JsonCustomLoss() =>
        new(
            "A loss of your own cannot be written as JSON, because it is a function. Set the options' Loss to null, "
            + "and give it again after reading.");

    public static ArgumentOutOfRangeException LossScale(string argument, double value) =>
        new(argument, value, "The margin of a loss must be a finite number other than zero. Pass the size of residuals "
            + "beyond which they are outliers.");

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
