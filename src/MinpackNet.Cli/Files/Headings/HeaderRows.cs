namespace MinpackNet.Cli;

/// <summary>The rows above those with numbers: titles, names, units.</summary>
/// <param name="Names">The names of the columns; null without a header.</param>
/// <param name="NamesLine">The line with the names; 0 without a header.</param>
/// <param name="LastLine">The last line of such rows; 0 without them.</param>
/// <param name="HasUnits">Whether the last line has units, by which the one above it has the names.</param>
/// <param name="HasRowNames">Whether the first column has the names of rows, for which the header has no name.</param>
/// <param name="Notes">How they are read, where that is not evident.</param>
internal sealed record HeaderRows(
    string[]? Names, int NamesLine, int LastLine, bool HasUnits, bool HasRowNames, IReadOnlyList<string> Notes)
{
    /// <summary>No such rows.</summary>
    public static HeaderRows None { get; } = new(null, 0, 0, false, false, []);

    /// <summary>Finds them among the first rows of a file.</summary>
    /// <exception cref="InputException">It is not clear which row has the names.</exception>
    public static HeaderRows Of(string file, SampleLine[] rows, char delimiter, CsvFormat format)
    {
        int first = FirstOfData(rows, format.HasHeader == true);
        SampleLine[] data = rows[first..];
        SampleLine[] above = [.. rows[..first].Select(row => Unmarked(row, data))];
        return first == 0 ? WithNumbers(rows)
            : data.Length == 0 ? new(NamesIn(above[0]), rows[0].Line, rows[0].Line, false, false, [])
            : WithText(file, above, data, delimiter, format);
    }

    /// <summary>
    /// A row without the mark before the names, as in "% x y" or NIST's "Data: y x", and without a name for comments
    /// behind them that no row has, as LabVIEW writes it.
    /// </summary>
    private static SampleLine Unmarked(SampleLine row, SampleLine[] data)
    {
        string first = row.Fields[0];
        bool isMark = first is "%" or "!" or "//" or ";" or "Data:"
            && !Array.Exists(data, other => other.HasColumns(row.Count))
            && Array.Exists(data, other => other.HasColumns(row.Count - 1));
        string[] fields = isMark ? row.Fields[1..]
            : first.StartsWith("% ", StringComparison.Ordinal) || first.StartsWith("! ", StringComparison.Ordinal)
                ? [first[2..].Trim(), .. row.Fields[1..]]
            : row.Count > 1 && row.Fields[row.Count - 1].Equals("Comment", StringComparison.OrdinalIgnoreCase)
                && data.Length > 0 && Array.TrueForAll(data, other => other.Fields.Length == row.Count - 1)
                ? row.Fields[..(row.Count - 1)]
            : row.Fields;
        return fields == row.Fields ? row : new(row.Line, fields, row.IsQuoted, row.IsComment, row.Text);
    }

    /// <summary>The index of the first row that is not only text.</summary>
    private static int FirstOfData(SampleLine[] rows, bool hasHeader)
    {
        bool isTitle = rows.Length > 2 && rows[1].IsText && !rows[1..].Any(row => row.HasColumns(rows[0].Count));
        int first = hasHeader || isTitle || IsOverNumbers(rows) || !rows[0].Fields.Any(NumberReader.IsNumber) ? 1 : 0;
        while (first > 0 && first < rows.Length
            && (rows[first].IsText || IsOneOfUnits(rows[first], rows[(first + 1)..])))
        {
            first++;
        }

        return first;
    }

    /// <summary>Whether the first row has text over a column of numbers, so that it names them all.</summary>
    private static bool IsOverNumbers(SampleLine[] rows)
    {
        SampleLine[] below = [.. rows.Skip(1).Where(row => !row.IsText)];
        return rows[0].Fields.Index().Any(field => IsName(field.Item) && HasNumbers(field.Index));

        bool HasNumbers(int column)
        {
            string[] texts = [.. below.Select(row => row.Fields.ElementAtOrDefault(column) ?? "")];
            return texts.Any(NumberReader.IsNumber)
                && Array.TrueForAll(texts, text => NumberReader.IsNumber(text) || MissingValue.Is(text));
        }
    }

    private static bool IsName(string text) => text.Any(char.IsLetter)
        && !NumberReader.IsNumber(text) && !BadValue.LooksLikeOne(text) && !MissingValue.Is(text);

    /// <summary>Whether a row has units, of which some are 1.</summary>
    private static bool IsOneOfUnits(SampleLine row, SampleLine[] below) =>
        Array.TrueForAll(row.Fields, field => field == "1" || !NumberReader.IsNumber(field))
        && row.Fields.Index().Any(field => !NumberReader.IsNumber(field.Item) && Units.Is(field.Item)
            && below.Any(other => field.Index < other.Fields.Length
                && NumberReader.IsNumber(other.Fields[field.Index])))
        && AreUnits(row, below);

    /// <summary>A first row with numbers, which is a header if they name the columns.</summary>
    private static HeaderRows WithNumbers(SampleLine[] rows)
    {
        SampleLine row = rows[0];
        SampleLine[] others = rows[1..];
        string quotation = $"the first row ({row.Quotation})";
        bool isQuoted = row.IsQuoted && others.Length > 0 && !others.Any(other => other.IsQuoted);
        bool isFrame = IndexColumn.Counts(FirstOf(others))
            && (row.Fields[0] == "#" || (row.Fields[0].Length == 0 && IndexColumn.Counts(row.Fields[1..row.Count])));
        // Such as shares of a substance over what was measured with each.
        bool hasPercentages = HasPercentage(row) && others.Length > 0 && !Array.Exists(others, HasPercentage);
        return isQuoted || isFrame || hasPercentages
            ? new(NamesIn(row), row.Line, row.Line, false, false, [$"{quotation} is read as the names of the columns"])
            : None;
    }

    private static bool HasPercentage(SampleLine row) =>
        row.Fields.Any(field => field.EndsWith('%') && NumberReader.IsNumber(field));

    /// <summary>Rows of text, one of which has as many fields as the data, or one fewer above names of rows.</summary>
    private static HeaderRows WithText(
        string file, SampleLine[] above, SampleLine[] data, char delimiter, CsvFormat format)
    {
        bool isFirst = format.HasHeader == true;
        SampleLine[] fitting = [.. above.Where(row => Array.Exists(data, other => other.HasColumns(row.Count)))];
        // A row without its last values has as many fields as a title, but others have more.
        int widest = data.Max(row => row.Count);
        fitting = isFirst || !Array.Exists(fitting, row => row.Count == widest) ? fitting
            : [.. fitting.Where(row => row.Count == widest || row == above[^1])];
        fitting = [.. fitting.Where(row =>
            isFirst || row == fitting[^1] || !TitleLine.Is(row.Fields, areWords: delimiter == Delimiter.Space))];
        bool hasUnits = fitting.Length > 1 && fitting[^1] == above[^1] && AreUnits(above[^1], data);
        SampleLine? units = hasUnits ? above[^1] : null;
        SampleLine[] headers = [.. fitting.Where(row => row != units && (!isFirst || row == above[0]))];
        bool hasRowNames = headers.Length == 0 && StartWithNames(above[^1], data, delimiter);
        if (headers.Length > 1)
        {
            throw SeveralNames(file, headers[0].Line, headers[^1].Line, LikelyNames([.. above, .. data]));
        }

        if (headers.Length == 0 && !hasRowNames
            && (format.HasNamesLine || above[^1].Count > 1 || IndexColumn.Counts(FirstOf(data))))
        {
            SampleLine bad = above[format.HasNamesLine ? 0 : ^1];
            string commas = delimiter == ',' && data[0].Count > bad.Count && !HasPoints(data)
                && format.DecimalMark != '.' && Array.TrueForAll(data[0].Fields, NumberReader.IsNumber)
                ? CsvFile.DecimalCommas
                : "";
            throw new InputException(
                $"{file}, line {bad.Line}: the row above the data has {Things.Count(bad.Count, "field")}, "
                + $"but the rows below have {data[0].Count}. {Completion(bad, data[0].Count, delimiter)}, give "
                + $"the --delimiter, or give --skip {bad.Line} to leave it out and name the columns c1, c2, ..."
                + commas);
        }

        SampleLine? names = hasRowNames ? above[^1] : headers.FirstOrDefault();
        return new(
            names is null ? null : hasRowNames ? ["", .. NamesIn(names)] : NamesIn(names),
            names?.Line ?? 0,
            above[^1].Line,
            units is not null,
            hasRowNames,
            [
                .. above.Where(row => row != names).Select(row =>
                    $"line {row.Line} ({row.Quotation}) {(row == units ? "is read as units" : "is left out")}"),
                .. hasRowNames
                    ? (string[])[$"line {names!.Line} ({names.Quotation}) has one name fewer than there are "
                        + $"columns, so {PlainText.Brief(NameIn(names.Fields[0]))} names the second"]
                    : [],
                .. !isFirst && names?.Fields.Any(NumberReader.IsNumber) == true
                    ? (string[])[$"line {names.Line} ({names.Quotation}) is read as the names of the columns"]
                    : [],
            ]);
    }

    /// <summary>The complaint about two lines, or about a likelier third.</summary>
    private static InputException SeveralNames(string file, int one, int other, int? likely) => new(
        $"{file}: lines {one} and {other} may both have the names of the columns"
        + (likely is null || likely == one || likely == other ? ". Give "
            : $", and line {likely} is above the most rows of numbers. Give --header {likely}, ")
        + $"--header {one} or --header {other}.");

    /// <summary>
    /// The line directly above the longest stretch of rows with as many numbers, or above units there; null without
    /// one.
    /// </summary>
    private static int? LikelyNames(SampleLine[] rows)
    {
        // The delimiter may not be the right one, because the lines above the table tell it.
        int[] numbers =
            [.. rows.Select(row => row.Fields.Count(field => NumberReader.IsNumber(field.TrimEnd(',', ';'))))];
        (int start, int length) = (0, 0);
        for (int from = 0, end; from < rows.Length; from = end)
        {
            for (end = from + 1; end < rows.Length && numbers[end] == numbers[from];)
            {
                end++;
            }

            (start, length) = numbers[from] > 0 && end - from > length ? (from, end - from) : (start, length);
        }

        int units = Array.FindLastIndex(rows[..start], row => AreUnits(row, rows[start..(start + length)]));
        int names = (units > 0 ? units : start) - 1;
        return names >= 0 && rows[names].IsText ? rows[names].Line : null;
    }

    /// <summary>How to complete a header; both ways if one name is missing.</summary>
    private static string Completion(SampleLine header, int count, char delimiter)
    {
        string names = PlainText.Brief(PlainText.Of(header.Text).Trim());
        return header.Count != count - 1 ? "Complete it"
            : $"Write 'id{delimiter}{names}' if the first column names or counts the rows, or "
                + $"'{names}{delimiter}{FileColumn.Unnamed(count - 1)}' if the name of the last is missing";
    }

    private static bool HasPoints(SampleLine[] rows) => rows.Any(row => row.Fields.Any(field => field.Contains('.')));

    /// <summary>Whether a row has units in all columns with numbers.</summary>
    private static bool AreUnits(SampleLine row, SampleLine[] data)
    {
        string[] texts = [.. row.Fields.Where((_, i) =>
            data.Any(other => i < other.Fields.Length && NumberReader.IsNumber(other.Fields[i])))];
        // Some programs write # as the unit of a number.
        return Array.TrueForAll(texts, text => text == "#" || MissingValue.Is(text) || Units.Is(text))
            && texts.Any(Units.Is);
    }

    /// <summary>
    /// Whether the rows start with a name of their own, for which R writes no name into the header: in quotes; text,
    /// unless the first name of the header suits it; or numbers between spaces. Elsewhere, another name may be missing,
    /// and a single word above rows that start with numbers may as well be a title.
    /// </summary>
    private static bool StartWithNames(SampleLine header, SampleLine[] data, char delimiter)
    {
        bool areQuoted = Array.TrueForAll(data, row => row.Text.TrimStart().StartsWith('"') && !row.IsQuoted);
        bool areTexts = !Array.Exists(data, row => NumberReader.IsNumber(row.Fields[0]));
        bool suits = IndexColumn.IsName(header.Fields[0]) || DateNumbers.IsNameOfDates(header.Fields[0]);
        return Array.TrueForAll(data, row => row.HasColumns(header.Count + 1))
            && (areQuoted
                || (areTexts && (delimiter == Delimiter.Space || !suits))
                || (delimiter == Delimiter.Space && IndexColumn.Counts(FirstOf(data))
                    && (header.Count > 1 || header.IsQuoted)));
    }

    private static string[] FirstOf(SampleLine[] rows) => [.. rows.Select(row => row.Fields[0])];

    /// <summary>The name of a column in a field.</summary>
    public static string NameIn(string field) => PlainText.Cut(PlainText.Of(field).Trim(), FileColumn.LongestName);

    private static string[] NamesIn(SampleLine row) => [.. row.Fields.Take(row.Count).Select(NameIn)];
}
