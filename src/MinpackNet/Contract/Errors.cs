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
            $"The Jacobian has {rows} rows and {columns} columns.");
}
