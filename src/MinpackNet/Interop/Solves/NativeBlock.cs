using System.Buffers;
using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>
/// A block of memory for native code, taken in pieces that each start on a cache line. Its owner frees it.
/// </summary>
/// <remarks>
/// A large one is an array of .NET's pool, which keeps it for the next solve: to take new memory from the system and to
/// give it back can take longer than a solve of 300,000 points.
/// </remarks>
internal unsafe struct NativeBlock
{
    public const nuint CacheLine = 64;

    // The pool rounds up to a power of two, which of more than this would be too much of the system's memory.
    private const nuint MostPooled = 1 << 30;

    private double[]? _array;
    private GCHandle _pin;
    private void* _memory;
    private nuint _taken;

    /// <summary>The number of bytes.</summary>
    public nuint Size { get; }

    /// <summary>Reserves the memory; its content is undefined.</summary>
    /// <param name="bytes">The sum of all pieces.</param>
    /// <param name="pieces">In how many pieces it will be taken.</param>
    public NativeBlock(nuint bytes, nuint pieces)
    {
        Size = checked(bytes + (pieces * CacheLine));
        if (Size is < LargePages.Least or > MostPooled)
        {
            _memory = LargePages.Allocate(Size, CacheLine);
            return;
        }

        _array = ArrayPool<double>.Shared.Rent((int)((Size + CacheLine) / sizeof(double)));
        LargePages.Advise(_array);
        _pin = GCHandle.Alloc(_array, GCHandleType.Pinned);
        _memory = (void*)(((nuint)_pin.AddrOfPinnedObject() + CacheLine - 1) / CacheLine * CacheLine);
    }

    /// <summary>Where it starts; null for none.</summary>
    public readonly void* Start => _memory;

    public readonly void Clear() => NativeMemory.Clear(_memory, Size);

    public T* Take<T>(nuint count)
        where T : unmanaged
    {
        nuint rounded = ((count * (nuint)sizeof(T)) + CacheLine - 1) / CacheLine * CacheLine;
        if (rounded > Size - _taken)
        {
            throw Errors.BlockExhausted();
        }

        T* piece = (T*)((byte*)_memory + _taken);
        _taken += rounded;
        return piece;
    }

    /// <summary>May be called again, and on a block that was never reserved.</summary>
    public void Free()
    {
        if (_array is null)
        {
            NativeMemory.AlignedFree(_memory);
        }
        else
        {
            _pin.Free();
            ArrayPool<double>.Shared.Return(_array);
        }

        _array = null;
        _memory = null;
    }
}
