using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The state of a solve at the start of an iteration, with the Jacobian at the current point known.</summary>
/// <remarks>
/// Over an installed CMinpack, which does not tell, <see cref="GradientNorm"/>, <see cref="StepBound"/> and
/// <see cref="Damping"/> are NaN.
/// </remarks>
public readonly unsafe ref struct IterationInfo
{
    private readonly MnIteration* _native;
    private readonly int _residualCount;
    private readonly int _parameterCount;

    internal IterationInfo(MnIteration* native, int residualCount, int parameterCount)
    {
        _native = native;
        _residualCount = residualCount;
        _parameterCount = parameterCount;
    }

    /// <summary>The number of this iteration, from 1.</summary>
    public int Number => _native->Number;

    /// <summary>Residual evaluations so far, those for finite differences included. MINPACK: nfev.</summary>
    public int Evaluations => _native->Evaluations;

    /// <summary>The Euclidean norm of the residuals. MINPACK: fnorm.</summary>
    public double ResidualNorm => _native->ResidualNorm;

    /// <summary>
    /// The largest cosine of an angle between the residuals and a column of the Jacobian, from 0 to 1. MINPACK: gnorm.
    /// Least squares only; 0 for equations.
    /// </summary>
    public double GradientNorm => _native->GradientNorm;

    /// <summary>The radius of the trust region, in scaled parameters. MINPACK: delta.</summary>
    public double StepBound => _native->StepBound;

    /// <summary>The Levenberg-Marquardt damping parameter of the last step, 0 before the first. MINPACK: par. Least
    /// squares only; 0 for equations.</summary>
    public double Damping => _native->Damping;

    /// <summary>The current point, n values.</summary>
    public ReadOnlySpan<double> Parameters => new(_native->Parameters, _parameterCount);

    /// <summary>The residuals at the current point, m values.</summary>
    public ReadOnlySpan<double> Residuals => new(_native->Residuals, _residualCount);
}
