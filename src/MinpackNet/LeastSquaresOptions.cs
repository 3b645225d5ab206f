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

    /// <inheritdoc/>
    internal override SolverSettings ToSettings(int parameterCount, bool hasJacobian) =>
        base.ToSettings(parameterCount, hasJacobian) with { Ftol = FunctionTolerance, Gtol = GradientTolerance };
}
