using System.Text.RegularExpressions;

namespace MinpackNet.Cli;

/// <summary>What is above the rows of numbers, and what the columns are.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="LastLine">The last line above the rows; 0 for none.</param>
/// <param name="NamesLine">The line with the names of the columns; 0 without one.</param>
/// <param name="HasHashes">Whether # before a number starts the name of a row and not a comment.</param>
/// <param name="Notes">How it is read, where that is not evident.</param>
internal sealed partial record Heading(
    FileColumn[] Columns, int LastLine, int NamesLine, bool HasHashes, IReadOnlyList<string> Notes)
{
    /// <summary>Decides from the first lines of a file.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="lines">Its first lines.</param>
    /// <param name="delimiter">The delimiter between fields.</param>
    /// <param name="format">What the user says about the format.</param>
    /// <exception cref="InputException">There are no rows, or the decision is up to the user.</exception>
    public static Heading Of(string file, IReadOnlyList<SampleLine> lines, char delimiter, CsvFormat format)
    {
        SampleLine? hashHeader = delimiter == Delimiter.Space ? null : HashHeader(lines);
        SampleLine[] rows = [.. lines.Where(line => !line.IsComment || line == hashHeader)];
        if (rows.Length == 0)
        {
            throw new InputException(
                $"{file}: there are no data. Give a file with a row of numbers for each observation.");
        }

        HeaderRows header = HeaderRows.Of(file, rows, delimiter, format);
        HeaderComment? comment =
            header.LastLine == 0 ? HeaderComment.Above(rows[0], lines, delimiter) : null;
        string[] names = header.Names ?? comment?.Names
            ?? [.. Enumerable.Range(0, rows.First(row => row.Line > header.LastLine).Count).Select(FileColumn.Unnamed)];
        bool hasNames = header.Names is not null || comment is not null;
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
                    && HeaderRows.Count([.. data.Select(row => row.Fields[0])]))),
                i == 0 && NoName().IsMatch(name)))],
            Math.Max(header.LastLine, comment?.Line ?? 0),
            comment?.Line ?? header.NamesLine,
            hasHashes,
            [
                .. header.Notes,
                .. hasNames || hasHashes || data.Length == 0 ? [] : (string[])[NoHeader(data[0], header.LastLine)],
                .. comment is null ? [] : (string[])[comment.Note],
                .. hasHashes ? (string[])["# in the first column is read as part of the names of rows"] : [],
            ])
        {
            LaterHeader = data
                .Index()
                .SkipLast(1)
                .LastOrDefault(row => row.Item.IsText && !row.Item.Fields.Take(names.Length).SequenceEqual(names)
                    && data[(row.Index + 1)..].Count(below => !below.IsText)
                        > data[..row.Index].Count(above => !above.IsText))
                .Item?.Line,
        };
    }

    /// <summary>
    /// A line above the data that is no comment, because # is the name of its first column. Where spaces divide, # may
    /// as well start a comment.
    /// </summary>
    private static SampleLine? HashHeader(IReadOnlyList<SampleLine> lines)
    {
        SampleLine[] above = [.. lines.TakeWhile(line => line.IsComment || line.IsText)];
        SampleLine[] data = [.. lines.Skip(above.Length).Where(line => !line.IsComment)];
        bool counts = HeaderRows.Count([.. data.Select(row => row.Fields[0])]);
        SampleLine[] names =
        [
            .. above[(Array.FindLastIndex(above, line => !line.IsComment && !AreUnits(line)) + 1)..]
                .Where(line => line.HasHashName && (counts || !line.Fields.Any(BadValue.LooksLikeOne))),
        ];
        return names is [.., SampleLine upper, SampleLine units] && AreUnits(units) ? upper : names.LastOrDefault();

        static bool AreUnits(SampleLine line) =>
            Array.TrueForAll(line.Fields, field => field is "" or "#" || Units.Is(field));
    }

    private static string NoHeader(SampleLine row, int lastLine) =>
        $"no header: the first row ({row.Quotation}) is read as data; if those are the names of the columns, give "
        + $"{(lastLine > 0 ? $"--skip {row.Line - 1} " : "")}--header";

    /// <summary>
    /// A line of text among the rows, which may be the header of the table, because most rows are below; null without
    /// one.
    /// </summary>
    public int? LaterHeader { get; private init; }

    /// <summary>Whether a text is # and a whole number.</summary>
    [GeneratedRegex("^#[0-9]+$")]
    public static partial Regex NumberedName();

    // Names such as n and i are no evidence, because they also stand for quantities.
    [GeneratedRegex(
        "^(|#|no|nr|id|idx|index|rows?|row[_ .]?(names?|no|nr|number|id)|Unnamed: 0|sample|point|obs)[.]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IndexName();

    [GeneratedRegex("^(|#|Unnamed: 0)$")]
    private static partial Regex NoName();
}
