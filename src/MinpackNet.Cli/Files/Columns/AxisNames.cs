using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>
/// Names such as "x (s)", X1, y_data or Y-Wert, which say that a column is x or y; and, of the only two with numbers,
/// such as dose and response, whatever their order.
/// </summary>
internal static partial class AxisNames
{
    /// <summary>
    /// The columns of x and y by their names; null unless there is one of each, because x alone may be a position
    /// against time.
    /// </summary>
    /// <param name="columns">All columns.</param>
    public static (int X, int Y)? Of(FileColumn[] columns)
    {
        string[] names = [.. columns.Select(column => column.Name)];
        if (Only('x', names) is int x && Only('y', names) is int y)
        {
            return (x, y);
        }

        bool[] areErrors = ErrorColumn.Among(names);
        int[] numbers = [.. Enumerable.Range(0, names.Length).Where(i => columns[i].HasNumbers && !areErrors[i])];
        return numbers is not [var one, var other] ? null
            : Predictor().IsMatch(names[one]) && Response().IsMatch(names[other]) ? (one, other)
            : Predictor().IsMatch(names[other]) && Response().IsMatch(names[one]) ? (other, one)
            : null;
    }

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

    [GeneratedRegex(
        @"^(?:time|dose|conc(?:entration)?|wave(?:length|number)|frequency|energy|angle)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Predictor();

    [GeneratedRegex(
        @"^(?:response|signal|intensity|counts|absorbance|transmittance|fluorescence)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Response();
}
