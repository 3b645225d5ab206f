using System.Diagnostics;
using System.Text.Json.Serialization;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The outcome of a least-squares solve: the point where it ended and what is known there.</summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class LeastSquaresResult
{
    private readonly double[,]? _unscaledCovariance;
    private readonly LeastSquaresSummary _summary;

    internal LeastSquaresResult(
        double[] parameters, double[] residuals, double[,]? unscaledCovariance, LeastSquaresSummary summary)
    {
        Parameters = new(parameters);
        Residuals = new(residuals);
        _unscaledCovariance = unscaledCovariance;
        _summary = summary;
        ResidualNorm = NativeAlgebra.Norm(residuals);
    }

    /// <summary>Why the solver stopped.</summary>
    public LeastSquaresStatus Status => _summary.Status;

    /// <summary>
    /// Whether a convergence test was met: <see cref="Status"/> is one of 1 to 4, as in SciPy, the norm of the
    /// residuals and the Jacobian are finite, and the differences that make up a Jacobian are not all zero.
    /// </summary>
    public bool Converged => _summary.Converged;

    /// <summary>The status in words.</summary>
    public string Message => Messages.Of(_summary, OptionNames.LeastSquares);

    /// <summary>Throws when the solve was cancelled.</summary>
    /// <returns>This result.</returns>
    /// <exception cref="OperationCanceledException">The cancellation token was set during the solve.</exception>
    public LeastSquaresResult ThrowIfCancelled() =>
        Status == LeastSquaresStatus.Cancelled ? throw Errors.Cancelled(Message) : this;

    /// <summary>The parameters found, n values. SciPy: x.</summary>
    public RealVector Parameters { get; }

    /// <summary>The residuals at <see cref="Parameters"/>, m values. SciPy: fvec.</summary>
    public RealVector Residuals { get; }

    /// <summary>The Euclidean norm of the residuals.</summary>
    public double ResidualNorm { get; }

    /// <summary>The sum of the squares of the residuals.</summary>
    public double SumOfSquares => ResidualNorm * ResidualNorm;

    /// <summary>
    /// How many times the residuals were evaluated, including for finite differences. MINPACK: nfev.
    /// </summary>
    public int Evaluations => _summary.Evaluations;

    /// <summary>How many times the Jacobian function was called; 0 without one. MINPACK: njev.</summary>
    public int JacobianEvaluations => _summary.JacobianEvaluations;

    /// <summary>How many more residuals than parameters there are, m - n.</summary>
    public int DegreesOfFreedom => Residuals.Count - Parameters.Count;

    /// <summary>
    /// The estimated variance of one residual: the sum of squares over the degrees of freedom. NaN when there are no
    /// degrees of freedom.
    /// </summary>
    public double ResidualVariance => DegreesOfFreedom > 0 ? SumOfSquares / DegreesOfFreedom : double.NaN;

    /// <summary>
    /// The inverse of JᵀJ at the solution, n by n: the covariance of the parameters when each residual has variance 1.
    /// Null when the solve did not converge or the Jacobian has dependent columns. SciPy: cov_x.
    /// </summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,]? UnscaledCovariance => (double[,]?)_unscaledCovariance?.Clone();

    /// <summary>
    /// The standard errors of the parameters, n values, with the variance of the residuals estimated from the fit. Null
    /// when <see cref="UnscaledCovariance"/> is; NaN when there are no degrees of freedom.
    /// </summary>
    public RealVector? StandardErrors
    {
        get
        {
            if (_unscaledCovariance is null)
            {
                return null;
            }

            double[] errors = new double[Parameters.Count];
            for (int j = 0; j < errors.Length; j++)
            {
                errors[j] = Math.Sqrt(ResidualVariance * _unscaledCovariance[j, j]);
            }

            return new(errors);
        }
    }

    /// <summary>The result on one line: status, parameters with standard errors, residual norm, evaluations.</summary>
    public override string ToString() => Messages.Line(
        Converged,
        Status,
        StandardErrors is { } errors ? $"{Parameters} ± {errors}" : $"{Parameters}",
        Residuals,
        Evaluations);
}
