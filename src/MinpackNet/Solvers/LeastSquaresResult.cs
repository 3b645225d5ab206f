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
    private readonly CancellationToken _cancellation;
    private readonly int _freeCount;
    private readonly ShownCost? _shownCost;

    internal LeastSquaresResult(
        double[] parameters,
        double[] residuals,
        double[,]? unscaledCovariance,
        LeastSquaresSummary summary,
        CancellationToken cancellation)
    {
        Parameters = new(parameters);
        Residuals = new(residuals);
        _unscaledCovariance = unscaledCovariance;
        _summary = summary;
        _cancellation = cancellation;
        _freeCount = parameters.Length;
        ResidualNorm = NativeAlgebra.Norm(residuals);
        Cost = 0.5 * SumOfSquares;
    }

    /// <param name="outcome">How a solve with bounds or a loss ended.</param>
    /// <param name="loss">The loss; null for none.</param>
    /// <param name="cancellation">What may have ended it.</param>
    internal LeastSquaresResult(BoundedOutcome outcome, Loss? loss, CancellationToken cancellation)
        : this(outcome.Parameters, outcome.Residuals, outcome.UnscaledCovariance, outcome.Summary, cancellation)
    {
        Cost = outcome.Cost;
        _shownCost = new(Cost, HasLoss: loss is { IsLinear: false });
        BoundStates = outcome.States;
        ProjectedGradient = new(outcome.ProjectedGradient);
        _freeCount = outcome.States.Count(state => state == BoundState.Free);
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

    /// <summary>Throws when the solve was canceled.</summary>
    /// <returns>This result.</returns>
    /// <exception cref="OperationCanceledException">
    /// The cancellation token was set during the solve; the exception has it, so that a task with it ends as canceled.
    /// </exception>
    public LeastSquaresResult ThrowIfCanceled() =>
        Status == LeastSquaresStatus.Canceled ? throw Errors.Canceled(Message, _cancellation) : this;

    /// <summary>The parameters found, n values. SciPy: x.</summary>
    public RealVector Parameters { get; }

    /// <summary>The residuals at <see cref="Parameters"/>, m values. SciPy: fvec.</summary>
    public RealVector Residuals { get; }

    /// <summary>The Euclidean norm of the residuals.</summary>
    public double ResidualNorm { get; }

    /// <summary>The sum of the squares of the residuals.</summary>
    public double SumOfSquares => ResidualNorm * ResidualNorm;

    /// <summary>
    /// Half the sum of the losses of the residuals: half the sum of squares without a loss. SciPy: cost.
    /// </summary>
    public double Cost { get; }

    /// <summary>
    /// Whether a bound holds back each parameter, n values. Null where there are neither bounds nor a loss.
    /// </summary>
    public IReadOnlyList<BoundState>? BoundStates { get; }

    /// <summary>
    /// The gradient of <see cref="Cost"/> with respect to the free parameters, and 0 for the others, n values: near
    /// zero at a minimum. Null where there are neither bounds nor a loss.
    /// </summary>
    public RealVector? ProjectedGradient { get; }

    /// <inheritdoc cref="LeastSquaresSummary.IsOptimal"/>
    public bool? IsOptimal => _summary.IsOptimal;

    /// <summary>
    /// How many times the residuals were evaluated, including for finite differences. MINPACK: nfev.
    /// </summary>
    public int Evaluations => _summary.Evaluations;

    /// <summary>How many times the Jacobian function was called; 0 without one. MINPACK: njev.</summary>
    public int JacobianEvaluations => _summary.JacobianEvaluations;

    /// <summary>How many more residuals than free parameters there are, m - n without bounds.</summary>
    public int DegreesOfFreedom => Residuals.Count - _freeCount;

    /// <summary>
    /// The estimated variance of one residual: the sum of squares, with a loss twice the <see cref="Cost"/>, over the
    /// degrees of freedom. NaN when there are no degrees of freedom.
    /// </summary>
    public double ResidualVariance => DegreesOfFreedom > 0 ? 2 * Cost / DegreesOfFreedom : double.NaN;

    /// <summary>
    /// The inverse of JᵀJ at the solution, n by n: the covariance of the parameters when each residual has variance 1.
    /// Null when the solve did not converge or the Jacobian has dependent columns; with bounds or a loss also when
    /// differences are too inexact to tell (MINPACK's, as SciPy's, then give numbers that are mostly noise). Where
    /// bounds hold parameters back, it is that of the others for these values, and NaN for them; with a loss, that of
    /// the loss's linear problem, in which the curvature of the loss counts as a tenth of its slope at least (SciPy's
    /// has no such least). SciPy: cov_x.
    /// </summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,]? UnscaledCovariance => (double[,]?)_unscaledCovariance?.Clone();

    /// <summary>
    /// The standard errors of the parameters, n values, with the variance of the residuals estimated from the fit. Null
    /// when <see cref="UnscaledCovariance"/> is; NaN when there are no degrees of freedom, and for parameters that
    /// bounds hold back.
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

    /// <summary>
    /// The result on one line: status, parameters with standard errors, the cost where there are bounds or a loss, the
    /// residual norm, evaluations.
    /// </summary>
    public override string ToString() => Messages.Line(
        Converged,
        Status,
        StandardErrors is { } errors ? $"{Parameters} ± {errors}" : $"{Parameters}",
        Residuals,
        Evaluations,
        _shownCost);
}
