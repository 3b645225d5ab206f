using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// The memory of as many fits in lockstep as a vector has lanes. Vectors hold one number of every fit; what the core
/// keeps for each fit apart is reached by the number of its lane.
/// </summary>
internal sealed unsafe class LaneMemory : IDisposable
{
    /// <summary>In <see cref="FitIn"/>.</summary>
    public const int NoFit = -1;

    private const nuint Pieces = 20;

    private NativeBlock _block;
    private readonly MnLockstep* _fits;
    private readonly Vector<double>* _point;
    private readonly Vector<double>* _data;
    private readonly int _dataLength;
    private readonly int _jacobianLength;
    private readonly int[] _fitIn = new int[Lanes];
    private bool _hasStarted;

    public LaneMemory(int n, int m, int dataLength, in SolverSettings settings, bool hasJacobian)
    {
        _dataLength = dataLength;
        _jacobianLength = checked(m * n);
        nuint lanes = (nuint)Lanes;
        nuint wide = (nuint)n;
        nuint vectors = checked((4 * wide) + (2 * (nuint)m) + (nuint)_jacobianLength + (nuint)dataLength);
        nuint workLength = checked((nuint)NativeMethods.mn_lockstep_length(Lanes, m, n));
        nuint numbers = checked((lanes * (vectors + 1 + wide + (wide * wide))) + workLength + wide);
        nuint integers = lanes * (wide + 4);
        _block = new(
            checked((numbers * sizeof(double)) + (integers * sizeof(int)) + (nuint)sizeof(MnLockstep)), Pieces);
        _block.Clear();

        _fits = _block.Take<MnLockstep>(1);
        *_fits = new()
        {
            Lanes = Lanes,
            M = m,
            N = n,
            Maxfev = settings.Maxfev,
            Mode = settings.Mode,
            JacobianEvaluations = hasJacobian ? 0 : n,
            CpuLevel = settings.CpuLevel,
            Ftol = settings.Ftol,
            Xtol = settings.Xtol,
            Gtol = settings.Gtol,
            Factor = settings.Factor,
            X = _block.Take<double>(lanes * wide),
            Fvec = _block.Take<double>(lanes * (nuint)m),
            Fjac = _block.Take<double>(lanes * (nuint)_jacobianLength),
            Residuals = _block.Take<double>(lanes * (nuint)m),
            Best = _block.Take<double>(lanes * wide),
            Norm = _block.Take<double>(lanes),
            Diag = _block.Take<double>(lanes * wide),
            R = _block.Take<double>(lanes * wide * wide),
            Qtf = _block.Take<double>(lanes * wide),
            Ipvt = _block.Take<int>(lanes * wide),
            Want = _block.Take<int>(lanes),
            Info = _block.Take<int>(lanes),
            Nfev = _block.Take<int>(lanes),
            Njev = _block.Take<int>(lanes),
            Work = _block.Take<double>(workLength),
        };
        _point = _block.Take<Vector<double>>(wide);
        _data = _block.Take<Vector<double>>((nuint)dataLength);
        WorkOfOne = _block.Take<double>(wide);
        Array.Fill(_fitIn, NoFit);
        for (int k = 0; k < Lanes * n && settings.Scale is { } scale; k++)
        {
            _fits->Diag[k] = scale[k % n];
        }
    }

    ~LaneMemory() => _block.Free();

    /// <summary>How many fits go in lockstep.</summary>
    public static int Lanes => Vector<double>.Count;

    /// <summary>The number of the fit in each lane, or <see cref="NoFit"/>.</summary>
    public Span<int> FitIn => _fitIn;

    /// <summary>Where the core wants the lanes evaluated; at the end the solutions.</summary>
    public Span<Vector<double>> X => new(_fits->X, _fits->N);

    /// <summary>Where the model is evaluated: for each lane the last point of interest that is fit for it.</summary>
    public Span<Vector<double>> Point => new(_point, _fits->N);

    /// <summary>The best points so far, from the core.</summary>
    public Span<Vector<double>> Best => new(_fits->Best, _fits->N);

    public Span<Vector<double>> Data => new(_data, _dataLength);

    /// <summary>The residuals at <see cref="X"/>, for the core.</summary>
    public Span<Vector<double>> Fvec => new(_fits->Fvec, _fits->M);

