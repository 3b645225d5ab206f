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
}
