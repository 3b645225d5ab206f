namespace MinpackNet;

/// <summary>How a solve in a caller's workspace ended. The solution itself is in the caller's buffers.</summary>
/// <param name="Status">Why the solver stopped.</param>
/// <param name="Evaluations">
/// How many times the residuals were evaluated, including for finite differences. MINPACK: nfev. As in MINPACK, the
/// differences of a Jacobian count as a whole, also when a solve is canceled before or during them.
/// </param>
/// <param name="JacobianEvaluations">
/// How many times the Jacobian function was called; 0 without one. MINPACK: njev.
/// </param>
public readonly record struct LeastSquaresSummary(LeastSquaresStatus Status, int Evaluations, int JacobianEvaluations)
{
    /// <summary>
    /// Whether a convergence test was met: <see cref="Status"/> is one of 1 to 4, as in SciPy, the norm of the
    /// residuals and the Jacobian are finite, and the differences that make up a Jacobian are not all zero.
    /// </summary>
    public bool Converged => Status is >= LeastSquaresStatus.SmallReduction and <= LeastSquaresStatus.SmallGradient
        && !IsNotFinite
        && !HasZeroDifferences;

    /// <summary>
    /// Whether the point is a minimum as far as bounds allow: a linear step of the free parameters could lower the cost
    /// by no more than a millionth of it, or is no longer than a millionth of the parameters. A test for convergence
    /// may be met elsewhere. Null for MINPACK's method, which does not evaluate the Jacobian at the end.
    /// </summary>
    public bool? IsOptimal { get; init; }

    /// <summary>
    /// Whether the norm of the residuals or a derivative at the end is NaN or infinite: by overflow, or with
    /// <see cref="NonFinitePolicy.Propagate"/>. SciPy's C sources call that a convergence where every cosine is NaN.
    /// </summary>
    internal bool IsNotFinite { get; init; }

    /// <summary>
    /// Whether no residual changed in any of the steps of the last differences, which left the solver nowhere to go.
    /// </summary>
    internal bool HasZeroDifferences { get; init; }

    /// <summary>Whether the cost does not fall where the user's Jacobian says so.</summary>
    internal bool IsContradicted { get; init; }

    /// <summary>
    /// Whether the steps became short because the residuals were not finite at the trial points, so that the solve
    /// ended at the edge of where they are.
    /// </summary>
    internal bool EndsAtEdge { get; init; }
}
