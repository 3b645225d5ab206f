using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>
/// What a reusable workspace is made of: one block of native memory, the context of the callbacks and the handle to
/// it, and a guard that lets one solve in at a time.
/// </summary>
internal sealed unsafe class SolverMemory : IDisposable
{
    private const int Idle = 0;
    private const int InUse = 1;
    private const int Disposed = 2;
    private const nuint CacheLine = 64;

    private readonly string _owner;
    private readonly byte* _block;
    private GCHandle _handle;
    private int _state;
    private nuint _taken;

    /// <param name="owner">The public type's name, for exceptions.</param>
    /// <param name="doubles">How many doubles will be taken.</param>
    /// <param name="integers">How many 32-bit integers will be taken.</param>
    /// <param name="pieces">In how many pieces, each of which starts on a cache line.</param>
    public SolverMemory(string owner, nuint doubles, nuint integers, nuint pieces)
    {
        _owner = owner;
        nuint size = checked((doubles * sizeof(double)) + (integers * sizeof(int)) + (pieces * CacheLine));
        _block = (byte*)NativeMemory.AlignedAlloc(size, CacheLine);
        _handle = GCHandle.Alloc(Context);
    }

    ~SolverMemory() => Free();

    public CallbackContext Context { get; } = new();

    public void* User => (void*)GCHandle.ToIntPtr(_handle);

    public T* Take<T>(nuint count)
        where T : unmanaged
    {
        T* piece = (T*)(_block + _taken);
        _taken += ((count * (nuint)sizeof(T)) + CacheLine - 1) / CacheLine * CacheLine;
        return piece;
    }

    public void Enter()
    {
        int state = Interlocked.CompareExchange(ref _state, InUse, Idle);
        ObjectDisposedException.ThrowIf(state == Disposed, _owner);
        if (state == InUse)
        {
            throw Errors.WorkspaceInUse();
        }
    }

    public void Leave() => Volatile.Write(ref _state, Idle);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _state) == Disposed, _owner);

    public void Dispose()
    {
        int state = Interlocked.CompareExchange(ref _state, Disposed, Idle);
        if (state == InUse)
        {
            throw Errors.WorkspaceInUse();
        }

        if (state == Idle)
        {
            Free();
            GC.SuppressFinalize(this);
        }
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_block);
        _handle.Free();
    }
}
