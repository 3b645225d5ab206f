using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>A block of native memory, zero at first, that is taken in pieces on cache lines of their own.</summary>
internal sealed unsafe class NativeBlock : IDisposable
{
    private const nuint CacheLine = 64;

    private readonly nuint _size;
    private byte* _block;
    private nuint _taken;

    /// <param name="bytes">The sum of all pieces.</param>
    /// <param name="pieces">In how many pieces it will be taken.</param>
    public NativeBlock(nuint bytes, nuint pieces)
    {
        _size = checked(bytes + (pieces * CacheLine));
        _block = (byte*)NativeMemory.AlignedAlloc(_size, CacheLine);
        NativeMemory.Clear(_block, _size);
    }

    ~NativeBlock() => Free();

    public T* Take<T>(nuint count)
        where T : unmanaged
    {
        nuint rounded = ((count * (nuint)sizeof(T)) + CacheLine - 1) / CacheLine * CacheLine;
        if (rounded > _size - _taken)
        {
            throw new InvalidOperationException("More was taken from a block of memory than reserved.");
        }

        T* piece = (T*)(_block + _taken);
        _taken += rounded;
        return piece;
    }

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_block);
        _block = null;
    }
}
