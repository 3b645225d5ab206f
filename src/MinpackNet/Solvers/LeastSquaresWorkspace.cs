using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Reusable memory for least-squares solves: a solve in a workspace allocates nothing. Afterwards the workspace holds
/// the residuals and the factorized Jacobian at the solution.
/// </summary>
/// <remarks>
/// A workspace serves one solve at a time: a second one that starts meanwhile, from another thread or from a callback,
/// throws <see cref="InvalidOperationException"/>. The first solve with a Jacobian, with fast arithmetic, or with
/// differences on several threads reserves the additional memory that it needs, and later ones reuse it.
/// </remarks>
public sealed class LeastSquaresWorkspace : IDisposable
{
    /// <summary>Reserves native memory for m (n + 2) + 6 n numbers, or n (n + 6) + 2 m row by row.</summary>
    /// <param name="parameterCount">The number of parameters, n; positive.</param>
    /// <param name="residualCount">The number of residuals, m; at least n.</param>
    /// <param name="rowByRow">
    /// True for solves with a <see cref="JacobianRowFunction"/>, which never hold the whole Jacobian.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parameterCount"/> is not positive.</exception>
    /// <exception cref="ArgumentException">There are fewer residuals than parameters.</exception>
    /// <exception cref="OutOfMemoryException">Not enough memory is available; none is reserved then.</exception>
    /// <exception cref="OverflowException">The size exceeds the address space.</exception>
    public LeastSquaresWorkspace(int parameterCount, int residualCount, bool rowByRow = false)
    {
        Validate.Shape(parameterCount, residualCount);
        IsRowByRow = rowByRow;
        Memory = SolverMemory.ForLeastSquares(
            typeof(LeastSquaresWorkspace), parameterCount, residualCount, rowByRow);
    }

    /// <summary>The number of parameters, n.</summary>
    public int ParameterCount => Memory.ParameterCount;

    /// <summary>The number of residuals, m.</summary>
    public int ResidualCount => Memory.ResidualCount;

    /// <summary>Whether the workspace is for row-by-row solves.</summary>
    public bool IsRowByRow { get; }

    /// <summary>
    /// The residuals at the point where the last solve ended, m values; NaN before the first. The next solve overwrites
    /// them.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The workspace has been disposed.</exception>
    public ReadOnlySpan<double> Residuals => Memory.Residuals;

    /// <summary>The number of residuals and of parameters, and whether solves are row by row.</summary>
    public override string ToString() =>
        $"{Errors.Count(ResidualCount, "residual")} by {Errors.Count(ParameterCount, "parameter")}"
        + (IsRowByRow ? ", row by row" : "");

    internal SolverMemory Memory { get; }

    /// <summary>The memory of the last solve with bounds or a loss.</summary>
    internal BoundedSolver? BoundedSolver { get; set; }

    /// <summary>Frees the memory.</summary>
    /// <exception cref="InvalidOperationException">A solve is using the workspace.</exception>
    public void Dispose() => Memory.Dispose();
}
