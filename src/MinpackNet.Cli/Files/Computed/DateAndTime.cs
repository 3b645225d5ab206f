namespace MinpackNet.Cli;

/// <summary>A column of dates and one of times of day, which are read as one text.</summary>
/// <param name="Text">Their names.</param>
/// <param name="Date">The index of the dates.</param>
/// <param name="Time">That of the times.</param>
internal sealed record DateAndTime(string Text, int Date, int Time) : ComputedColumn(Text, [Date, Time])
{
    /// <summary>Reads two names with + between them; null for anything else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="columns">The columns of the file.</param>
    public static DateAndTime? Parse(string text, FileColumn[] columns)
    {
        string[] names = text.Split('+', StringSplitOptions.TrimEntries);
        int[] named = [.. names.Select(name => FileColumn.Find(columns, name))];
        return named is not [int one and >= 0, int other and >= 0] ? null
            : columns[one].HasDays && columns[other].HasTimesOfDay ? new(text.Trim(), one, other)
            : columns[other].HasDays && columns[one].HasTimesOfDay ? new(text.Trim(), other, one)
            : null;
    }

    /// <summary>The first column of dates with one of times behind it; null without one.</summary>
    public static DateAndTime? In(FileColumn[] columns)
    {
        int date = Enumerable.Range(0, Math.Max(columns.Length - 1, 0))
            .FirstOrDefault(index => columns[index].HasDays && columns[index + 1].HasTimesOfDay, -1);
        return date < 0 ? null : new($"{columns[date].Name}+{columns[date + 1].Name}", date, date + 1);
    }
}
