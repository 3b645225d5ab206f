namespace MinpackNet.Cli;

/// <summary>A column of a file.</summary>
/// <param name="Name">Its name in the header, or c1, c2, ... without one.</param>
/// <param name="HasNumbers">Whether there are numbers in its first rows.</param>
/// <param name="CountsRows">Whether it is a first column that names or counts the rows.</param>
internal sealed record FileColumn(string Name, bool HasNumbers, bool CountsRows)
{
    /// <summary>The name of a column without one, by its place from 0.</summary>
    public static string Unnamed(int index) => FormattableString.Invariant($"c{index + 1}");
}
