namespace MinpackNet;

/// <summary>How a solve in a caller's workspace ended. The solution itself is in the caller's buffers.</summary>
/// <param name="Status">Why the solver stopped.</param>
/// <param name="Evaluations">
/// How many times the equations were evaluated, including for finite differences. MINPACK: nfev. As in MINPACK, the
/// differences of a Jacobian count as a whole, also when a solve is canceled before or during them.
/// </param>
/// <param name="JacobianEvaluations">
/// How many times the Jacobian function was called; 0 without one. MINPACK: njev.
/// </param>
/// <param name="IsRoot">
/// Whether the point counts as a root: the equations hold exactly, or the remaining Newton step is within a thousand
/// step tolerances of the parameters, or, as at a multiple root, their norm fell by twelve orders of magnitude from the
/// start and falls on by that step (which takes one more Jacobian and evaluation; these are not counted). False where a
/// singular Jacobian stopped MINPACK in its tracks, which MINPACK reports as convergence.
/// </param>
public readonly record struct NonlinearEquationsSummary(
    NonlinearEquationsStatus Status, int Evaluations, int JacobianEvaluations, bool IsRoot)
{
    /// <summary>Whether the convergence test was met, at a root.</summary>
    public bool Converged => Status == NonlinearEquationsStatus.SmallStep && IsRoot;

    /// <summary>Whether the solve had bounds, and so minimized the sum of squares.</summary>
    internal bool HasBounds { get; init; }

    /// <summary>At how many trial points an equation was NaN or infinite.</summary>
    internal int NonFiniteTrials { get; init; }

    /// <summary>Whether an equation was far larger at a trial point than all of them at the start.</summary>
    internal bool HasWildTrial { get; init; }

    /// <summary>Whether the norm of the equations is next to nothing beside that at the start.</summary>
    internal bool FellFar { get; init; }

    /// <summary>Whether no equation changed in any of the steps of the differences that make up the Jacobian.</summary>
    internal bool HasZeroDifferences { get; init; }

    /// <summary>Whether the last Jacobian has dependent columns, or nearly so.</summary>
    internal bool HasSingularJacobian { get; init; }
}
