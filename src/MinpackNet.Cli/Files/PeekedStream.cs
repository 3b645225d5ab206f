using System.Text;

namespace MinpackNet.Cli;

/// <summary>A stream whose beginning can be examined before it is read, which a pipe does not allow.</summary>
internal sealed class PeekedStream : Stream
{
    private const int MostPeeked = 1 << 16;

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

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first bytes.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(_position, _length - _position);

    /// <summary>Makes a stream of UTF-8, without a byte order mark, of text in UTF-8, UTF-16 or UTF-32.</summary>
    public static PeekedStream Of(Stream text)
    {
        PeekedStream peeked = new(text);
        Encoding? wide = peeked.Head switch
        {
            [0xff, 0xfe, 0, 0, ..] => Encoding.UTF32,
            [0xff, 0xfe, ..] or [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0xfe, 0xff, ..] or [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        return wide is null ? peeked : new(Encoding.CreateTranscodingStream(peeked, wide, Encoding.UTF8));
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

    /// <summary>The first lines, without a last one that may be incomplete.</summary>
    public ReadOnlySpan<byte> FirstLines
    {
        get
        {
            int end = _length == MostPeeked ? Head.LastIndexOfAny((byte)'\n', (byte)'\r') + 1 : 0;
            return end > 0 ? Head[..end] : Head;
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

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _inner.Dispose();
        base.Dispose(disposing);
    }
}
