namespace MinpackNet.Cli;

/// <summary>What a user says about the format of a file; the rest is read from the file.</summary>
internal sealed record CsvFormat
{
    /// <summary>The delimiter between fields; null to detect it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The decimal mark, a point or a comma; null to find out.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>Whether the first row is a header whatever it has; null to find out.</summary>
    public bool? HasHeader { get; init; }

    /// <summary>Whether texts and numbers that look like dates are taken for dates.</summary>
    public bool HasDates { get; init; } = true;

    /// <summary>The name or the number of the sheet of a workbook; null for the only one with numbers.</summary>
    public string? Sheet { get; init; }

    /// <summary>Whether dates such as 01/02/2024 have the day before the month; null to find out.</summary>
    public bool? DayIsFirst { get; init; }

    /// <summary>Whether dates count from the first of each group, where groups are fitted by themselves.</summary>
    public bool HasGroups { get; init; }

    /// <summary>What dates are as numbers, if another file has settled it; null to find out.</summary>
    public DateScale? DateScale { get; init; }

    /// <summary>More texts that stand for no value; one with * at its end, for any text that starts so.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The number of lines before the header to leave out; null to find out.</summary>
    public int? Skip { get; init; }

    /// <summary>Whether the line behind those has the names of the columns, be it a comment.</summary>
    public bool HasNamesLine { get; init; }

    /// <summary>The number of rows from which on nothing is read; null to read all.</summary>
    public int? Rows { get; init; }
}
