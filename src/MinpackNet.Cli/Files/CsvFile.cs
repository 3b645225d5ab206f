using System.Globalization;
using System.Text;
using CsvHelper;

namespace MinpackNet.Cli;

/// <summary>
/// A file with columns of numbers. It is read once from front to back; only numbers are kept, not text.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    private const int LongestQuotation = 40;

    private readonly CsvReader _reader;
    private readonly bool _dividedBySpaces;
    private readonly List<int> _fields = [];
    private readonly bool _hasHeader;

    private CsvFile(string name, Stream stream, char? delimiter)
    {
        Name = name;
        PeekedStream peeked = new(stream);
        char separator = delimiter ?? Delimiter.Detect(peeked.FirstLines());
        _dividedBySpaces = separator == Delimiter.Space;
        _reader = CsvReader.Create(peeked, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            CommentPrefix = '#',
            TrimWhitespace = true,
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
        });
        if (!NextRecord())
        {
            throw new InputException(
                $"{Name}: there are no data. Give a file with a row of numbers for each observation.");
        }

        _hasHeader = !_fields.Any(field =>
            (TryParse(field, out double value) && double.IsFinite(value)) || WithPoint(field) is not null);
        ColumnNames = _hasHeader ? Header() : [.. Enumerable.Range(1, FilledCount()).Select(Numbered)];
    }

    /// <summary>The file as the user names it.</summary>
    public string Name { get; }

    /// <summary>The names in the header, or c1, c2, ... without one.</summary>
    public string[] ColumnNames { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file; - for standard input.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="delimiter">The delimiter between fields; null to detect it.</param>
    /// <exception cref="InputException">The file cannot be read or has no data.</exception>
    public static CsvFile Open(string path, Func<Stream> openInput, char? delimiter)
    {
        try
        {
            return path == "-"
                ? new("standard input", openInput(), delimiter)
                : new(path, File.OpenRead(path), delimiter);
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
        List<double>[] columns = [.. wanted.Select(_ => new List<double>())];
        double[] row = new double[wanted.Length];
        int[] missing = new int[wanted.Length];
        for (bool more = !_hasHeader || NextRecord(); more; more = NextRecord())
        {
            if (FirstMissing(row, wanted) is int column)
            {
                missing[column]++;
                continue;
            }

            if (positive is int p && !(row[p] > 0))
            {
                throw Bad($"the standard deviation {Quote(wanted[p])} is not positive. Correct it or remove the row.");
            }

            for (int k = 0; k < row.Length; k++)
            {
                columns[k].Add(row[k]);
            }

            if (columns[0].Count % RowsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress(columns[0].Count);
            }
        }

        return new([.. columns.Select(column => column.ToArray())], columns[0].Count, missing);
    }

    public void Dispose() => _reader.Dispose();

    private static string Numbered(int number) => $"c{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Parses the values of a row.</summary>
    /// <returns>The first column without a value; null for none.</returns>
    private int? FirstMissing(double[] row, int[] wanted)
    {
        if (_fields.Count < ColumnNames.Length || FilledCount() > ColumnNames.Length)
        {
            int count = Math.Max(FilledCount(), 1);
            throw Bad(
                $"there {(count == 1 ? "is 1 field" : $"are {count} fields")}, but the first row has "
                + $"{ColumnNames.Length}. Complete the row, or give the --delimiter.");
        }

        for (int k = 0; k < wanted.Length; k++)
        {
            if (!TryParse(_fields[wanted[k]], out row[k]) || !double.IsFinite(row[k]))
            {
                return MissingValue.Is(_reader.GetSpan(_fields[wanted[k]])) ? k : throw NoNumber(wanted[k]);
            }
        }

        return null;
    }

    /// <summary>Moves to the next line that is neither blank nor a comment.</summary>
    private bool NextRecord()
    {
        try
        {
            while (_reader.Read())
            {
                _fields.Clear();
                for (int i = 0; i < _reader.FieldCount; i++)
                {
                    if (!_dividedBySpaces || !_reader.IsEmpty(i))
                    {
                        _fields.Add(i);
                    }
                }

                bool isBlank = _fields.Count == 0 || (_fields.Count == 1 && _reader.IsEmpty(_fields[0]));
                if (!isBlank && !_reader.GetSpan(_fields[0]).StartsWith("#"u8))
                {
                    return true;
                }
            }

            return false;
        }
        catch (CsvFormatException exception)
        {
            throw new InputException(
                $"{Name}, line {exception.LineNumber}: a quote is misplaced or not closed. Correct or remove it.");
        }
    }

    /// <summary>The number of fields without empty ones at the end, which a trailing delimiter leaves.</summary>
    private int FilledCount()
    {
        int count = _fields.Count;
        while (count > 0 && _reader.IsEmpty(_fields[count - 1]))
        {
            count--;
        }

        return count;
    }

    private string[] Header()
    {
        string[] names = [.. _fields
            .Take(FilledCount())
            .Select((field, i) => _reader.IsEmpty(field) ? Numbered(i + 1) : _reader.GetString(field))];
        string? repeated = names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key;
        return repeated is null
            ? names
            : throw Bad($"two columns are named {repeated}. Give each column its own name.");
    }

    private bool TryParse(int field, out double value) =>
        double.TryParse(_reader.GetSpan(field), NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>A number with a decimal comma, rewritten with a point; null for anything else.</summary>
    private string? WithPoint(int field)
    {
        string text = _reader.GetString(field).Replace(',', '.');
        return !TryParse(field, out _) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? text
            : null;
    }

    private InputException NoNumber(int column) => Bad(
        WithPoint(_fields[column]) is { } text
            ? $"{Quote(column)} in column {ColumnNames[column]} has a decimal comma. Write {text}."
            : $"{Quote(column)} in column {ColumnNames[column]} is not a finite number. Write numbers like -1.5e-3, "
                + "and leave the field empty if there is no value.");

    private string Quote(int column)
    {
        string text = Encoding.UTF8.GetString(_reader.GetSpan(_fields[column]));
        string shown = text.Length > LongestQuotation ? $"{text[..LongestQuotation]}…" : text;
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c))}'";
    }

    private InputException Bad(string complaint) => new($"{Name}, line {_reader.LineNumber}: {complaint}");
}
