using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>A block of native memory, taken in pieces that each start on a cache line. Its owner frees it.</summary>
internal unsafe struct NativeBlock
{
    public const nuint CacheLine = 64;

    private byte* _block;
    private nuint _taken;

    /// <summary>The number of bytes.</summary>
    public nuint Size { get; }

    /// <summary>Reserves the memory; its content is undefined.</summary>
    /// <param name="bytes">The sum of all pieces.</param>
    /// <param name="pieces">In how many pieces it will be taken.</param>
    public NativeBlock(nuint bytes, nuint pieces)
    {
        Size = checked(bytes + (pieces * CacheLine));
        _block = (byte*)LargePages.Allocate(Size, CacheLine);
    }

    public readonly void Clear() => NativeMemory.Clear(_block, Size);

    public T* Take<T>(nuint count)
        where T : unmanaged
    {
        nuint rounded = ((count * (nuint)sizeof(T)) + CacheLine - 1) / CacheLine * CacheLine;
        if (rounded > Size - _taken)
        {
            throw Errors.BlockExhausted();
        }

        T* piece = (T*)(_block + _taken);
        _taken += rounded;
        return piece;
    }

    /// <summary>May be called again, and on a block that was never reserved.</summary>
    public void Free()
    {
        NativeMemory.AlignedFree(_block);
        _block = null;
    }
}
