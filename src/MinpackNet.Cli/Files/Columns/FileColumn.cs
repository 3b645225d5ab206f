namespace MinpackNet.Cli;

/// <summary>A column of a file.</summary>
/// <param name="Name">Its name in the header, or c1, c2, ... without one.</param>
/// <param name="HasNumbers">Whether there are numbers in its first rows.</param>
/// <param name="Kind">What it seems to hold.</param>
/// <param name="IsNameless">Whether the header has no name for it, so that it can hardly be a quantity.</param>
internal sealed record FileColumn(string Name, bool HasNumbers, ColumnKind Kind, bool IsNameless)
{
    /// <summary>Whether errors stand beside some of its first values, as in 2.31(5).</summary>
    public bool HasErrors { get; init; }

    /// <summary>Whether its first values are units of one quantity, or exponents, and not numbers.</summary>
    public bool HasUnits { get; init; }

    /// <summary>Whether its first values are dates or times, and not numbers.</summary>
    public bool HasDates { get; init; }

    /// <summary>Whether its first values are dates without a time of day.</summary>
    public bool HasDays { get; init; }

    /// <summary>Whether its first values are times of day, which with a date may be without seconds.</summary>
    public bool HasTimesOfDay { get; init; }

    /// <summary>The index of a column by its name, or else by its place as c1, c2, ...; -1 if there is none.</summary>
    public static int Find(FileColumn[] columns, string name)
    {
        string cut = PlainText.Cut(name, LongestName);
        int index = Array.FindIndex(columns, column => column.Name == cut);
        return index >= 0 ? index : Array.FindIndex([.. columns.Index()], column => Unnamed(column.Index) == name);
    }

    /// <summary>The longest name in characters; longer ones are cut.</summary>
    public const int LongestName = 80;

    /// <summary>The name of a column without one, by its place from 0.</summary>
    public static string Unnamed(int index) => FormattableString.Invariant($"c{index + 1}");
}
