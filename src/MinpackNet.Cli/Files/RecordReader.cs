using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace MinpackNet.Cli;

/// <summary>
/// Reads the lines of a file that are neither blank nor ruled, each as fields without surrounding spaces.
/// </summary>
internal sealed class RecordReader : IDisposable
{
    private static readonly SearchValues<byte> PartsOfRules = SearchValues.Create("-=+|:,; \t\r\n"u8);

    private readonly CsvReader _reader;
    private readonly bool _dividedBySpaces;
    private readonly bool _dividedByCommas;
    private readonly int _linesBefore;
    private readonly string[] _missing;
    private readonly double[] _missingNumbers;

    // Without the empty ones that several spaces leave; not used for other delimiters.
    private readonly List<int> _fields = [];
    private bool _hasHashes;
    private int _joinedIndex = -1;
    private DateAndTime? _joined;

    /// <param name="text">The text in UTF-8.</param>
    /// <param name="delimiter">The delimiter between fields; any number of spaces counts as one.</param>
    /// <param name="linesBefore">The number of lines of the file that are not in the text.</param>
    /// <param name="missing">More texts that stand for no value, and are read as if nothing were there.</param>
    public RecordReader(Stream text, char delimiter, int linesBefore, IReadOnlyList<string> missing)
    {
        _missing = [.. missing];
        _missingNumbers = [.. missing.Select(NumberReader.ValueOf).Where(double.IsFinite)];
        _dividedBySpaces = delimiter == Delimiter.Space;
        _dividedByCommas = delimiter == ',';
        _linesBefore = linesBefore;
        _reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            TrimWhitespace = true,
            AllowLineBreaksInQuotes = false,
            // A quote in a field that is not used does no harm; the others are examined when they are used.
            MalformedData = CsvMalformedDataHandling.Recover,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            FormatProvider = CultureInfo.InvariantCulture,
        });
    }

    /// <summary>The number of fields.</summary>
    public int Count => _dividedBySpaces ? _fields.Count : _reader.FieldCount;

    /// <summary>The number of fields without empty ones at the end, which a trailing delimiter leaves.</summary>
    public int FilledCount
    {
        get
        {
            int count = Count;
            while (count > 0 && _reader.IsEmpty(Index(count - 1)))
            {
                count--;
            }

            return count;
        }
    }

    /// <summary>The number of the line in the file, from 1.</summary>
    public int Line => (int)_reader.LineNumber + _linesBefore;

    /// <summary>The whole line.</summary>
    public string Text => Encoding.UTF8.GetString(_reader.RawRecord);

    /// <summary>Whether the line has any quotes.</summary>
    public bool HasQuotes { get; private set; }

    /// <summary>Whether the line starts with #, and not with a quote before it.</summary>
    public bool StartsWithHash => _hasHashes && this[0].StartsWith("#"u8) && !IsQuoted(0);

    /// <summary>A field, in UTF-8; a date and a time with a space between.</summary>
    public ReadOnlySpan<byte> this[int index] =>
        index == _joinedIndex ? Joined(this[_joined!.Date], this[_joined.Time])
        : IsMissing(index) ? default
        : _reader.GetSpan(Index(index));

    /// <summary>Lets an index that is behind those of the fields stand for two of them.</summary>
    public void Join(int index, DateAndTime both) => (_joinedIndex, _joined) = (index, both);

    private static byte[] Joined(ReadOnlySpan<byte> date, ReadOnlySpan<byte> time) =>
        MissingValue.Is(date) || MissingValue.Is(time) ? [] : [.. date, (byte)' ', .. time];

    /// <summary>Whether a field has one of the texts for missing values that the user gave.</summary>
    public bool IsMissingByOption(int index) => index != _joinedIndex && IsMissing(index);

    // A number is the same number however it is written, as -999 and -999.00 are.
    private bool IsMissing(int index) => _missing.Length > 0
        && (MissingValue.IsOneOf(_reader.GetSpan(Index(index)), _missing)
            || (_missingNumbers.Length > 0 && _missingNumbers.Contains(
                NumberReader.ValueOf(Encoding.UTF8.GetString(_reader.GetSpan(Index(index)))))));

    /// <summary>
    /// Reads a number as programs write it, to the same bits as .NET does with <see cref="NumberStyles.Float"/> and the
    /// invariant culture.
    /// </summary>
    public bool TryParse(int index, out double value)
    {
        value = 0;
        return index != _joinedIndex && !IsMissing(index) && !HasComma(index)
            && _reader.TryParse(Index(index), out value);
    }

    /// <summary>Whether a field has a comma, which the library takes for a separator of thousands anywhere.</summary>
    private bool HasComma(int index) =>
        (HasQuotes || !_dividedByCommas) && _reader.GetSpan(Index(index)).Contains((byte)',');

    /// <summary>A field as text.</summary>
    public string GetString(int index) => Encoding.UTF8.GetString(this[index]);

    /// <summary>A field as it is in the file, with its quotes.</summary>
    public string GetRaw(int index) => index == _joinedIndex
        ? $"{GetRaw(_joined!.Date)} {GetRaw(_joined.Time)}"
        : Encoding.UTF8.GetString(Raw(index));

    public bool IsQuoted(int index) => Raw(index).StartsWith("\""u8);

    /// <summary>Whether a field has a quote that neither opens nor closes it.</summary>
    public bool IsMisquoted(int index)
    {
        if (!HasQuotes)
        {
            return false;
        }

        if (index == _joinedIndex)
        {
            return IsMisquoted(_joined!.Date) || IsMisquoted(_joined.Time);
        }

        ReadOnlySpan<byte> raw = Raw(index);
        return raw.Contains((byte)'"')
            && !(raw.Length > 1 && raw[0] == '"' && raw[^1] == '"' && raw.Count((byte)'"') == 2 + (2 * Quotes(index)));
    }

    /// <summary>Whether the line has an odd number of quotes, as one that ends or begins within them.</summary>
    public bool HasOddQuotes => HasQuotes && int.IsOddInteger(_reader.RawRecord.Count((byte)'"'));

    /// <summary>Whether the last field opens a quote that the line does not close.</summary>
    public bool IsLeftOpen => HasQuotes && Raw(Count - 1) is [(byte)'"', ..] last && last is not [_, .., (byte)'"'];

    /// <summary>Moves to the next line that is neither blank nor ruled.</summary>
    public bool Read()
    {
        while (_reader.Read())
        {
            if (_dividedBySpaces)
            {
                FindFields();
            }

            // The character 26 ends a file of DOS.
            bool isBlank = Count == 0 || (Count == 1 && this[0].Trim((byte)26).IsEmpty);
            if (!isBlank && !IsRule(_reader.RawRecord))
            {
                HasQuotes = _reader.RawRecord.Contains((byte)'"');
                _hasHashes = _reader.RawRecord.Contains((byte)'#');
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();

    private void FindFields()
    {
        _fields.Clear();
        for (int i = 0; i < _reader.FieldCount; i++)
        {
            if (!_reader.IsEmpty(i))
            {
                _fields.Add(i);
            }
        }
    }

    private int Index(int index) => _dividedBySpaces ? _fields[index] : index;

    /// <summary>Whether a line only draws one, as under the header of a table in Markdown.</summary>
    private static bool IsRule(ReadOnlySpan<byte> line) =>
        !line.ContainsAnyExcept(PartsOfRules) && (line.IndexOf("---"u8) >= 0 || line.IndexOf("==="u8) >= 0);

    private int Quotes(int index) => this[index].Count((byte)'"');

    private ReadOnlySpan<byte> Raw(int index) => _reader.GetRawSpan(Index(index)).Trim(" \t"u8);
}
