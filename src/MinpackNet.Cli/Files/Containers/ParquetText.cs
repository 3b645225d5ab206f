using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace MinpackNet.Cli;

/// <summary>
/// A Parquet file as text in which tabs divide, with the names of the columns in its first line. A row group at a time
/// is in memory.
/// </summary>
internal sealed class ParquetText : ReadOnlyStream, IPart
{
    private const int RowsOfPart = 4096;
    private const int MostRows = 1 << 24;

    private readonly string _name;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;
    private readonly StringBuilder _text = new();
    private bool _isFile;
    private Action<int>[] _columns = [];
    private byte[] _bytes = [];
    private int _position;
    private int _group;
    private int _row;
    private int _rows;

    private ParquetText(string name, ParquetReader reader)
    {
        (_name, _reader) = (name, reader);
        DataField[] all = reader.Schema.GetDataFields();
        _fields = [.. all.Where(field => field.Path.Length == 1 && !field.IsArray && IsKnown(field.ClrType))];
        string[] others = [.. all.Except(_fields).Select(field => $"{field.Path}").Distinct()];
        Note = others.Length == 0 ? null
            : $"columns that are no numbers, texts or dates are left out: {Things.List(others)}";
        _text.AppendJoin('\t', _fields.Select(field => SheetText.Quoted(field.Name))).Append('\n');
        _bytes = Encoding.UTF8.GetBytes(_text.ToString());
    }

    /// <summary>What is to be said about the file; null for nothing.</summary>
    public string? Note { get; }

    public bool HasFirstGroup { get; private set; } = true;

    public int LinesBefore { get; private set; }

    public int? FirstLineBehind { get; private set; }

    /// <summary>Whether a file is one by its first bytes.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => head.StartsWith("PAR1"u8);

    /// <param name="name">The name of the file.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="groups">The part to read; null for all of it.</param>
    /// <exception cref="InputException">It is damaged, or has no columns of numbers.</exception>
    public static ParquetText Open(string name, Stream bytes, RowGroups? groups)
    {
        Stream whole = WholeStream.Of(name, bytes);
        return Guard(name, () =>
        {
            ParquetReader reader = ParquetReader.CreateAsync(whole).GetAwaiter().GetResult();
            ParquetText text = new(name, reader) { _isFile = bytes.CanSeek };
            if (text._fields.Length == 0)
            {
                throw new InputException($"{name}: this Parquet file has no column of numbers, texts or dates.");
            }

            text.Begin(groups);
            return text;
        });
    }

    /// <summary>Where the row groups begin; empty if they cannot be told from each other or are packed.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    public long[] RowGroupStarts()
    {
        long[] starts = !_isFile ? [] : Guard(_name, () => _reader.Metadata!.RowGroups.Select(group =>
            group.Columns.Min(column => Math.Min(
                column.MetaData!.DictionaryPageOffset ?? long.MaxValue, column.MetaData.DataPageOffset))).ToArray());
        return starts.SequenceEqual(starts.Distinct().Order()) ? starts : [];
    }

    /// <summary>Puts the first rows of the file before those of a part.</summary>
    private void Begin(RowGroups? groups)
    {
        if (groups is not { } part)
        {
            return;
        }

        long rows = Enumerable.Range(part.First, part.End - part.First)
            .Sum(index => _reader.Metadata!.RowGroups[index].NumRows);
        HasFirstGroup = part.First == 0;
        FirstLineBehind = checked((int)rows) + (HasFirstGroup ? 2 : 1);
        if (HasFirstGroup)
        {
            return;
        }

        using MemoryStream head = new();
        head.Write(_bytes);
        while (head.Length < PeekedStream.MostPeeked && (_row < _rows || _group < part.First))
        {
            Next();
            head.Write(_bytes);
        }

        _bytes = head.ToArray();
        _position = 0;
        LinesBefore = _bytes.AsSpan().Count((byte)'\n');
        (_group, _row) = (part.First, _rows);
    }

    public override int Read(Span<byte> buffer)
    {
        while (_position == _bytes.Length)
        {
            if (!Next())
            {
                return 0;
            }
        }

        int count = Math.Min(buffer.Length, _bytes.Length - _position);
        _bytes.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        base.Dispose(disposing);
    }

    /// <summary>Makes the text of the next rows; false behind the last.</summary>
    private bool Next()
    {
        if (_row == _rows)
        {
            if (_group == _reader.RowGroupCount)
            {
                return false;
            }

            _columns = Guard(_name, () => Columns(_group++).GetAwaiter().GetResult());
            _row = 0;
        }

        _text.Clear();
        for (int last = Math.Min(_row + RowsOfPart, _rows); _row < last; _row++)
        {
            for (int column = 0; column < _columns.Length; column++)
            {
                if (column > 0)
                {
                    _text.Append('\t');
                }

                _columns[column](_row);
            }

            _text.Append('\n');
        }

        _bytes = Encoding.UTF8.GetBytes(_text.ToString());
        _position = 0;
        return true;
    }

