using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>What a least-squares solve can be told, with SciPy's defaults.</summary>
public sealed record LeastSquaresOptions : SolverOptions
{
    /// <summary>The defaults: those of SciPy's leastsq.</summary>
    public static LeastSquaresOptions Default { get; } = new();

    /// <summary>
    /// Relative reduction of the sum of squares, achieved and foretold, below which the solve ends. MINPACK and SciPy:
    /// ftol. Not negative; default 1.49012e-8.
    /// </summary>
    public double FunctionTolerance { get; init; } = Defaults.Tolerance;

    /// <summary>
    /// Cosine of the angle between the residuals and any column of the Jacobian below which the solve ends. MINPACK
    /// and SciPy: gtol. Not negative; default 0.
    /// </summary>
    public double GradientTolerance { get; init; }

    /// <summary>
    /// How many threads a solve may use, the calling one included; the others come from the thread pool. Positive, or
    /// -1 for as many as there are processors. Default 1. The result is the same to the bit whatever the number. A
    /// single solve gains where the factorization dominates, from some million elements of the Jacobian on; see also
    /// <see cref="ThreadSafeModel"/>. Row by row, and over an installed CMinpack, it has no effect.
    /// </summary>
    /// <remarks>In <c>LeastSquares.FitMany</c> it is the number of fits that run at once.</remarks>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    /// <summary>
    /// Whether the residual function may be called from several threads at once, with spans of their own. The columns
    /// of a forward-difference Jacobian are then computed on <see cref="MaxDegreeOfParallelism"/> threads, with the
    /// same result and the same counts. Default false. Unused with a Jacobian, and over an installed CMinpack.
    /// </summary>
    public bool ThreadSafeModel { get; init; }

    /// <summary>
    /// Whether the arithmetic keeps MINPACK's bits or is faster. Default <see cref="Arithmetic.Exact"/>;
    /// <see cref="Arithmetic.Fast"/> is refused row by row, and over an installed CMinpack.
    /// </summary>
    public Arithmetic Arithmetic { get; init; }

    /// <summary>For tests: no level changes a bit of exact arithmetic.</summary>
    internal CpuLevel CpuLevel { get; init; }

    /// <summary>How many threads <see cref="MaxDegreeOfParallelism"/> means.</summary>
    internal int Threads => MaxDegreeOfParallelism == -1 ? Environment.ProcessorCount : MaxDegreeOfParallelism;

    /// <inheritdoc/>
    internal override SolverSettings ToSettings(int parameterCount, bool hasJacobian) =>
        base.ToSettings(parameterCount, hasJacobian) with
        {
            Ftol = FunctionTolerance,
            Gtol = GradientTolerance,
            Threads = Threads,
            ConcurrentResiduals = ThreadSafeModel,
            Arithmetic = Arithmetic,
            CpuLevel = CpuLevel,
        };
}
