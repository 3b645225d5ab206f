using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>What is above the rows of numbers, and what the columns are.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="LastLine">The last line above the rows; 0 for none.</param>
/// <param name="NamesFromComment">Whether the names are in a comment.</param>
/// <param name="HasHashes">Whether # before a number starts the name of a row and not a comment.</param>
/// <param name="Notes">How it is read, where that is not evident.</param>
internal sealed partial record Heading(
    FileColumn[] Columns, int LastLine, bool NamesFromComment, bool HasHashes, IReadOnlyList<string> Notes)
{
    /// <summary>Decides from the first lines of a file.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="lines">Its first lines.</param>
    /// <param name="delimiter">The delimiter between fields.</param>
    /// <param name="hasHeader">Whether the first row is a header even if it has numbers.</param>
    /// <exception cref="InputException">There are no rows, or the decision is up to the user.</exception>
    public static Heading Of(string file, IReadOnlyList<SampleLine> lines, char delimiter, bool hasHeader)
    {
        SampleLine[] rows = [.. lines.Where(line => !line.IsComment)];
        if (rows.Length == 0)
        {
            throw new InputException(
                $"{file}: there are no data. Give a file with a row of numbers for each observation.");
        }

        HeaderRows header = HeaderRows.Of(file, rows, hasHeader);
        HeaderComment? comment =
            header.LastLine == 0 ? HeaderComment.Above(rows[0], lines, delimiter) : null;
        string[] names = header.Names ?? comment?.Names
            ?? [.. Enumerable.Range(0, rows.First(row => row.Line > header.LastLine).Count).Select(FileColumn.Unnamed)];
        SampleLine[] data = [.. rows.Where(row => row.Line > header.LastLine)];
        SampleLine[] hashes = [.. lines.Where(line => line.IsComment && line.Line > header.LastLine)];
        bool hasHashes = data.Length == 0 && hashes.Length > 0
            && hashes.All(row => row.HasColumns(names.Length) && NumberedName().IsMatch(row.Fields[0]));
        data = hasHashes ? hashes : data;
        return new(
            [.. names.Select((name, i) => new FileColumn(
                name.Length > 0 ? name : FileColumn.Unnamed(i),
                data.Any(row => i < row.Fields.Length && NumberReader.IsNumber(row.Fields[i])),
                i == 0 && (header.HasRowNames || (names.Length > 2 && IndexName().IsMatch(name)
                    && HeaderRows.Count([.. data.Select(row => row.Fields[0])])))))],
            header.LastLine,
            comment is not null,
            hasHashes,
            [
                .. header.Notes,
                .. comment is null ? [] : (string[])[comment.Note],
                .. hasHashes ? (string[])["# in the first column is read as part of the names of rows"] : [],
            ])
        {
            LaterHeader = data
                .SkipLast(1)
                .LastOrDefault(row => row.IsText && !row.Fields.Take(names.Length).SequenceEqual(names))?
                .Line,
        };
    }

    /// <summary>A line of text among the rows, which may be the header of the table; null without one.</summary>
    public int? LaterHeader { get; private init; }

    /// <summary>Whether a text is # and a whole number.</summary>
    [GeneratedRegex("^#[0-9]+$")]
    public static partial Regex NumberedName();

    [GeneratedRegex(
        "^(|#|i|n|no|nr|id|idx|index|rows?|row[_ .]?(names?|no|nr|number|id)|number|Unnamed: 0|sample|point|obs)[.]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IndexName();
}
