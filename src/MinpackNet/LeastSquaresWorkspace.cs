using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// The memory of a least-squares solve, to be used again: solves in a workspace allocate nothing. After a solve it
/// holds the residuals and the factorised Jacobian at the solution.
/// </summary>
/// <remarks>
/// A workspace serves one solve at a time; a second one that starts meanwhile, from another thread or from a callback,
/// gets an <see cref="InvalidOperationException"/>. Spans taken from it must not be used after the next solve or after
/// <see cref="Dispose"/>.
/// </remarks>
public sealed unsafe class LeastSquaresWorkspace : IDisposable
{
    private readonly SolverMemory _memory;
    private readonly int _factorRows;

    /// <summary>Reserves native memory for m (n + 2) + 6 n numbers, or n (n + 6) + 2 m row by row.</summary>
    /// <param name="parameterCount">The number of parameters, n; positive.</param>
    /// <param name="residualCount">The number of residuals, m; at least n.</param>
    /// <param name="rowByRow">
    /// True for solves with a <see cref="JacobianRowFunction"/>, which never hold the whole Jacobian.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parameterCount"/> is not positive.</exception>
    /// <exception cref="ArgumentException">There are fewer residuals than parameters.</exception>
    /// <exception cref="OutOfMemoryException">The memory cannot be had; nothing is reserved then.</exception>
    /// <exception cref="OverflowException">The size exceeds the address space.</exception>
    public LeastSquaresWorkspace(int parameterCount, int residualCount, bool rowByRow = false)
    {
        if (parameterCount <= 0)
        {
            throw Errors.Count(nameof(parameterCount), parameterCount, "parameters");
        }

        if (residualCount < parameterCount)
        {
            throw Errors.TooFewResiduals(nameof(residualCount), residualCount, parameterCount);
        }

        ParameterCount = parameterCount;
        ResidualCount = residualCount;
        IsRowByRow = rowByRow;
        _factorRows = rowByRow ? parameterCount : residualCount;

        nuint n = (nuint)parameterCount;
        nuint m = (nuint)residualCount;
        nuint factor = checked((nuint)_factorRows * n);
        _memory = new(nameof(LeastSquaresWorkspace), checked(factor + (2 * m) + (6 * n)), integers: n, pieces: 10);
        X = _memory.Take<double>(n);
        Fvec = _memory.Take<double>(m);
        Fjac = _memory.Take<double>(factor);
        Diag = _memory.Take<double>(n);
        Qtf = _memory.Take<double>(n);
        Work1 = _memory.Take<double>(n);
        Work2 = _memory.Take<double>(n);
        Work3 = _memory.Take<double>(n);
        Work4 = _memory.Take<double>(m);
        Ipvt = _memory.Take<int>(n);
        new Span<double>(Fvec, residualCount).Fill(double.NaN);
    }

    /// <summary>The number of parameters, n.</summary>
    public int ParameterCount { get; }

    /// <summary>The number of residuals, m.</summary>
    public int ResidualCount { get; }

    /// <summary>Whether the workspace is for row-by-row solves.</summary>
    public bool IsRowByRow { get; }

    /// <summary>The residuals at the point that the last solve ended with, m values; NaN before the first.</summary>
    /// <exception cref="ObjectDisposedException">The workspace has been disposed.</exception>
    public ReadOnlySpan<double> Residuals
    {
        get
        {
            _memory.ThrowIfDisposed();
            return new(Fvec, ResidualCount);
        }
    }

    internal double* X { get; }

    internal double* Fvec { get; }

    internal double* Fjac { get; }

    internal int FactorRows => _factorRows;

    internal double* Diag { get; }

    internal double* Qtf { get; }

    internal double* Work1 { get; }

    internal double* Work2 { get; }

    internal double* Work3 { get; }

    internal double* Work4 { get; }

    internal int* Ipvt { get; }

    internal SolverMemory Memory => _memory;

    /// <summary>Frees the memory.</summary>
    /// <exception cref="InvalidOperationException">A solve is using the workspace.</exception>
    public void Dispose() => _memory.Dispose();
}
