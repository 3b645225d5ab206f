using System.IO.Compression;

namespace MinpackNet.Cli;

/// <summary>What is in a file of gzip, unpacked while it is read, within limits.</summary>
internal sealed class GzipText : ReadOnlyStream
{
    private readonly string _name;
    private readonly Counted _packed;
    private readonly GZipStream _unpacked;
    private long _count;

    static GzipText() =>
        // Without it, .NET takes a file that breaks off for a shorter one.
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    public GzipText(string name, Stream packed)
    {
        _name = name;
        _packed = new(packed);
        _unpacked = new(_packed, CompressionMode.Decompress);
    }

    /// <summary>Whether a file starts as those of gzip do.</summary>
    public static bool Is(ReadOnlySpan<byte> head) => head is [0x1f, 0x8b, 8, ..];

    public override int Read(Span<byte> buffer)
    {
        try
        {
            int count = _unpacked.Read(buffer);
            UnpackLimit.Check(_name, _count += count, _packed.Count);
            return count;
        }
        catch (InvalidDataException exception)
        {
            throw new InputException(
                $"{_name}: the gzip archive is damaged or incomplete ({exception.Message.TrimEnd('.')}). Pack or "
                + "download it again.");
        }
    }

    protected override void Dispose(bool disposing)
    {
        _unpacked.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>A stream that counts what is read from it.</summary>
    private sealed class Counted(Stream inner) : ReadOnlyStream
    {
        public long Count { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            int count = inner.Read(buffer);
            Count += count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
