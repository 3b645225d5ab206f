using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// The memory of a least-squares solve, to be used again: solves in a workspace allocate nothing. After a solve it
/// holds the residuals and the factorized Jacobian at the solution.
/// </summary>
/// <remarks>
/// A workspace serves one solve at a time; a second one that starts meanwhile, from another thread or from a callback,
/// gets an <see cref="InvalidOperationException"/>. A span over its residuals changes with the next solve. The first solve
/// with a Jacobian, with fast arithmetic, or with differences on several threads reserves what it needs beyond; later ones
/// use it again.
/// </remarks>
public sealed unsafe class LeastSquaresWorkspace : IDisposable
{
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
        Validate.Shape(parameterCount, residualCount);
        IsRowByRow = rowByRow;
        FactorRows = rowByRow ? parameterCount : residualCount;

        nuint n = (nuint)parameterCount;
        nuint factor = checked((nuint)FactorRows * n);
        Memory = new(nameof(LeastSquaresWorkspace), parameterCount, residualCount, factor, integers: n, pieces: 2);
        Fjac = Memory.Take<double>(factor);
        Ipvt = Memory.Take<int>(n);
    }

    /// <summary>The number of parameters, n.</summary>
    public int ParameterCount => Memory.ParameterCount;

    /// <summary>The number of residuals, m.</summary>
    public int ResidualCount => Memory.ResidualCount;

    /// <summary>Whether the workspace is for row-by-row solves.</summary>
    public bool IsRowByRow { get; }

    /// <summary>The residuals at the point that the last solve ended with, m values; NaN before the first.</summary>
    /// <exception cref="ObjectDisposedException">The workspace has been disposed.</exception>
    public ReadOnlySpan<double> Residuals => Memory.Residuals;

    internal SolverMemory Memory { get; }

    /// <summary>R, column by column with <see cref="FactorRows"/> rows, and the Householder vectors.</summary>
    internal double* Fjac { get; }

    internal int FactorRows { get; }

    /// <summary>The pivots, 1-based.</summary>
    internal int* Ipvt { get; }

    /// <summary>The same as a matrix.</summary>
    internal JacobianMatrix Factor => new(ref *Fjac, FactorRows, ParameterCount);

    /// <summary>The pivots, n values, 1-based.</summary>
    internal ReadOnlySpan<int> Pivots => new(Ipvt, ParameterCount);

    /// <summary>Frees the memory.</summary>
    /// <exception cref="InvalidOperationException">A solve is using the workspace.</exception>
    public void Dispose() => Memory.Dispose();
}