    /// <summary>For each column of a row group, what appends the text of a row.</summary>
    private async Task<Action<int>[]> Columns(int index)
    {
        using ParquetRowGroupReader group = _reader.OpenRowGroupReader(index);
        if (group.RowCount > MostRows)
        {
            throw new InputException(
                $"{_name}: a row group has more than {MostRows} rows, which are read together. Write smaller ones.");
        }

        _rows = (int)group.RowCount;
        List<Action<int>> columns = [];
        foreach (DataField field in _fields)
        {
            columns.Add(await Column(group, field).ConfigureAwait(false));
        }

        return [.. columns];
    }

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(ReadOnlyMemory<char>);

    private static bool IsKnown(Type type) => IsText(type)
        || (type.IsPrimitive && type != typeof(char)) || type == typeof(decimal) || type == typeof(DateTime)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan);

    private Task<Action<int>> Column(ParquetRowGroupReader group, DataField field) => field.ClrType switch
    {
        Type type when IsText(type) => Texts(group, field),
        Type type when field is TimeDataField time && type == typeof(int) => Values<int>(
            group, field, value => TextOf(time, value)),
        Type type when field is TimeDataField time && type == typeof(long) => Values<long>(
            group, field, value => TextOf(time, value)),
        Type type when type == typeof(bool) => Values<bool>(group, field, value => value ? "1" : "0"),
        Type type when type == typeof(double) => Numbers<double>(group, field),
        Type type when type == typeof(float) => Numbers<float>(group, field),
        Type type when type == typeof(sbyte) => Numbers<sbyte>(group, field),
        Type type when type == typeof(byte) => Numbers<byte>(group, field),
        Type type when type == typeof(short) => Numbers<short>(group, field),
        Type type when type == typeof(ushort) => Numbers<ushort>(group, field),
        Type type when type == typeof(int) => Numbers<int>(group, field),
        Type type when type == typeof(uint) => Numbers<uint>(group, field),
        Type type when type == typeof(long) => Numbers<long>(group, field),
        Type type when type == typeof(ulong) => Numbers<ulong>(group, field),
        Type type when type == typeof(decimal) => Numbers<decimal>(group, field),
        Type type when type == typeof(DateTime) => Values<DateTime>(group, field, SheetText.TextOf),
        Type type when type == typeof(DateOnly) => Values<DateOnly>(
            group, field, value => SheetText.TextOf(value.ToDateTime(default))),
        Type type when type == typeof(TimeOnly) => Values<TimeOnly>(
            group, field, value => SheetText.TextOf(value.ToTimeSpan())),
        _ => Values<TimeSpan>(group, field, SheetText.TextOf),
    };

    /// <summary>A time of day, which is stored as a whole number.</summary>
    private static string TextOf(TimeDataField field, long value) => SheetText.TextOf(field.Precision switch
    {
        TimeUnitPrecision.Millis => new TimeSpan(value * TimeSpan.TicksPerMillisecond),
        TimeUnitPrecision.Micros => new TimeSpan(value * TimeSpan.TicksPerMicrosecond),
        _ => new TimeSpan(value / TimeSpan.NanosecondsPerTick),
    });

    private Task<Action<int>> Numbers<T>(ParquetRowGroupReader group, DataField field)
        where T : struct, IFormattable =>
        Values<T>(group, field, value => value.ToString(null, CultureInfo.InvariantCulture));

    private async Task<Action<int>> Values<T>(ParquetRowGroupReader group, DataField field, Func<T, string> text)
        where T : struct
    {
        if (field.IsNullable)
        {
            T?[] values = new T?[_rows];
            await group.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            return row => _text.Append(values[row] is T value ? text(value) : "");
        }

        T[] all = new T[_rows];
        await group.ReadAsync<T>(field, all.AsMemory()).ConfigureAwait(false);
        return row => _text.Append(text(all[row]));
    }

    private async Task<Action<int>> Texts(ParquetRowGroupReader group, DataField field)
    {
        string?[] values = new string?[_rows];
        await group.ReadAsync(field, values.AsMemory()!).ConfigureAwait(false);
        return row => _text.Append(values[row] is { } value ? SheetText.Quoted(value) : "");
    }

    private static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not InputException)
        {
            // The library throws whatever comes up where a file is damaged, also for want of memory that it claims.
            throw new InputException(
                $"{name}: this Parquet file cannot be read ({PlainText.Brief(exception.Message).TrimEnd('.')}). Write "
                + "it again, or export its table as CSV.");
        }
    }
}
