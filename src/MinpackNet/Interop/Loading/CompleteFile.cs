using System.Buffers.Binary;

namespace MinpackNet.Interop;

/// <summary>
/// Detects, before the system loads it, a file that was cut short. On Linux such a file does not fail to load: what its
/// headers promise is mapped, and the process dies when it touches a page beyond the end.
/// </summary>
internal static class CompleteFile
{
    private const int HeaderLength = 64;
    private const uint ElfMagic = 0x464C457F;

    /// <exception cref="BadImageFormatException">
    /// The file is an ELF file, but shorter than its own headers say.
    /// </exception>
    public static void Check(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            Check(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // The system says it better.
        }
    }

    private static void Check(FileStream file)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        int read = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (read < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(header) != ElfMagic)
        {
            return; // The system refuses these by itself.
        }

        // The section headers are at the end: offset, size of one, number.
        bool wide = header[4] == 2;
        ulong offset = wide
            ? BinaryPrimitives.ReadUInt64LittleEndian(header[0x28..])
            : BinaryPrimitives.ReadUInt32LittleEndian(header[0x20..]);
        int sizes = wide ? 0x3A : 0x2E;
        ulong needed = offset + ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(header[sizes..])
            * BinaryPrimitives.ReadUInt16LittleEndian(header[(sizes + 2)..]));
        if ((ulong)file.Length < needed)
        {
            throw Errors.CutShort(file.Name, file.Length, needed);
        }
    }
}
