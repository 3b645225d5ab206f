namespace MinpackNet.Cli;

/// <summary>The rule for lines that start with #, and how many were left out by it.</summary>
/// <param name="heading">What is above the rows, and the columns.</param>
internal sealed class CommentLines(Heading heading)
{
    private int _likeRows;
    private int _firstLikeRow;

    /// <summary>The number of lines that were left out, without the one with the names of the columns.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Whether a line is a comment: it starts with # outside quotes, unless it has the names of the columns, its first
    /// field is the error of a spreadsheet or # belongs to the names of rows.
    /// </summary>
    public bool Has(RecordReader line)
    {
        if (!line.StartsWithHash || line.Line == heading.NamesLine)
        {
            return false;
        }

        bool isLikeRow = line.Count >= heading.Columns.Length && line.FilledCount <= heading.Columns.Length;
        if (isLikeRow && (HasSpreadsheetError(line)
            || (heading.HasHashes && Heading.NumberedName().IsMatch(line.GetString(0)))))
        {
            return false;
        }

        Count++;
        if (isLikeRow && line.Line > heading.LastLine && HasNumber(line))
        {
            _firstLikeRow = _likeRows++ == 0 ? line.Line : _firstLikeRow;
        }

        return true;
    }

    /// <summary>What was left out, in words.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (Count > 0)
            {
                string likeRows = _likeRows == 0 ? ""
                    : $"; {_likeRows} of them, {(_likeRows == 1 ? "" : "first ")}in line {_firstLikeRow}, could be "
                        + $"{(_likeRows == 1 ? "a row" : "rows")}: put the first field in quotes if so";
                yield return $"{Things.Count(Count, "line")} starting with # left out as comments{likeRows}";
            }
        }
    }

    /// <summary>Whether a line starts with the error of a spreadsheet and goes on as a row.</summary>
    public static bool HasSpreadsheetError(RecordReader line) => MissingValue.IsSpreadsheetError(line[0])
        && (line.Count == 1 || Enumerable.Range(1, line.Count - 1).Any(i =>
            MissingValue.Is(line[i]) || NumberReader.IsNumber(line.GetString(i))));

    private static bool HasNumber(RecordReader line) => Enumerable.Range(0, line.Count).Any(i =>
        NumberReader.IsNumber(line.GetString(i).TrimStart('#', ' ')));
}
