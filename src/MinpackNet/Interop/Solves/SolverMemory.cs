using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>
/// What a reusable workspace is made of: native memory, the context of the callbacks and the handle to it, and a guard
/// that lets one solve in at a time. The pointers have MINPACK's names; the spans are for the rooms that see no
/// pointers.
/// </summary>
internal sealed unsafe class SolverMemory : IDisposable
{
    private const int Idle = 0;
    private const int InUse = 1;
    private const int Disposed = 2;

    private const nuint Pieces = 10;

    private static int _liveHandles;

    private readonly Type _owner;
    private readonly int _factorRows;
    private readonly int _pivotCount;
    private readonly double[] _residuals;
    private NativeBlock _block;
    private NativeBlock _extra;
    private void* _lmderState;
    private GCHandle _handle;
    private bool _hasResiduals;
    private long _pressure;
    private int _state;

    private SolverMemory(Type owner, int n, int m, int factorRows, int packedLength, int pivotCount)
    {
        _owner = owner;
        _factorRows = factorRows;
        _pivotCount = pivotCount;
        ParameterCount = n;
        ResidualCount = m;
        PackedLength = packedLength;
        nuint wide = (nuint)n;
        nuint factor = checked((nuint)factorRows * wide);
        nuint numbers = checked((6 * wide) + (nuint)m + factor + (nuint)packedLength);
        _block = new(checked((numbers * sizeof(double)) + ((nuint)pivotCount * sizeof(int))), Pieces);
        _handle = GCHandle.Alloc(Context);
        Interlocked.Increment(ref _liveHandles);

        X = _block.Take<double>(wide);
        // Managed, so that a span over the residuals outlives the workspace unharmed; pinned, because native code
        // writes to it.
        _residuals = LargeArray.Allocate<double>(m, pinned: true);
        Fvec = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_residuals));
        Diag = _block.Take<double>(wide);
        Qtf = _block.Take<double>(wide);
        Work1 = _block.Take<double>(wide);
        Work2 = _block.Take<double>(wide);
        Work3 = _block.Take<double>(wide);
        Work4 = _block.Take<double>((nuint)m);
        Fjac = _block.Take<double>(factor);
        R = _block.Take<double>((nuint)packedLength);
        Ipvt = _block.Take<int>((nuint)pivotCount);
    }

    ~SolverMemory() => Free();

    /// <summary>How many workspaces of the process hold a handle: where a leak would show.</summary>
    public static int LiveHandles => Volatile.Read(ref _liveHandles);

    public int ParameterCount { get; }

    public int ResidualCount { get; }

    public double* X { get; }

    /// <summary>The parameters at the end.</summary>
    public ReadOnlySpan<double> Solution => new(X, ParameterCount);

    public double* Fvec { get; }

    /// <summary>What the residuals are kept in, for an owner that solves once.</summary>
    public double[] ResidualArray => _residuals;

    public double* Diag { get; }

    public double* Qtf { get; }

    /// <summary>The trial point of a solve by least squares.</summary>
    public double* Trial => Work2;

    /// <summary>The residuals at the trial point of a solve by least squares.</summary>
    public double* TrialResiduals => Work4;

    /// <summary>The residuals at the last trial point, after a solve by least squares.</summary>
    public ReadOnlySpan<double> LastTrial => new(TrialResiduals, ResidualCount);

    /// <summary>n values that mean nothing after a solve.</summary>
    public Span<double> Scratch => new(Work1, ParameterCount);

    /// <summary>n more of them.</summary>
    public Span<double> SecondScratch => new(Work2, ParameterCount);

    public double* Work1 { get; }

    public double* Work2 { get; }

    public double* Work3 { get; }

    public double* Work4 { get; }

    /// <summary>
    /// After a least-squares solve R and the Householder vectors, after a solve of equations Q; column by column.
    /// </summary>
    public double* Fjac { get; }

    /// <summary>Least squares only: the pivots, 1-based.</summary>
    public int* Ipvt { get; }

    /// <summary>Equations only: the upper triangle, packed by rows.</summary>
    public double* R { get; }

    public int PackedLength { get; }

    /// <summary>The user pointer for the native side.</summary>
    public void* User => (void*)GCHandle.ToIntPtr(_handle);

    /// <summary>Where the core keeps the state of a reverse-communication solve, from the first one on.</summary>
    public void* LmderState => _lmderState is null
        ? _lmderState = NativeMemory.AlignedAlloc((nuint)NativeLibraryState.LmderStateSize, NativeBlock.CacheLine)
        : _lmderState;

    public CallbackContext Context { get; } = new();

    /// <summary>The norm of the values at the start of the last solve, of a system of equations.</summary>
    public double StartNorm => Context.StartNorm;

    public ReadOnlySpan<double> Residuals
    {
        get
        {
            int state = Volatile.Read(ref _state);
            ObjectDisposedException.ThrowIf(state == Disposed, _owner);
            if (!_hasResiduals && state == Idle)
            {
                ForgetResiduals();
            }

            return _residuals;
        }
    }

    /// <summary>The upper triangle, packed by rows.</summary>
    public ReadOnlySpan<double> PackedTriangle => new(R, PackedLength);

    /// <summary>The first n elements of Qᵀ times the residuals.</summary>
    public ReadOnlySpan<double> RotatedResiduals => new(Qtf, ParameterCount);

    /// <summary>The pivots, 1-based.</summary>
    public ReadOnlySpan<int> Pivots => new(Ipvt, ParameterCount);

    /// <param name="owner">The public type, for exceptions.</param>
    /// <param name="parameterCount">n.</param>
    /// <param name="residualCount">m.</param>
    /// <param name="rowByRow">Whether the factor holds R alone, n by n, instead of a whole Jacobian.</param>
    public static SolverMemory ForLeastSquares(Type owner, int parameterCount, int residualCount, bool rowByRow)
    {
        int factorRows = rowByRow ? parameterCount : residualCount;
        return new(owner, parameterCount, residualCount, factorRows, packedLength: 0, pivotCount: parameterCount);
    }

    /// <param name="owner">The public type, for exceptions.</param>
    /// <param name="count">n, of parameters and of equations.</param>
    public static SolverMemory ForEquations(Type owner, int count)
    {
        int packedLength = checked((int)((long)count * (count + 1) / 2));
        return new(owner, count, count, factorRows: count, packedLength, pivotCount: 0);
    }

    /// <summary>R in the upper triangle of as many rows as the factor has.</summary>
    public JacobianMatrix Factor => new(ref *Fjac, _factorRows, ParameterCount);

    /// <summary>See <see cref="EndOfSolve.IsFinite"/>.</summary>
    /// <remarks>Not inlined: the runtime has a slower way to native code from a method with a try.</remarks>
    public bool EndIsFinite
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => EndOfSolve.IsFinite(NativeAlgebra.Norm(_residuals), Factor);
    }

    /// <summary>See <see cref="EndOfSolve.IsStuck"/>.</summary>
    public bool EndIsStuck
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => EndOfSolve.IsStuck(NativeAlgebra.Norm(_residuals), Factor);
    }

    /// <summary>Column j of the factor: a span cannot hold the largest ones whole.</summary>
    public ReadOnlySpan<double> FactorColumn(int j) => new(Fjac + ((nint)j * _factorRows), _factorRows);

    /// <summary>Lets one solve in that the core takes no part in. <see cref="Leave"/> must follow.</summary>
    public void Enter()
    {
        int state = Interlocked.CompareExchange(ref _state, InUse, Idle);
        ObjectDisposedException.ThrowIf(state == Disposed, _owner);
        if (state == InUse)
        {
            throw Errors.WorkspaceInUse();
        }
    }

    /// <summary>Takes over the residuals of such a solve.</summary>
    public void SetResiduals(ReadOnlySpan<double> residuals)
    {
        residuals.CopyTo(_residuals);
        _hasResiduals = true;
    }

    /// <summary>Lets one solve in and lays out its start. <see cref="Leave"/> must follow.</summary>
    public void Enter(ReadOnlySpan<double> parameters, in SolverFunctions functions, in SolverSettings settings)
    {
        Enter();
        Context.Begin(functions, settings, X);
        parameters.CopyTo(new(X, ParameterCount));
        if (functions.Cancellation.CanBeCanceled)
        {
            ForgetFactor();
        }

        if (settings.Scale is null)
        {
            return;
        }

        for (int j = 0; j < ParameterCount; j++)
        {
            Diag[j] = settings.Scale[j];
        }
    }

    /// <summary>Memory beyond that of MINPACK's arguments, kept for the next solve; null for none.</summary>
    public double* Extra(long length)
    {
        nuint needed = checked((nuint)length * sizeof(double));
        if (needed > _extra.Size)
        {
            _extra.Free();
            _extra = default;
            _extra = new(needed, pieces: 0);
        }

        return (double*)_extra.Start;
    }

    /// <summary>Hands back the best point and what the user's functions threw.</summary>
    public ExceptionDispatchInfo? Finish(Span<double> parameters)
    {
        if (Context.HasPoint)
        {
            new Span<double>(X, ParameterCount).CopyTo(parameters);
            _hasResiduals = true;
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

    /// <summary>Leaves it to the garbage collector to free the memory, unless that is done before.</summary>
    public void LeaveToCollector()
    {
        _pressure = (long)_block.Size;
        GC.AddMemoryPressure(_pressure);
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

    /// <summary>A solve may be canceled before there is a Jacobian: zeros then, and columns in their order.</summary>
    private void ForgetFactor()
    {
        for (int j = 0; j < ParameterCount; j++)
        {
            new Span<double>(Fjac + ((nint)j * _factorRows), _factorRows).Clear();
        }

        new Span<double>(Qtf, ParameterCount).Clear();
        new Span<double>(R, PackedLength).Clear();
        for (int j = 0; j < _pivotCount; j++)
        {
            Ipvt[j] = j + 1;
        }
    }

    private void ForgetResiduals()
    {
        NonFinite.Forget(_residuals);
        _hasResiduals = true;
    }

    private void Free()
    {
        if (_pressure > 0)
        {
            GC.RemoveMemoryPressure(_pressure);
        }

        // After a constructor that found no memory, the finalizer gets here with nothing to free.
        _block.Free();
        _extra.Free();
        NativeMemory.AlignedFree(_lmderState);
        if (_handle.IsAllocated)
        {
            _handle.Free();
            Interlocked.Decrement(ref _liveHandles);
        }
    }
}
