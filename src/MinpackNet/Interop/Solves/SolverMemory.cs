using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>
/// What a reusable workspace is made of: one block of native memory, the context of the callbacks and the handle to
/// it, and a guard that lets one solve in at a time. The names of the buffers are MINPACK's.
/// </summary>
internal sealed unsafe class SolverMemory : IDisposable
{
    private const int InternalScaling = 1;
    private const int GivenScaling = 2;

    private const int Idle = 0;
    private const int InUse = 1;
    private const int Disposed = 2;

    private const nuint CacheLine = 64;
    private const nuint CommonPieces = 8;

    private static int _liveHandles;

    private readonly string _owner;
    private readonly byte* _block;
    private readonly double[] _residuals;
    private double* _extra;
    private void* _lmderState;
    private nuint _extraLength;
    private GCHandle _handle;
    private int _state;
    private nuint _taken;

    /// <param name="owner">The public type's name, for exceptions.</param>
    /// <param name="n">The number of parameters.</param>
    /// <param name="m">The number of residuals.</param>
    /// <param name="further">How many doubles the owner will take.</param>
    /// <param name="integers">How many 32-bit integers the owner will take.</param>
    /// <param name="pieces">In how many pieces, each of which starts on a cache line.</param>
    public SolverMemory(string owner, int n, int m, nuint further, nuint integers, nuint pieces)
    {
        _owner = owner;
        ParameterCount = n;
        ResidualCount = m;
        nuint size = checked(
            ((further + (6 * (nuint)n) + (nuint)m) * sizeof(double))
            + (integers * sizeof(int))
            + ((pieces + CommonPieces) * CacheLine));
        _block = (byte*)NativeMemory.AlignedAlloc(size, CacheLine);
        _handle = GCHandle.Alloc(Context);
        Interlocked.Increment(ref _liveHandles);

        X = Take<double>((nuint)n);
        // Managed, so that a span over the residuals outlives the workspace unharmed; pinned, for native code writes to it.
        _residuals = GC.AllocateUninitializedArray<double>(m, pinned: true);
        Fvec = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_residuals));
        Diag = Take<double>((nuint)n);
        Qtf = Take<double>((nuint)n);
        Work1 = Take<double>((nuint)n);
        Work2 = Take<double>((nuint)n);
        Work3 = Take<double>((nuint)n);
        Work4 = Take<double>((nuint)m);
        ForgetResiduals();
    }

    ~SolverMemory() => Free();

    /// <summary>How many workspaces of the process hold a handle: what a leak would show in.</summary>
    public static int LiveHandles => Volatile.Read(ref _liveHandles);

    public int ParameterCount { get; }

    public int ResidualCount { get; }

    public double* X { get; }

    public double* Fvec { get; }

    public double* Diag { get; }

    public double* Qtf { get; }

    public double* Work1 { get; }

    public double* Work2 { get; }

    public double* Work3 { get; }

    public double* Work4 { get; }

    /// <summary>The user pointer for the native side.</summary>
    public void* User => (void*)GCHandle.ToIntPtr(_handle);

    public ReadOnlySpan<double> Residuals
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _state) == Disposed, _owner);
            return _residuals;
        }
    }

    /// <summary>The norm of the values at the start of the last solve, of a system of equations.</summary>
    public double StartNorm => Context.StartNorm;

    public CallbackContext Context { get; } = new();

    /// <summary>Where the core keeps a solve that asks, from the first one on.</summary>
    public void* LmderState => _lmderState is null
        ? _lmderState = NativeMemory.AlignedAlloc((nuint)NativeLibraryState.LmderStateSize, CacheLine)
        : _lmderState;

    public T* Take<T>(nuint count)
        where T : unmanaged
    {
        T* piece = (T*)(_block + _taken);
        _taken += ((count * (nuint)sizeof(T)) + CacheLine - 1) / CacheLine * CacheLine;
        return piece;
    }

    /// <summary>Lets one solve in and lays out its start. <see cref="Leave"/> must follow.</summary>
    /// <returns>MINPACK's mode.</returns>
    public int Enter(ReadOnlySpan<double> parameters, in SolverFunctions functions, in SolverSettings settings)
    {
        int state = Interlocked.CompareExchange(ref _state, InUse, Idle);
        ObjectDisposedException.ThrowIf(state == Disposed, _owner);
        if (state == InUse)
        {
            throw Errors.WorkspaceInUse();
        }

        Context.Begin(functions, settings, X);
        parameters.CopyTo(new(X, ParameterCount));
        if (settings.Scale is null)
        {
            return InternalScaling;
        }

        for (int j = 0; j < ParameterCount; j++)
        {
            Diag[j] = settings.Scale[j];
        }

        return GivenScaling;
    }

    /// <summary>Memory beyond that of MINPACK's arguments, kept for the next solve; null for none.</summary>
    public double* Extra(long length)
    {
        nuint wanted = checked((nuint)length);
        if (wanted > _extraLength)
        {
            NativeMemory.AlignedFree(_extra);
            _extra = null;
            _extraLength = 0;
            _extra = (double*)NativeMemory.AlignedAlloc(checked(wanted * sizeof(double)), CacheLine);
            _extraLength = wanted;
        }

        return _extra;
    }

    /// <summary>Hands back the best point and what the user's functions threw.</summary>
    public ExceptionDispatchInfo? Finish(Span<double> parameters)
    {
        if (Context.HasPoint)
        {
            new Span<double>(X, ParameterCount).CopyTo(parameters);
        }
        else
        {
            ForgetResiduals();
        }

        return Context.Thrown;
    }

    public void Leave()
    {
        Context.End();
        Volatile.Write(ref _state, Idle);
    }

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

    private void ForgetResiduals() => _residuals.AsSpan().Fill(double.NaN);

    private void Free()
    {
        // After a constructor that found no memory the finalizer comes here with neither.
        NativeMemory.AlignedFree(_block);
        NativeMemory.AlignedFree(_extra);
        NativeMemory.AlignedFree(_lmderState);
        if (_handle.IsAllocated)
        {
            _handle.Free();
            Interlocked.Decrement(ref _liveHandles);
        }
    }
}
