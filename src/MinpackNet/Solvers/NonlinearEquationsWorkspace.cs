using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Reusable memory for solves of nonlinear equations: a solve in a workspace allocates nothing. Afterwards the
/// workspace holds the equations' values at the solution.
/// </summary>
/// <remarks>
/// A workspace serves one solve at a time: a second one that starts meanwhile, from another thread or from a callback,
/// throws <see cref="InvalidOperationException"/>.
/// </remarks>
public sealed class NonlinearEquationsWorkspace : IDisposable
{
    /// <summary>The largest n whose packed triangle MINPACK's 32-bit lengths can express.</summary>
    private const int MaxParameterCount = 65535;

    /// <summary>Reserves native memory for about 1.5 n² + 8 n numbers.</summary>
    /// <param name="parameterCount">The number of parameters and of equations, n; from 1 to 65535.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parameterCount"/> is out of its range.</exception>
    /// <exception cref="OutOfMemoryException">Not enough memory is available; none is reserved then.</exception>
    public NonlinearEquationsWorkspace(int parameterCount)
    {
        if (parameterCount is <= 0 or > MaxParameterCount)
        {
            throw Errors.EquationCount(nameof(parameterCount), parameterCount, MaxParameterCount);
        }

        Memory = SolverMemory.ForEquations(typeof(NonlinearEquationsWorkspace), parameterCount);
    }

    /// <summary>The number of parameters and of equations, n.</summary>
    public int ParameterCount => Memory.ParameterCount;

    /// <summary>
    /// The equations' values at the point where the last solve ended, n values; NaN before the first. The next solve
    /// overwrites them.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The workspace has been disposed.</exception>
    public ReadOnlySpan<double> Residuals => Memory.Residuals;

    /// <summary>The number of equations.</summary>
    public override string ToString() =>
        Errors.Count(ParameterCount, "equation");

    internal SolverMemory Memory { get; }

    /// <summary>Frees the memory.</summary>
    /// <exception cref="InvalidOperationException">A solve is using the workspace.</exception>
    public void Dispose() => Memory.Dispose();
}
