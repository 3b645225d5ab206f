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

    /// <summary>Whether numbers that look like dates, such as 20240131, are taken for dates.</summary>
    public bool HasDates { get; init; } = true;

    /// <summary>The name or the number of the sheet of a workbook; null for the only one with numbers.</summary>
    public string? Sheet { get; init; }

    /// <summary>The number of lines before the header to leave out.</summary>
    public int Skip { get; init; }
}
