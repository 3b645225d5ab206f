using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace MinpackNet.Cli;

/// <summary>A stream whose beginning can be examined before it is read, which a pipe does not allow.</summary>
internal sealed class PeekedStream : ReadOnlyStream
{
    /// <summary>The number of bytes that can be examined.</summary>
    public const int MostPeeked = 1 << 20;

    private const int LongestCharacter = 4;

    private static readonly SearchValues<byte> EndsField = SearchValues.Create(",;\t|\r\n"u8);

    private readonly Stream _inner;
    private readonly byte[] _head = new byte[MostPeeked];
    private readonly int _length;
    private int _position;

    private PeekedStream(Stream inner)
    {
        _inner = inner;
        _length = inner.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
        _position = Head.StartsWith("\ufeff"u8) ? 3 : 0;
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(_position, _length - _position);

    /// <summary>The encoding that the text turned out to have, where that is a guess; null where it is not.</summary>
    public string? Guess { get; private init; }

    /// <summary>Whether the text is that of a sheet of a workbook.</summary>
    public bool IsSheet { get; private init; }

    /// <summary>The Parquet file whose text it is, which has names for its columns; null for another one.</summary>
    public ParquetText? Parquet { get; private init; }

    public bool IsParquet => Parquet is not null;

    /// <summary>Whether the lines are at other places than in the file.</summary>
    public bool IsRewritten { get; private init; }

    /// <summary>What is to be said about the container; null for nothing.</summary>
    public string? Note { get; private init; }

    /// <summary>
    /// Makes a stream of UTF-8, without a byte order mark, of text in UTF-8, UTF-16, UTF-32 or, if it is none of these,
    /// Windows-1252, packed by gzip or not.
    /// </summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="text">Its bytes.</param>
    /// <param name="sheet">The sheet to take from a workbook; null for the only one with numbers.</param>
    /// <param name="groups">The part to take of a Parquet file; null for all of it.</param>
    /// <exception cref="InputException">It cannot be unpacked.</exception>
    public static PeekedStream Of(string name, Stream text, string? sheet = null, RowGroups? groups = null)
    {
        PeekedStream peeked = new(text);
        // Once: there are archives that hold themselves.
        bool isPacked = GzipText.Is(peeked.Head);
        peeked = isPacked ? new(new GzipText(name, peeked)) { IsRewritten = true } : peeked;
        if (Workbook.MayBe(peeked.Head))
        {
            string complaint = $"{name}: this {FileKind.Complaint(peeked.Head)}";
            using Stream bytes = isPacked || !text.CanSeek ? peeked : text;
            (Stream rows, string? note) =
                Workbook.SheetOf(name, bytes, sheet) ?? throw new InputException(complaint);
            return new(rows) { IsSheet = true, IsRewritten = true, Note = note };
        }

        if (ParquetText.Is(peeked.Head))
        {
            ParquetText rows = ParquetText.Open(name, isPacked || !text.CanSeek ? peeked : text, groups);
            return new(rows) { Parquet = rows, IsRewritten = true, Note = rows.Note };
        }

        Encoding? wide = peeked.Head switch
        {
            [0xff, 0xfe, 0, 0, ..] => Encoding.UTF32,
            [0xff, 0xfe, ..] or [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0xfe, 0xff, ..] or [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (wide is not null)
        {
            return new(Encoding.CreateTranscodingStream(peeked, wide, Encoding.UTF8)) { IsRewritten = true };
        }

        if (peeked.IsUtf8 || FileKind.Complaint(peeked.Head) is not null)
        {
            return peeked;
        }

        Encoding western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        return new(Encoding.CreateTranscodingStream(peeked, western, Encoding.UTF8)) { Guess = "Windows-1252" };
    }

    /// <summary>Leaves out lines at the beginning.</summary>
    /// <returns>Whether there were as many, within what can be examined.</returns>
    public bool SkipLines(int count)
    {
        for (int line = 0; line < count; line++)
        {
            int end = Head.IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0)
            {
                return false;
            }

            _position += end + (Head[end..].StartsWith("\r\n"u8) ? 2 : 1);
        }

        return true;
    }

    /// <summary>
    /// Replaces the line breaks within quotes in the first record by spaces: spreadsheets write names of two lines so.
    /// </summary>
    /// <returns>How many lines the file has less by that.</returns>
    public int JoinLinesOfFirstRecord()
    {
        int end = _position + EndOfQuotedBreaks(Head);
        int joined = 0;
        for (int i = _position; i < end; i++)
        {
            if (_head[i] == '\r' && _head[i + 1] == '\n')
            {
                // One space for both: what is before them moves up.
                _head.AsSpan(_position, i - _position).CopyTo(_head.AsSpan(_position + 1));
                _position++;
            }
            else if (_head[i] is (byte)'\n' or (byte)'\r')
            {
                _head[i] = (byte)' ';
                joined++;
            }
        }

        return joined;
    }

    /// <summary>Where the last line break within quotes in the first record is behind; 0 if there is none.</summary>
    private static int EndOfQuotedBreaks(ReadOnlySpan<byte> text)
    {
        int end = 0;
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && !isQuoted)
            {
                isQuoted = i == 0 || EndsField.Contains(text[i - 1]);
            }
            else if (text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                // What follows a closing quote tells whether it was one.
                isQuoted = false;
                if (i + 1 < text.Length && !EndsField.Contains(text[i + 1]))
                {
                    return 0;
                }
            }
            else if (text[i] is (byte)'\n' or (byte)'\r')
            {
                if (!isQuoted)
                {
                    return end;
                }

                end = i + 1;
            }
        }

        return isQuoted ? 0 : end;
    }

    /// <summary>The first lines, without a last one that may be incomplete.</summary>
    public ReadOnlySpan<byte> FirstLines
    {
        get
        {
            int end = _length == MostPeeked ? Head.LastIndexOfAny((byte)'\n', (byte)'\r') + 1 : 0;
            return end > 0 ? Head[..end] : Head;
        }
    }

    /// <summary>Whether the first bytes are UTF-8, but for a last character that may be incomplete.</summary>
    private bool IsUtf8
    {
        get
        {
            int end = Head.Length;
            while (_length == MostPeeked && end > Head.Length - LongestCharacter && (Head[end - 1] & 0xc0) == 0x80)
            {
                end--;
            }

            return Utf8.IsValid(Head[..(_length == MostPeeked ? end - 1 : end)]);
        }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position == _length)
        {
            return _inner.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _length - _position);
        _head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _inner.Dispose();
        base.Dispose(disposing);
    }
}
