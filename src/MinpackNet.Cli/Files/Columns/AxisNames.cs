using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>Names such as "x (s)", X1, y_data or Y-Wert, which say that a column is x or y.</summary>
internal static partial class AxisNames
{
    /// <summary>
    /// The columns of x and y by their names; null unless there is one of each, because x alone may be a position
    /// against time.
    /// </summary>
    /// <param name="names">The names of all columns.</param>
    public static (int X, int Y)? Of(string[] names) =>
        Only('x', names) is int x && Only('y', names) is int y ? (x, y) : null;

    private static int? Only(char axis, string[] names)
    {
        bool[] areErrors = ErrorColumn.Among(names);
        int[] columns = [.. names.Index()
            .Where(name => !areErrors[name.Index] && Is(name.Item, axis))
            .Select(name => name.Index)];
        return columns.Length == 1 ? columns[0] : null;
    }

    private static bool Is(string name, char axis) =>
        Axis().Match(name) is { Success: true } match
        && char.ToLowerInvariant(name[0]) == axis
        && match.Groups["unit"].Value.Trim(' ', ',') is var unit
        && (unit.Length == 0 || Units.Is(unit));

    [GeneratedRegex(
        @"^[xy](?:[ _.-]?(?:\d{1,3}|data|val(?:ue)?s?|werte?|axis|achse))?\s*:?(?<unit>[ ,]+\S.*|\s*[(\[{</].*)?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Axis();
}
