using System.Diagnostics;
using System.Text.Json.Serialization;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The outcome of a solve of nonlinear equations: the point where it ended and what is known there.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class NonlinearEquationsResult
{
    private readonly NonlinearEquationsSummary _summary;
    private readonly CancellationToken _cancellation;

    internal NonlinearEquationsResult(
        double[] parameters,
        double[] residuals,
        NonlinearEquationsSummary summary,
        CancellationToken cancellation)
    {
        Parameters = new(parameters);
        Residuals = new(residuals);
        ResidualNorm = NativeAlgebra.Norm(residuals);
        _summary = summary;
        _cancellation = cancellation;
    }

    /// <summary>Why the solver stopped.</summary>
    public NonlinearEquationsStatus Status => _summary.Status;

    /// <inheritdoc cref="NonlinearEquationsSummary.Converged"/>
    public bool Converged => _summary.Converged;

    /// <inheritdoc cref="NonlinearEquationsSummary.IsRoot"/>
    public bool IsRoot => _summary.IsRoot;

    /// <summary>The status in words.</summary>
    public string Message => Messages.Of(_summary, OptionNames.NonlinearEquations);

    /// <inheritdoc cref="LeastSquaresResult.ThrowIfCanceled"/>
    public NonlinearEquationsResult ThrowIfCanceled() =>
        Status == NonlinearEquationsStatus.Canceled ? throw Errors.Canceled(Message, _cancellation) : this;

    /// <summary>The parameters found, n values. SciPy: x.</summary>
    public RealVector Parameters { get; }

    /// <summary>The equations' values at <see cref="Parameters"/>, n values; zero at a root. SciPy: fvec.</summary>
    public RealVector Residuals { get; }

    /// <summary>The Euclidean norm of the equations' values.</summary>
    public double ResidualNorm { get; }

    /// <inheritdoc cref="NonlinearEquationsSummary.Evaluations"/>
    public int Evaluations => _summary.Evaluations;

    /// <inheritdoc cref="NonlinearEquationsSummary.JacobianEvaluations"/>
    public int JacobianEvaluations => _summary.JacobianEvaluations;

    /// <summary>The result on one line: status, parameters, residual norm, evaluations.</summary>
    public override string ToString() =>
        Messages.Line(Converged, Status, $"{Parameters}", Residuals, Evaluations);
}
