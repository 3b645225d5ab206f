using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace MinpackNet.Cli;

/// <summary>
/// A file with columns of numbers. It is read once from front to back; only numbers are kept, not text.
/// </summary>
internal sealed partial class CsvFile : IDisposable
{
    private const int LongestQuotation = 40;

    private readonly CsvReader _reader;
    private readonly bool _dividedBySpaces;
    private readonly List<int> _fields = [];
    private readonly bool _hasHeader;

    private readonly bool _readsDecimalCommas;
    private readonly int _skip;
    private bool _hasDecimalCommas;

    private CsvFile(string name, Stream stream, char? delimiter, bool hasHeader, int skip)
    {
        Name = name;
        _skip = skip;
        PeekedStream peeked = new(stream);
        CheckIsText(peeked.Head);
        if (!peeked.SkipLines(skip))
        {
            throw new InputException($"{Name}: there are no {skip} lines to leave out. Give a smaller --skip.");
        }

        string[] lines = [.. peeked.FirstLines()];
        char separator = delimiter ?? Delimiter.Detect(lines);
        _readsDecimalCommas = separator != ',';
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

        _hasHeader = hasHeader || !_fields.Any(field =>
            (TryParse(field, out double value) && double.IsFinite(value)) || WithPoint(field) is not null);
        HasIndex = _hasHeader && _reader.IsEmpty(_fields[0]) && FilledCount() > 2 && Counts(lines, separator);
        ColumnNames = _hasHeader ? Header() : [.. Enumerable.Range(1, FilledCount()).Select(Numbered)];
    }

    /// <summary>The file as the user names it.</summary>
    public string Name { get; }

    /// <summary>The names in the header, or c1, c2, ... without one.</summary>
    public string[] ColumnNames { get; }

    /// <summary>Whether the first column has no name and counts the rows.</summary>
    public bool HasIndex { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="path">The file; - for standard input.</param>
    /// <param name="openInput">Opens standard input.</param>
    /// <param name="delimiter">The delimiter between fields; null to detect it.</param>
    /// <param name="hasHeader">Whether the first row is a header even if it has numbers.</param>
    /// <param name="skip">The number of lines to leave out before it.</param>
    /// <exception cref="InputException">The file cannot be read or has no data.</exception>
    public static CsvFile Open(string path, Func<Stream> openInput, char? delimiter, bool hasHeader, int skip)
    {
        try
        {
            return path == "-"
                ? new("standard input", openInput(), delimiter, hasHeader, skip)
                : new(path, File.OpenRead(path), delimiter, hasHeader, skip);
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

            if (positive is int q && !double.IsNormal(row[q]))
            {
                throw Bad($"the standard deviation {Quote(wanted[q])} is too small. Choose another unit.");
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

        return new([.. columns.Select(column => column.ToArray())], columns[0].Count, missing, Notes());
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
                + $"{ColumnNames.Length}. Complete the row, give the --delimiter, or --skip lines above the header.");
        }

        for (int k = 0; k < wanted.Length; k++)
        {
            int field = _fields[wanted[k]];
            if (!(TryParse(field, out row[k]) || TryParseOtherwise(field, out row[k])) || !double.IsFinite(row[k]))
            {
                return MissingValue.Is(_reader.GetSpan(field)) ? k : throw NoNumber(wanted[k]);
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
                $"{Name}, line {exception.LineNumber + _skip}: a quote is misplaced or not closed. Correct or "
                + "remove it.");
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
        return [.. _fields
            .Take(FilledCount())
            .Select((field, i) => PlainText.Of(_reader.GetSpan(field)).Trim() is { Length: > 0 } name
                ? name
                : Numbered(i + 1))];
    }

    private bool TryParse(int field, out double value) =>
        double.TryParse(_reader.GetSpan(field), NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>Parses a number as Fortran, typesetters or countries with a decimal comma write it.</summary>
    private bool TryParseOtherwise(int field, out double value)
    {
        string text = Encoding.UTF8.GetString(_reader.GetSpan(field)).Replace('\u2212', '-');
        text = FortranExponent().Replace(text, "e");
        bool hasComma = _readsDecimalCommas && text.Contains(',', StringComparison.Ordinal);
        bool isNumber = double.TryParse(
            hasComma ? text.Replace(',', '.') : text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        _hasDecimalCommas |= hasComma && isNumber;
        return isNumber;
    }

    private string[] Notes() => _hasDecimalCommas ? ["commas in numbers are read as decimal commas"] : [];

    /// <summary>Whether the first fields of the rows are 0, 1, 2, ... or 1, 2, 3, ...</summary>
    private static bool Counts(string[] lines, char separator)
    {
        string[] first = [.. lines
            .Where(line => !string.IsNullOrWhiteSpace(line) && line[0] != '#')
            .Skip(1)
            .Select(line => line.Split(separator)[0].Trim(' ', '"'))];
        return first.Length > 0 && (CountsFrom(0) || CountsFrom(1));

        bool CountsFrom(int start) => first
            .Select((text, i) => text == (i + start).ToString(CultureInfo.InvariantCulture))
            .All(isNext => isNext);
    }

    private void CheckIsText(ReadOnlySpan<byte> head)
    {
        bool isWide = head is [0xff, 0xfe, ..] or [0xfe, 0xff, ..];
        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            throw new InputException(
                $"{Name}: this looks like a spreadsheet or another zip archive. Save its table as CSV.");
        }

        if (!isWide && head.Contains((byte)0))
        {
            throw new InputException($"{Name}: this looks like a binary file, not text. Save its table as CSV.");
        }
    }

    /// <summary>A number with a decimal comma, rewritten with a point; null for anything else.</summary>
    private string? WithPoint(int field)
    {
        string text = _reader.GetString(field).Replace(',', '.');
        return !TryParse(field, out _) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? text
            : null;
    }

    private InputException NoNumber(int column) => Bad(
        ThousandsSeparator().IsMatch(_reader.GetString(_fields[column]))
            ? $"{Quote(column)} in column {ColumnNames[column]} has a comma that separates thousands or decimals. "
                + "Write the number with digits and a point only."
            : WithPoint(_fields[column]) is { } text
            ? $"{Quote(column)} in column {ColumnNames[column]} has a decimal comma. Write {text}."
            : $"{Quote(column)} in column {ColumnNames[column]} is not a finite number. Write numbers like -1.5e-3, "
                + "and leave the field empty if there is no value.");

    private string Quote(int column)
    {
        return $"'{PlainText.Cut(PlainText.Of(_reader.GetSpan(_fields[column])), LongestQuotation)}'";
    }

    private InputException Bad(string complaint) => new($"{Name}, line {_reader.LineNumber + _skip}: {complaint}");

    [GeneratedRegex("[dD](?=[-+]?[0-9]+$)")]
    private static partial Regex FortranExponent();

    [GeneratedRegex("^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]*)?$")]
    private static partial Regex ThousandsSeparator();
}
