using System.Numerics;

namespace MinpackNet.Interop;

/// <summary>
/// As many fits in lockstep as a vector has lanes: their memory and the functions of the core that work on it. Vectors
/// hold one number of every fit; what the core keeps for each fit apart is reached by the number of its lane.
/// </summary>
internal sealed unsafe class LockstepBuffers : IDisposable
{
    private const nuint Pieces = 18;

    private NativeBlock _block;
    private readonly MnLockstep* _fits;
    private readonly int _jacobianLength;

    public LockstepBuffers(int n, int m, in SolverSettings settings, bool hasJacobian)
    {
        _jacobianLength = checked(m * n);
        nuint lanes = (nuint)LaneCount;
        nuint wide = (nuint)n;
        nuint vectors = checked((3 * wide) + (2 * (nuint)m) + (nuint)_jacobianLength + 1);
        nuint workLength = checked((nuint)NativeMethods.mn_lockstep_length(LaneCount, m, n));
        nuint numbers = checked((lanes * (vectors + (2 * wide) + (wide * wide))) + workLength);
        nuint integers = lanes * (wide + 4);
        _block = new(
            checked((numbers * sizeof(double)) + (integers * sizeof(int)) + (nuint)sizeof(MnLockstep)), Pieces);
        _block.Clear();

        _fits = _block.Take<MnLockstep>(1);
        *_fits = new()
        {
            Lanes = LaneCount,
            M = m,
            N = n,
            Maxfev = settings.Maxfev,
            Mode = settings.Mode,
            Differences = hasJacobian ? 0 : 1,
            CpuLevel = settings.CpuLevel,
            Ftol = settings.Ftol,
            Xtol = settings.Xtol,
            Gtol = settings.Gtol,
            Epsfcn = settings.Epsfcn,
            Factor = settings.Factor,
            Trial = _block.Take<double>(lanes * wide),
            Fvec = _block.Take<double>(lanes * (nuint)m),
            Fjac = _block.Take<double>(lanes * (nuint)_jacobianLength),
            Moved = _block.Take<double>(lanes * wide),
            Residuals = _block.Take<double>(lanes * (nuint)m),
            X = _block.Take<double>(lanes * wide),
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
        for (int k = 0; k < LaneCount * n && settings.Scale is { } scale; k++)
        {
            _fits->Diag[k] = scale[k % n];
        }
    }

    ~LockstepBuffers() => _block.Free();

    /// <summary>How many fits go in lockstep.</summary>
    public static int LaneCount => Vector<double>.Count;

    /// <summary>Where the core wants the fits evaluated; at the end the solutions.</summary>
    public Span<Vector<double>> Trial => new(_fits->Trial, _fits->N);

    /// <summary>To be filled with the residuals at <see cref="Trial"/>.</summary>
    public Span<Vector<double>> TrialResiduals => new(_fits->Fvec, _fits->M);

    /// <summary>
    /// To be filled with the Jacobians at <see cref="Trial"/>, column by column; for differences, each column with the
    /// residuals where its parameter is that of <see cref="Moved"/>.
    /// </summary>
    public Span<Vector<double>> Jacobian => new(_fits->Fjac, _jacobianLength);

    /// <summary>Where each parameter of <see cref="Trial"/> is moved for its difference.</summary>
    public ReadOnlySpan<Vector<double>> Moved => new(_fits->Moved, _fits->N);

    /// <summary>The best points so far.</summary>
    public ReadOnlySpan<Vector<double>> X => new(_fits->X, _fits->N);

    /// <summary>
    /// What each fit wants: a value of <see cref="CallbackRequest"/>. A fit that is given up wants none.
    /// </summary>
    public Span<int> Want => new(_fits->Want, LaneCount);

    /// <summary>Whether there is lockstep for fits of this size in the library underneath.</summary>
    public static bool IsPossible(int n, int m) => NativeMethods.mn_lockstep_length(LaneCount, m, n) >= 0;

    /// <summary>How the fit in a lane ended.</summary>
    public LeastSquaresStatus Status(int lane) => (LeastSquaresStatus)_fits->Info[lane];

    /// <summary>The evaluations of the fit in a lane, what it wants included.</summary>
    public (int Residuals, int Jacobians) Evaluations(int lane) => (_fits->Nfev[lane], _fits->Njev[lane]);

    /// <summary>That of the residuals at the best point of a lane so far.</summary>
    public double Norm(int lane) => _fits->Norm[lane];

    /// <summary>R of a fit that has ended, n by n.</summary>
    public JacobianMatrix Factor(int lane)
    {
        int n = _fits->N;
        return new(ref _fits->R[(nint)lane * n * n], n, n);
    }

    /// <summary>The pivots of a fit that has ended, n values, 1-based.</summary>
    public ReadOnlySpan<int> Pivots(int lane) => new(_fits->Ipvt + ((nint)lane * _fits->N), _fits->N);

    /// <summary>Starts a fit in a lane, from its <see cref="Trial"/>.</summary>
    public void Start(int lane) => NativeMethods.mn_lockstep_start(_fits, lane);

    /// <summary>Carries lanes, given as bits, to their next wants.</summary>
    public void Advance(int lanes) => NativeMethods.mn_lockstep_advance(_fits, lanes);

    public void Dispose()
    {
        _block.Free();
        GC.SuppressFinalize(this);
    }
}
