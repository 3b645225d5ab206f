using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// The memory of a solve of nonlinear equations, to be used again: solves in a workspace allocate nothing. After a solve
/// it holds the equations' values at the solution.
/// </summary>
/// <remarks>
/// A workspace serves one solve at a time; a second one that starts meanwhile, from another thread or from a callback,
/// gets an <see cref="InvalidOperationException"/>. A span over its residuals changes with the next solve.
/// </remarks>
public sealed unsafe class NonlinearEquationsWorkspace : IDisposable
{
    /// <summary>The largest n whose packed triangle MINPACK's 32-bit lengths can express.</summary>
    private const int MaxParameterCount = 65535;

    /// <summary>Reserves native memory for about 1.5 n² + 8 n numbers.</summary>
    /// <param name="parameterCount">The number of parameters and equations, n; from 1 to 65535.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parameterCount"/> is out of its range.</exception>
    /// <exception cref="OutOfMemoryException">The memory cannot be had; nothing is reserved then.</exception>
    public NonlinearEquationsWorkspace(int parameterCount)
    {
        if (parameterCount is <= 0 or > MaxParameterCount)
        {
            throw Errors.EquationCount(nameof(parameterCount), parameterCount, MaxParameterCount);
        }

        nuint n = (nuint)parameterCount;
        nuint square = checked(n * n);
        nuint packed = n * (n + 1) / 2;
        Memory = new(
            nameof(NonlinearEquationsWorkspace),
            parameterCount,
            parameterCount,
            checked(square + packed),
            integers: 0,
            pieces: 2);
        Fjac = Memory.Take<double>(square);
        R = Memory.Take<double>(packed);
    }

    /// <summary>The number of parameters and equations, n.</summary>
    public int ParameterCount => Memory.ParameterCount;

    /// <summary>The equations' values where the last solve ended, n of them; NaN before the first.</summary>
    /// <exception cref="ObjectDisposedException">The workspace has been disposed.</exception>
    public ReadOnlySpan<double> Residuals => Memory.Residuals;

    internal SolverMemory Memory { get; }

    /// <summary>Q, n by n, column by column.</summary>
    internal double* Fjac { get; }

    /// <summary>R, packed by rows.</summary>
    internal double* R { get; }

    internal int PackedLength => (int)((long)ParameterCount * (ParameterCount + 1) / 2);

    /// <summary>Frees the memory.</summary>
    /// <exception cref="InvalidOperationException">A solve is using the workspace.</exception>
    public void Dispose() => Memory.Dispose();
}
