using System.Buffers.Binary;

namespace MinpackNet.PackageTests;

/// <summary>Reads the headers of executable files.</summary>
internal static class NativeFile
{
    /// <summary>The format and, in hexadecimal, its code for the processor: "ELF 3E" for x64 on Linux.</summary>
    public static string Machine(ReadOnlySpan<byte> file) => BinaryPrimitives.ReadUInt32LittleEndian(file) switch
    {
        0x464C457F => $"ELF {ElfMachine(file):X}",
        0xFEEDFACF => $"Mach-O {BinaryPrimitives.ReadUInt32LittleEndian(file[4..]):X}",
        uint start when (start & 0xFFFF) == 0x5A4D => $"PE {PeMachine(file):X}",
        uint start => $"unknown format {start:X}",
    };

    /// <summary>In the order of bytes of that machine.</summary>
    private static ushort ElfMachine(ReadOnlySpan<byte> file) => file[5] == 2
        ? BinaryPrimitives.ReadUInt16BigEndian(file[18..])
        : BinaryPrimitives.ReadUInt16LittleEndian(file[18..]);

    private static ushort PeMachine(ReadOnlySpan<byte> file) =>
        BinaryPrimitives.ReadUInt16LittleEndian(file[(BinaryPrimitives.ReadInt32LittleEndian(file[0x3C..]) + 4)..]);
}
