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
        bool hasNoHeader = format.HasHeader == false;
        lines = format.HasNamesLine ? HeaderComment.FirstAsNames(lines, delimiter) : lines;
        SampleLine? hashHeader = hasNoHeader || delimiter == Delimiter.Space ? null : HashHeader(lines);
        SampleLine[] rows = [.. lines.Where(line => !line.IsComment || line == hashHeader)];
        if (rows.Length == 0)
        {
            string comments = lines.Count > 0 ? " besides lines that start with #, which are comments" : "";
            throw new InputException(
                $"{file}: there are no data{comments}. Give a file with a row of numbers for each observation.");
        }

        if (hasNoHeader)
        {
            CheckFirstRow(file, rows);
        }

        HeaderRows header = hasNoHeader ? HeaderRows.None : HeaderRows.Of(file, rows, delimiter, format);
        HeaderComment? comment =
            header.LastLine == 0 && !hasNoHeader ? HeaderComment.Above(rows[0], lines, delimiter) : null;
        string[] names = header.Names ?? comment?.Names
            ?? [.. Enumerable.Range(0, rows.First(row => row.Line > header.LastLine).Count).Select(FileColumn.Unnamed)];
        bool hasNames = header.Names is not null || comment is not null;
        SampleLine[] data = [.. rows.Where(row => row.Line > header.LastLine)];
        SampleLine[] hashes = [.. lines.Where(line => line.IsComment && line.Line > header.LastLine)];
        bool hasHashes = data.Length == 0 && hashes.Length > 0
            && hashes.All(row => row.HasColumns(names.Length) && NumberedName().IsMatch(row.Fields[0]));
        data = hasHashes ? hashes : data;
        bool mayHaveCommas = !hasNames && delimiter == ',' && data.Length > 0 && Array.TrueForAll(data, row =>
            row.Fields.Length > 2 && row.Text.Trim().All(c => char.IsAsciiDigit(c) || c is '-' or '+' or ','));
        return new(
            ColumnsOf(names, data, hasNames, header.HasRowNames, mayHaveCommas, format),
            Math.Max(header.LastLine, comment?.Line ?? 0),
            comment?.Line ?? header.NamesLine,
            hasHashes,
            [
                .. header.Notes,
                .. hasNames || hasNoHeader || hasHashes || data.Length == 0
                    ? []
                    : (string[])[NoHeader(data[0], header.LastLine)],
                .. comment is null ? [] : (string[])[comment.Note],
                .. hasHashes ? (string[])["# in the first column is read as part of the names of rows"] : [],
            ])
        {
            LaterHeader = hasNoHeader ? null : LaterHeaderIn(data, names),
            MayHaveDecimalCommas = mayHaveCommas,
            NamesAreGuessed = header.HasUnits || comment is not null
                || lines.Any(line => line.IsComment && line.Line > header.LastLine
                    && line.Line < data.FirstOrDefault()?.Line),
        };
    }

    private static FileColumn[] ColumnsOf(
        string[] names, SampleLine[] data, bool hasNames, bool hasRowNames, bool mayHaveCommas, CsvFormat format)
    {
        FileColumn[] columns = new FileColumn[names.Length];
        bool mayBeIndex = true;
        for (int i = 0; i < names.Length; i++)
        {
            string[] texts = [.. data.Select(row => row.Fields.ElementAtOrDefault(i) ?? "")];
            ColumnKind index = names.Length > 1 ? IndexColumn.KindOf(names[i], texts) : ColumnKind.Quantity;
            // Of two columns without names, the first is rather x.
            index = i == 0 && !hasNames && names.Length > 2 && IndexColumn.Counts(texts)
                ? ColumnKind.MayCountRows
                : index;
            ColumnKind kind = i == 0 && hasRowNames ? ColumnKind.CountsRows
                : index == ColumnKind.CountsRows || (index == ColumnKind.MayCountRows && mayBeIndex) ? index
                : ValuesOf(names[i], texts, format);

            // A part of a number with a decimal comma is not a quantity that could be constant.
            kind = kind == ColumnKind.Constant && mayHaveCommas ? ColumnKind.Quantity : kind;
            bool hasNumbers = texts.Any(NumberReader.IsNumber);
            string[] filled = [.. texts.Where(text => !MissingValue.Is(text))];
            columns[i] = new(
                names[i].Length > 0 ? names[i] : FileColumn.Unnamed(i),
                hasNumbers,
                kind,
                i == 0 && NoName().IsMatch(names[i]))
            {
                HasErrors = texts.Any(NumberReader.HasError),
                HasUnits = filled.Length > 0 && Array.TrueForAll(filled, text => Units.AreAlike(text, filled[0])),
                HasDates = !hasNumbers && texts.Any(text => DateText.Parse(text) is not null),
                HasDays = !hasNumbers && texts.Any(text => DateText.Of(text, "0:00") is not null),
                HasTimesOfDay = !hasNumbers && texts.Any(text => DateText.Of("2000-01-01", text) is not null),
            };
            mayBeIndex &= !hasNumbers || kind != ColumnKind.Quantity;
        }

        return columns;
    }

    private static ColumnKind ValuesOf(string name, string[] texts, CsvFormat format)
    {
        string[] values = [.. texts.Where(text => !MissingValue.Is(text))];
        return values.Length < 2 || !Array.TrueForAll(values, NumberReader.IsNumber) ? ColumnKind.Quantity
            : values.Distinct().Count() == 1 ? ColumnKind.Constant
            : format.HasDates && DateNumbers.FormOf(
                name, [.. values.Select(NumberReader.ValueOf)], areCodes: false) is not null
                ? ColumnKind.Dates
            : ColumnKind.Quantity;
    }

    /// <summary>
    /// A line above the data that is not a comment, because # is the name of its first column. Where spaces divide, #
    /// may as well start a comment.
    /// </summary>
    private static SampleLine? HashHeader(IReadOnlyList<SampleLine> lines)
    {
        SampleLine[] above = [.. lines.TakeWhile(line => line.IsComment || line.IsText)];
        SampleLine[] data = [.. lines.Skip(above.Length).Where(line => !line.IsComment)];
        bool counts = IndexColumn.Counts([.. data.Select(row => row.Fields[0])]);
        SampleLine[] names =
        [
            .. above[(Array.FindLastIndex(above, line => !line.IsComment && !AreUnits(line)) + 1)..]
                .Where(line => line.HasHashName && (counts || !line.Fields.Any(BadValue.LooksLikeOne))),
        ];
        return names is [.., SampleLine upper, SampleLine units] && AreUnits(units) ? upper : names.LastOrDefault();

        static bool AreUnits(SampleLine line) =>
            Array.TrueForAll(line.Fields, field => field is "" or "#" || Units.Is(field));
    }

    /// <summary>The line of the last text above most rows, or that of the one above it if that has units.</summary>
    private static int? LaterHeaderIn(SampleLine[] data, string[] names)
    {
        int last = Array.FindLastIndex(data, row => row.IsText && !row.Fields.Take(names.Length).SequenceEqual(names));
        bool isAboveMost = last >= 0 && data[(last + 1)..].Count(row => !row.IsText) is var below and > 0
            && below > data[..last].Count(row => !row.IsText);
        bool isUnits = last > 0 && data[last - 1].IsText
            && Array.TrueForAll(data[last].Fields, field => MissingValue.Is(field) || Units.Is(field));
        return isAboveMost ? data[isUnits ? last - 1 : last].Line : null;
    }

    /// <summary>Refuses text that is not a row of the table where the first row must be data.</summary>
    private static void CheckFirstRow(string file, SampleLine[] rows)
    {
        SampleLine[] text = [.. rows.TakeWhile(row => row.IsText)];
        if (text.Length > 0 && text.Length < rows.Length
            && !rows[text.Length..].Any(row => row.HasColumns(text[0].Count)))
        {
            throw new InputException(
                $"{file}, line {text[0].Line}: {text[0].Quotation} is not a row of numbers. If it is a title, "
                + $"give --skip {text[^1].Line} as well; if the line has the names of the columns, leave "
                + "--no-header out.");
        }
    }

    private static string NoHeader(SampleLine row, int lastLine) =>
        $"no header: the first row ({row.Quotation}) is read as data; if those are the names of the columns, give "
        + $"--header{(lastLine > 0 ? $" {row.Line}" : "")}";

    /// <summary>
    /// A line of text among the rows, which may be the header of the table, because most rows are below; null without
    /// one.
    /// </summary>
    public int? LaterHeader { get; private init; }

    /// <summary>
    /// Whether all rows have whole numbers between commas and no names above them, so that commas may be decimal.
    /// </summary>
    public bool MayHaveDecimalCommas { get; private init; }

    /// <summary>
    /// Whether the line with the names may be a title, because it is a comment, or above units or a comment.
    /// </summary>
    public bool NamesAreGuessed { get; private init; }

    /// <summary>Whether a text is # and a whole number.</summary>
    [GeneratedRegex("^#[0-9]+$")]
    public static partial Regex NumberedName();

    [GeneratedRegex("^(|#|Unnamed: 0)$")]
    private static partial Regex NoName();
}
