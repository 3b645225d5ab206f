using System.Text;

namespace MinpackNet.Cli;

/// <summary>
/// A file with columns of numbers. It is read once from front to back; only numbers are kept, not text.
/// </summary>
internal sealed partial class CsvFile : IDisposable
{
    /// <summary>What to do where commas are between fields and within numbers.</summary>
    public const string DecimalCommas =
        " If commas are decimal, put the numbers in quotes, or use another delimiter.";

    private readonly RecordReader _reader;
    private readonly Preamble _preamble;
    private readonly Heading _heading;
    private readonly CommentLines _comments;
    private readonly ComputedColumns _computed;
    private readonly CsvFormat _format;
    private readonly char _delimiter;
    private readonly char? _decimalMark;
    private readonly string? _guess;
    private readonly string? _note;
    private readonly bool _mayGroupByPoints;
    private readonly bool _hasDecimalCommas;
    private readonly Stream _bytes;
    private readonly IPart? _part;
    private readonly ParquetText? _parquet;
    private readonly int _lastLineAbove;
    private int _linesRead;
    private int _rowCount;
    private int _missingByOption;
    private int? _openLine;
    private string? _end;
    private string? _summary;

    private CsvFile(string name, Stream stream, CsvFormat format, RowGroups? groups = null)
    {
        Name = name;
        _bytes = stream;
        _decimalMark = format.DecimalMark;
        char? delimiter = format.Delimiter;
        PeekedStream text = PeekedStream.Of(Name, stream, format.Sheet, groups);
        _parquet = text.Parquet;
        _part = groups is null ? stream as IPart : _parquet;
        if (FileKind.Complaint(text.Head) is { } complaint)
        {
            throw new InputException($"{Name}: this {complaint}");
        }

        CheckContainer(text, format);
        _format = format = text.IsParquet ? format with { HasHeader = true } : format;
        _guess = text.Guess;
        _note = text.Note;
        delimiter = text.IsSheet || text.IsParquet ? '\t' : delimiter;
        _preamble = format.Skip is null && !text.IsParquet ? Preamble.Of(text.FirstLines) : Preamble.None;
        int skip = format.Skip ?? _preamble.Lines;
        if (!text.SkipLines(skip))
        {
            throw new InputException(
                format.HasNamesLine
                    ? $"{Name}: --header: there is no line {skip + 1}. Give the line with the names of the columns."
                    : $"{Name}: there are no {skip} lines to leave out. Give a smaller --skip.");
        }

        // Spreadsheets take a first line of this form for themselves.
        if (text.Head is [(byte)'s', (byte)'e', (byte)'p', (byte)'=', byte separator, (byte)'\r' or (byte)'\n', ..]
            && text.SkipLines(1))
        {
            delimiter ??= (char)separator;
            skip++;
        }

        skip += text.JoinLinesOfFirstRecord();
        string first = _preamble.TableIn(Encoding.UTF8.GetString(text.FirstLines));
        _delimiter = delimiter ?? Delimiter.Detect(first);
        using (RecordReader sample = new(
            new MemoryStream(Encoding.UTF8.GetBytes(first)), _delimiter, skip, format.Missing))
        {
            IReadOnlyList<SampleLine> lines = SampleLine.Of(sample);
            CheckNamesLine(lines, skip + 1);
            if (ScaleFactor.Complaint(lines) is { } scaled)
            {
                throw new InputException($"{Name}: {scaled}");
            }

            CheckDecimalMark(lines);
            _heading = Heading.Of(Name, lines, _delimiter, format);

            // Countries with points between thousands have semicolons between fields.
            string[] fields = [.. lines.Where(line => line.Line > _heading.LastLine).SelectMany(line => line.Fields)];
            _mayGroupByPoints = _delimiter == ';' && !Array.Exists(fields, NumberReader.HasDecimalPoint);
            _hasDecimalCommas = Array.Exists(fields, NumberReader.HasDecimalComma);
        }

        HasParts = !text.IsRewritten && format.Rows is null && _preamble.Lines == 0
            && text.FirstLines.Contains((byte)'\n');
        _comments = new(HasFirstGroup ? _heading : _heading with { LastLine = 0, NamesLine = 0 });
        _computed = new(Name, _heading.Columns);
        // Lines of a part count from its beginning: those of the head before it are below 1.
        _reader = new(text, _delimiter, skip - (_part?.LinesBefore ?? 0), format.Missing);
        _lastLineAbove = HasFirstGroup ? _heading.LastLine : 0;
    }

    /// <summary>The file as the user names it.</summary>
    public string Name { get; }

    /// <summary>The columns, in their order, and behind them those that follow from them.</summary>
    public FileColumn[] Columns => _computed.All;

    /// <summary>What follows from the columns of the file.</summary>
    public ComputedColumns Computed => _computed;

    /// <summary>The last line above the rows, which has the names of the columns; 0 without one.</summary>
    public int LastHeaderLine => _heading.LastLine;

    /// <summary>Whether the line with the names of the columns may be a title.</summary>
    public bool NamesAreGuessed => _heading.NamesAreGuessed;

    /// <summary>The line with the names of the columns; 0 without one.</summary>
    public int NamesLine => _heading.NamesLine;

    /// <summary>What to do about decimal commas if those between fields may be such; empty if they cannot.</summary>
    public string AdviceOnCommas => _heading.MayHaveDecimalCommas ? DecimalCommas : "";

    /// <summary>
    /// Whether parts of the bytes can be read by themselves: text in one encoding from end to end, in lines, without
    /// anything above or below a table that only the whole file tells.
    /// </summary>
    public bool HasParts { get; }

    /// <summary>The places of the row groups of a Parquet file, to cut it between them; empty for others.</summary>
    public IReadOnlyList<long> RowGroupStarts => _format.Rows is null ? _parquet?.RowGroupStarts() ?? [] : [];

