namespace MinpackNet.Cli;

/// <summary>A line from the beginning of a file.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Fields">Its fields, including empty ones at its end.</param>
/// <param name="IsQuoted">Whether all fields are in quotes.</param>
/// <param name="IsComment">Whether it starts with #.</param>
/// <param name="Text">All of it.</param>
internal sealed record SampleLine(int Line, string[] Fields, bool IsQuoted, bool IsComment, string Text)
{
    private const int Most = 100;

    /// <summary>The number of fields without empty ones at the end, which a trailing delimiter leaves.</summary>
    public int Count { get; } = Array.FindLastIndex(Fields, field => field.Length > 0) + 1;

    /// <summary>The line as a message quotes it.</summary>
    public string Quotation => $"'{PlainText.Brief(PlainText.Of(Text).Trim())}'";

    /// <summary>Whether # is all that is in the first of several fields, as the name of a column.</summary>
    public bool HasHashName => IsComment && Count > 1 && Fields[0] == "#";

    /// <summary>
    /// Whether it is only text: no field is a number or looks like a value, even a bad one, and not all are missing.
    /// </summary>
    public bool IsText { get; } =
        !Fields.Any(field => NumberReader.IsNumber(field) || (BadValue.LooksLikeOne(field) && !Units.Is(field)))
        && !Array.TrueForAll(Fields, MissingValue.Is);

    /// <summary>Whether the line can be a row of a table with as many columns.</summary>
    public bool HasColumns(int count) => Fields.Length >= count && Count <= count;

    /// <summary>Reads the first lines in which something stands.</summary>
    public static IReadOnlyList<SampleLine> Of(RecordReader reader)
    {
        List<SampleLine> lines = [];
        while (lines.Count < Most && reader.Read())
        {
            int[] fields = [.. Enumerable.Range(0, reader.Count)];
            if (reader.FilledCount > 0)
            {
                lines.Add(new(
                    reader.Line,
                    [.. fields.Select(reader.GetString)],
                    fields.All(reader.IsQuoted),
                    reader.StartsWithHash && !CommentLines.HasSpreadsheetError(reader),
                    reader.Text));
            }
        }

        return lines;
    }
}
