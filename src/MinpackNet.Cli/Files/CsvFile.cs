using System.Text;

namespace MinpackNet.Cli;

/// <summary>
/// A file with columns of numbers. It is read once from front to back; only numbers are kept, not text.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    private const int LongestQuotation = 40;

    private readonly RecordReader _reader;
    private readonly Heading _heading;
    private readonly CommentLines _comments;
    private readonly char _delimiter;
    private readonly char? _decimalMark;

    private CsvFile(string name, Stream stream, CsvFormat format)
    {
        Name = name;
        _decimalMark = format.DecimalMark;
        (char? delimiter, int skip) = (format.Delimiter, format.Skip);
        PeekedStream text = PeekedStream.Of(stream);
        CheckIsText(text.Head);
        if (!text.SkipLines(skip))
        {
            throw new InputException($"{Name}: there are no {skip} lines to leave out. Give a smaller --skip.");
        }

        // Spreadsheets take a first line of this form for themselves.
        if (text.Head is [(byte)'s', (byte)'e', (byte)'p', (byte)'=', byte separator, (byte)'\r' or (byte)'\n', ..]
            && text.SkipLines(1))
        {
            delimiter ??= (char)separator;
            skip++;
        }

        _delimiter = delimiter ?? Delimiter.Detect(Encoding.UTF8.GetString(text.FirstLines));
        using (RecordReader sample = new(new MemoryStream(text.FirstLines.ToArray()), _delimiter, skip))
        {
            _heading = Heading.Of(Name, SampleLine.Of(sample), _delimiter, format.HasHeader);
        }

        _comments = new(_heading);
        _reader = new(text, _delimiter, skip);
    }

    /// <summary>The file as the user names it.</summary>
    public string Name { get; }

    /// <summary>The columns, in their order.</summary>
    public FileColumn[] Columns => _heading.Columns;

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file; - for standard input.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="format">What the user says about its format.</param>
    /// <exception cref="InputException">The file cannot be read or has no data.</exception>
    public static CsvFile Open(string path, Func<Stream> openInput, CsvFormat format)
    {
        try
        {
            return path == "-"
                ? new("standard input", openInput(), format)
                : new(path, File.OpenRead(path), format);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path}: there is no such file. Check the name, or give - for standard input.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }
    }

    /// <summary>Reads the rest of the file.</summary>
    /// <param name="wanted">The indices of the columns to keep; the others may hold anything.</param>
    /// <param name="positive">The index in <paramref name="wanted"/> of a column that must be positive.</param>
    /// <param name="progress">Receives the number of rows from time to time.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="InputException">A row cannot be used.</exception>
    public CsvTable Read(int[] wanted, int? positive, Action<int> progress, CancellationToken cancellationToken)
    {
        const int RowsBetweenReports = 4096;
        NumberColumns numbers = new(wanted.Length, _decimalMark, _delimiter == ',');
        double[] row = new double[wanted.Length];
        int[] missing = new int[wanted.Length];
        int[] notFinite = new int[wanted.Length];
        Func<int, string> describe = k => $"{Name}, line {_reader.Line}: {Describe(wanted[k])}";
        while (NextRow())
        {
            if (!TryRead(numbers, row, wanted, out int column))
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

            numbers.Add(row, describe);
            if (numbers.RowCount % RowsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress(numbers.RowCount);
            }
        }

        (double[][] columns, IReadOnlyList<string> notes) = numbers.Settle();
        return new(
            columns,
            numbers.RowCount,
            missing,
            notFinite,
            _comments.Count,
            [.. _heading.Notes, .. notes, .. _comments.Notes]);
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>Moves to the next line of data.</summary>
    private bool NextRow()
    {
        while (_reader.Read())
        {
            if (!_comments.Has(_reader) && _reader.Line > _heading.LastLine)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the values of a row.</summary>
    /// <param name="numbers">Knows how numbers are written.</param>
    /// <param name="row">Receives the values, up to the first that is not finite.</param>
    /// <param name="wanted">The columns.</param>
    /// <param name="column">The index in <paramref name="wanted"/> of that: NaN if it is missing.</param>
    /// <returns>Whether all are finite.</returns>
    private bool TryRead(NumberColumns numbers, double[] row, int[] wanted, out int column)
    {
        CheckCount();
        for (column = 0; column < wanted.Length; column++)
        {
            ReadOnlySpan<byte> field = _reader[wanted[column]];
            bool isNumber = numbers.TryRead(column, field, out row[column]) && !_reader.IsMisquoted(wanted[column]);
            if (isNumber && double.IsFinite(row[column]))
            {
                continue;
            }

            if (MissingValue.Is(field))
            {
                row[column] = double.NaN;
                return false;
            }

            // A number with digits is only too large to be held.
            return isNumber && !field.ContainsAnyInRange((byte)'0', (byte)'9') ? false : throw NoNumber(wanted[column]);
        }

        return true;
    }

    private void CheckCount()
    {
        if (_reader.Count < Columns.Length || _reader.FilledCount > Columns.Length)
        {
            int count = Math.Max(_reader.FilledCount, 1);
            throw Enumerable.Range(0, _reader.Count).Any(_reader.IsMisquoted) ? Misquoted() : Bad(
                $"there {(count == 1 ? "is 1 field" : $"are {count} fields")}, but the first row has "
                + $"{Columns.Length}. Complete the row, give the --delimiter, or --skip lines above the header.");
        }
    }

    private void CheckIsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            throw new InputException(
                $"{Name}: this looks like a spreadsheet or another zip archive. Save its table as CSV.");
        }

        if (head.Contains((byte)0))
        {
            throw new InputException($"{Name}: this looks like a binary file, not text. Save its table as CSV.");
        }
    }

    private InputException NoNumber(int column) => _reader.IsMisquoted(column)
        ? Misquoted()
        : _heading.LaterHeader is int header && _reader.Line <= header
        ? Bad($"{Describe(column)} is not a finite number. If line {header} is the header, give --skip {header - 1}.")
        : Bad($"{Describe(column)} {BadValue.Advice(PlainText.Of(_reader[column]))}");

    private InputException Misquoted() => Bad("a quote is misplaced or not closed. Correct or remove it.");

    private string Describe(int column) => $"{Quote(column)} in column {Columns[column].Name}";

    private string Quote(int column) => $"'{PlainText.Cut(PlainText.Of(_reader[column]), LongestQuotation)}'";

    private InputException Bad(string complaint) => new($"{Name}, line {_reader.Line}: {complaint}");
}
