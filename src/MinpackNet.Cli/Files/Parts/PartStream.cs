namespace MinpackNet.Cli;

/// <summary>
/// The head of a file, followed by the file from a part on. The head settles the format, so that a part is read as the
/// whole file is.
/// </summary>
internal sealed class PartStream : ReadOnlyStream, IPart
{
    private readonly FileStream _file;
    private readonly long _end;
    private readonly long _headEnd;
    private int _lines;
    private bool _isAtLineStart = true;

    /// <param name="part">The part.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public PartStream(FilePart part)
    {
        _file = File.OpenRead(part.Path);
        _end = part.To;
        Start = part.From == 0 ? 0 : LineFrom(part.From);
        _headEnd = part.From == 0 ? 0 : Math.Min(Start, LineFrom(Math.Min(part.From, PeekedStream.MostPeeked)));
        HasFirstGroup = part.From == 0;
        LinesBefore = LinesIn(_headEnd);
        _file.Position = _headEnd == 0 ? Start : 0;
    }

    /// <summary>The byte at which the first line begins.</summary>
    public long Start { get; }

    public bool HasFirstGroup { get; }

    public int LinesBefore { get; }

    public int? FirstLineBehind { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        bool isHead = _file.Position < _headEnd;
        long position = _file.Position;
        int count = _file.Read(isHead ? buffer[..(int)Math.Min(buffer.Length, _headEnd - position)] : buffer);
        CountLines(buffer[..count], position, isHead);
        if (isHead && _file.Position == _headEnd)
        {
            _file.Position = Start;
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }

    private void CountLines(ReadOnlySpan<byte> read, long position, bool isHead)
    {
        if (FirstLineBehind is not null || read.IsEmpty)
        {
            return;
        }

        int inside = isHead ? read.Length : (int)Math.Clamp(_end - position, 0, read.Length);
        _lines += read[..inside].Count((byte)'\n');
        _isAtLineStart = inside > 0 ? read[inside - 1] == '\n' : _isAtLineStart;
        if (inside == read.Length)
        {
            return;
        }

        // The line that begins here, or behind the one that began before.
        FirstLineBehind = _lines - LinesBefore + (_isAtLineStart ? 1 : 2);
    }

    /// <summary>The place of the first line that begins there or later.</summary>
    private long LineFrom(long place)
    {
        if (place == 0)
        {
            return 0;
        }

        _file.Position = place - 1;
        int read;
        do
        {
            read = _file.ReadByte();
        }
        while (read is not (-1 or '\n'));
        return _file.Position;
    }

    private int LinesIn(long length)
    {
        byte[] bytes = new byte[length];
        _file.Position = 0;
        _file.ReadExactly(bytes);
        return bytes.AsSpan().Count((byte)'\n');
    }
}