    /// <summary>Whether the first group is to be fitted, or belongs to the part before.</summary>
    public bool HasFirstGroup => _part?.HasFirstGroup ?? true;

    /// <summary>The share of the file, as it is packed, that has been read; null where its length is unknown.</summary>
    public double? ShareRead =>
        _bytes is { CanSeek: true, Length: > 0 and var length } ? (double)_bytes.Position / length : null;

    /// <summary>Reads the rest of the file.</summary>
    /// <param name="wanted">The indices of the columns to keep; the others may hold anything.</param>
    /// <param name="positive">The index in <paramref name="wanted"/> of a column that must be positive.</param>
    /// <param name="label">The index of a column of texts to keep as labels; null for none.</param>
    /// <param name="progress">Receives the number of rows from time to time.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="InputException">A row cannot be used.</exception>
    public CsvTable Read(
        int[] wanted, int? positive, int? label, Action<int> progress, CancellationToken cancellationToken) =>
        ReadInParts(wanted, positive, label, int.MaxValue, progress, cancellationToken).Single();

    /// <summary>The same in parts, each of which ends where the label changes.</summary>
    /// <param name="wanted">As in <see cref="Read"/>.</param>
    /// <param name="positive">The same.</param>
    /// <param name="label">The same.</param>
    /// <param name="rows">The number of rows from which on a part may end.</param>
    /// <param name="progress">As in <see cref="Read"/>.</param>
    /// <param name="cancellationToken">The same.</param>
    /// <returns>At least one part; the numbers of rows skipped are those so far.</returns>
    /// <exception cref="InputException">A row cannot be used.</exception>
    public IEnumerable<CsvTable> ReadInParts(
        int[] wanted,
        int? positive,
        int? label,
        int rows,
        Action<int> progress,
        CancellationToken cancellationToken)
    {
        const int RowsBetweenReports = 4096;
        ComputedTable computed = new(Name, _computed, wanted, positive);
        (wanted, positive) = (computed.Read, computed.Positive);
        foreach (int column in wanted)
        {
            if (_computed[column] is DateAndTime both)
            {
                _reader.Join(column, both);
            }
        }

        DateColumns dates = new([.. wanted.Select(column => Columns[column].Name)], _format);
        NumberColumns numbers = new(
            wanted.Length,
            _decimalMark,
            _delimiter == ',',
            _mayGroupByPoints,
            _hasDecimalCommas,
            _decimalMark is null ? new(Name) : null,
            dates);
        UnitsBeside units = new(Columns, wanted, label);
        LabelColumn labels = new();
        ChunkedList<int> lines = new();
        HashSet<int> blockStarts = [];
        int above = 0;
        double[] row = new double[wanted.Length];
        int[] missing = new int[wanted.Length];
        int[] notFinite = new int[wanted.Length];
        Func<int, string> describe = k => $"{Name}, line {_reader.Line}: {Describe(wanted[k])}";
        bool isBehind = false;
        while (NextRow())
        {
            if (_reader.Line > above + 1)
            {
                blockStarts.Add(_reader.Line);
            }

            above = _reader.Line;
            bool isNew = label is int place && !labels.IsLast(_reader[place])
                && labels.IsOther(_reader[place], Label(place));
            if (isNew && isBehind)
            {
                break;
            }

            isBehind |= _part?.FirstLineBehind <= _reader.Line;
            if (isNew && numbers.RowCount >= rows)
            {
                yield return Part();
            }

            if (isNew)
            {
                labels.Start(_reader.Line);
            }

            if (!TryRead(numbers, row, wanted, computed.MayMiss, out int column))
            {
                (double.IsNaN(row[column]) ? missing : notFinite)[column]++;
                continue;
            }

            if (positive is int p && !(row[p] > 0))
            {
                throw Bad($"the standard deviation {Quote(wanted[p])} is not positive. Correct it or remove the row.");
            }

            if (positive is int q && !double.IsNormal(row[q]))
            {
                throw Bad($"the standard deviation {Quote(wanted[q])} is too small. Choose another unit.");
            }

            _summary ??= SummaryRow.Note(_reader, wanted, label, _linesRead);
            if (units.Complaint(_reader) is { } complaint)
            {
                throw Bad(complaint);
            }

            numbers.Add(row, describe);
            lines.Add(_reader.Line);
            if (label is not null)
            {
                labels.AddRow();
            }

            if (++_rowCount % RowsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress(_rowCount);
            }
        }

        yield return Part();

        CsvTable Part()
        {
            (double[][] columns, double[]?[] errors, IReadOnlyList<string> notes) = numbers.Settle();
            (IReadOnlyList<string> texts, IReadOnlyList<LabelSpan> spans) = labels.Take();
            CsvTable table = new(
                columns,
                lines.ToArray(),
                missing,
                notFinite,
                _comments.Count,
                [
                    .. _guess is null ? [] : (string[])[$"the text is not UTF-8 and read as {_guess}"],
                    .. new[] { _note, _preamble.Note, _end, _summary }.OfType<string>(),
                    .. _heading.Notes,
                    .. notes,
                    .. _comments.Notes,
                ])
            {
                BlockStarts = blockStarts,
                Labels = label is null ? null : texts,
                Spans = spans,
                Errors = errors,
                MissingByOption = _missingByOption,
                Percentages = [.. wanted.Where((_, k) => numbers.HasPercentages(k))],
                Codes = [.. wanted.Where((_, k) => numbers.HasCodes(k))],
                DateScale = dates.Scale,
                Dates = [.. wanted.Where((_, k) => dates.Has(k))],
            };
            lines.Clear();
            return computed.Of(table);
        }
    }

    public void Dispose() => _reader.Dispose();
}
