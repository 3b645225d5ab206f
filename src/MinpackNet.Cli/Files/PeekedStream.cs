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

    public PeekedStream(Stream inner)
    {
        _inner = inner;
        _length = inner.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
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

    /// <summary>Leaves out lines at the beginning.</summary>
    /// <returns>Whether there were as many, within what can be examined.</returns>
    public bool SkipLines(int count)
    {
        for (int line = 0; line < count; line++)
        {
            int length = Head.IndexOf((byte)'\n') + 1;
            if (length == 0)
            {
                return false;
            }

            _position += length;
        }

        return true;
    }

    /// <summary>The first lines, without a last one that may be incomplete.</summary>
    public IEnumerable<string> FirstLines()
    {
        using StreamReader reader = new(new MemoryStream(_head, _position, _length - _position), Encoding.UTF8);
        string[] lines = reader.ReadToEnd().Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        return _length == MostPeeked && lines.Length > 1 ? lines.SkipLast(1) : lines;
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