    /// <summary>The Jacobians at <see cref="X"/>, column by column, for the core.</summary>
    public Span<Vector<double>> Fjac => new(_fits->Fjac, _jacobianLength);

    /// <summary>The residuals at the best points so far, from the core.</summary>
    public Span<Vector<double>> Residuals => new(_fits->Residuals, _fits->M);

    public double* WorkOfOne { get; }

    /// <summary>What each lane wants: the values of <see cref="CallbackRequest"/>, or zero for nothing.</summary>
    public Span<int> Want => new(_fits->Want, Lanes);

    /// <summary>What to evaluate next: residuals as long as any lane wants them.</summary>
    public int Next => Want.Contains(CallbackRequest.Residuals) ? CallbackRequest.Residuals : CallbackRequest.Jacobian;

    public int Info(int lane) => _fits->Info[lane];

    /// <summary>That of the residuals at the best point of a lane so far.</summary>
    public double Norm(int lane) => _fits->Norm[lane];

    /// <summary>R of a lane that is done, n by n.</summary>
    public double* Factor(int lane) => _fits->R + ((nint)lane * _fits->N * _fits->N);

    public int* Pivots(int lane) => _fits->Ipvt + ((nint)lane * _fits->N);

    /// <summary>Starts a fit in a lane: its start, its data and its residuals come from a lane of vectors.</summary>
    public void Start(
        int lane,
        int fit,
        ReadOnlySpan<Vector<double>> start,
        ReadOnlySpan<Vector<double>> data,
        ReadOnlySpan<Vector<double>> residuals,
        int from)
    {
        if (!_hasStarted)
        {
            // Lanes that never get a fit shall show the model nothing that it has not seen.
            start.CopyTo(Point);
            data.CopyTo(Data);
            _hasStarted = true;
        }

        Move(start, from, X, lane);
        Move(start, from, Point, lane);
        Move(data, from, Data, lane);
        Move(residuals, from, Fvec, lane);
        Start(lane, fit);
    }

    /// <summary>The same from plain numbers, for a model that has no data here.</summary>
    public void Start(int lane, int fit, ReadOnlySpan<double> start, ReadOnlySpan<double> residuals)
    {
        Scatter(start, X, lane);
        Scatter(start, Point, lane);
        Scatter(residuals, Fvec, lane);
        Start(lane, fit);
    }

    /// <summary>The lanes that want something, as bits.</summary>
    public int LanesThatWant(int request)
    {
        int lanes = 0;
        for (int lane = 0; lane < Lanes; lane++)
        {
            lanes |= _fits->Want[lane] == request ? 1 << lane : 0;
        }

        return lanes;
    }

    /// <summary>Carries lanes, given as bits, to their next wants.</summary>
    public void Advance(int lanes) => NativeMethods.mn_lockstep_advance(_fits, lanes);

    /// <summary>Takes one lane's numbers out of vectors.</summary>
    public static void Gather(ReadOnlySpan<Vector<double>> vectors, int lane, Span<double> values)
    {
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = vectors[k][lane];
        }
    }

    /// <summary>Puts one lane's numbers into vectors.</summary>
    public static void Scatter(ReadOnlySpan<double> values, Span<Vector<double>> vectors, int lane)
    {
        Span<double> numbers = MemoryMarshal.Cast<Vector<double>, double>(vectors)[lane..];
        for (int k = 0; k < values.Length; k++)
        {
            numbers[k * Lanes] = values[k];
        }
    }

    public void Dispose()
    {
        _block.Free();
        GC.SuppressFinalize(this);
    }

    private void Start(int lane, int fit)
    {
        _fitIn[lane] = fit;
        NativeMethods.mn_lockstep_start(_fits, lane);
    }

    /// <remarks>By references, for this is done for all numbers of every fit.</remarks>
    private static void Move(ReadOnlySpan<Vector<double>> from, int fromLane, Span<Vector<double>> to, int lane)
    {
        ref double source = ref Unsafe.As<Vector<double>, double>(ref MemoryMarshal.GetReference(from));
        ref double target = ref Unsafe.As<Vector<double>, double>(ref MemoryMarshal.GetReference(to));
        for (nint k = 0; k < (nint)to.Length * Lanes; k += Lanes)
        {
            Unsafe.Add(ref target, k + lane) = Unsafe.Add(ref source, k + fromLane);
        }
    }
}
