using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The bounded methods with their memory, for one solve after the other of the same size.</summary>
internal sealed class BoundedSolver(BoundedProblem problem)
{
    private TrustRegionReflective? _reflective;
    private Dogbox? _dogbox;

    public BoundedSolve Solve { get; } = new(problem);

    /// <summary>Whether the memory serves another problem too, which only dense ones try.</summary>
    public bool Fits(BoundedProblem problem) =>
        Solve.X.Length == problem.ParameterCount && Solve.Residuals.Length == problem.ResidualCount;

    /// <summary>Begins a problem of the same size.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="start">Within the bounds, for the reflective method strictly.</param>
    /// <param name="origin">What the first trust region is measured by: the start, before it was moved inside.</param>
    public void Begin(BoundedProblem problem, ReadOnlySpan<double> start, ReadOnlySpan<double> origin)
    {
        NativeLibraryState.EnsureLoaded();
        Solve.Begin(problem, start);
        origin.CopyTo(Solve.Origin);
    }

    /// <summary>Solves the problem that was begun.</summary>
    /// <param name="isDogbox">Which of the two methods.</param>
    public BoundedStatus Run(bool isDogbox) =>
        isDogbox ? (_dogbox ??= new(Solve)).Run() : (_reflective ??= new(Solve)).Run();
}
