namespace MinpackNet;

/// <summary>
/// The state of a solve at the start of an iteration, when the Jacobian at the current point is known.
/// </summary>
/// <remarks>
/// An installed CMinpack does not report <see cref="GradientNorm"/>, <see cref="StepBound"/> and <see cref="Damping"/>:
/// over it they are NaN.
/// </remarks>
public readonly ref struct IterationInfo
{
    /// <summary>The number of this iteration, from 1.</summary>
    public int Number { get; internal init; }

    /// <summary>
    /// How many times the residuals have been evaluated so far, including for finite differences. MINPACK: nfev.
    /// </summary>
    public int Evaluations { get; internal init; }

    /// <summary>The Euclidean norm of the residuals. MINPACK: fnorm.</summary>
    public double ResidualNorm { get; internal init; }

    /// <summary>
    /// The largest cosine, in absolute value, of the angle between the residuals and a column of the Jacobian, from 0
    /// to 1. MINPACK: gnorm. Least squares only; 0 for equations.
    /// </summary>
    public double GradientNorm { get; internal init; }

    /// <summary>The radius of the trust region, in scaled parameters. MINPACK: delta.</summary>
    public double StepBound { get; internal init; }

    /// <summary>
    /// The Levenberg-Marquardt damping parameter of the last step; 0 before the first. MINPACK: par. Least squares
    /// only; 0 for equations.
    /// </summary>
    public double Damping { get; internal init; }

    /// <summary>The current point, n values.</summary>
    public ReadOnlySpan<double> Parameters { get; internal init; }

    /// <summary>The residuals at the current point, m values; for equations, their n values.</summary>
    public ReadOnlySpan<double> Residuals { get; internal init; }
}
