using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.Json.Serialization;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Many fits of one shape: their starts before <c>LeastSquares.FitMany</c>, their outcomes after. All values are in
/// flat memory, one fit after the other, and can be used again: a second run starts where the first ended.
/// </summary>
/// <remarks>Read it, and write its starts, only while no <c>FitMany</c> runs on it.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(FitBatchJsonConverter))]
public sealed class FitBatch
{
    private readonly double[] _parameters;
    private readonly double[] _standardErrors;
    private readonly double[] _covariances;
    private readonly double[] _residualNorms;
    private readonly LeastSquaresStatus[] _statuses;
    private readonly bool[] _converged;
    private readonly int[] _evaluations;
    private readonly int[] _jacobianEvaluations;
    private readonly object _gate = new();
    private Dictionary<int, Exception>? _exceptions;
    private int _inUse;
    private bool _hasRun;
    private CancellationToken _cancellation;

    /// <summary>Allocates 2 n + 1 numbers per fit, and n² more with covariances; all starts are zero.</summary>
    /// <param name="fitCount">The number of fits; not negative.</param>
    /// <param name="parameterCount">The number of parameters of each fit, n; positive.</param>
    /// <param name="residualCount">The number of residuals of each fit, m; at least n.</param>
    /// <param name="covariances">Whether <see cref="UnscaledCovariances"/> are kept.</param>
    /// <exception cref="ArgumentException">
    /// A number is out of its range, or there are more than 2³¹ parameters, or elements of covariances, in total.
    /// </exception>
    /// <exception cref="OutOfMemoryException">The memory is unavailable.</exception>
    public FitBatch(int fitCount, int parameterCount, int residualCount, bool covariances = false)
    {
        Validate.FitShape(fitCount, parameterCount, residualCount, covariances);
        FitCount = fitCount;
        ParameterCount = parameterCount;
        ResidualCount = residualCount;
        _parameters = new double[fitCount * parameterCount];
        _standardErrors = new double[_parameters.Length];
        _covariances = covariances ? new double[_parameters.Length * parameterCount] : [];
        _residualNorms = new double[fitCount];
        _statuses = new LeastSquaresStatus[fitCount];
        _converged = new bool[fitCount];
        _evaluations = new int[fitCount];
        _jacobianEvaluations = new int[fitCount];
        Forget();
    }

    /// <summary>The number of fits.</summary>
    public int FitCount { get; }

    /// <summary>The number of parameters of each fit, n.</summary>
    public int ParameterCount { get; }

    /// <summary>The number of residuals of each fit, m.</summary>
    public int ResidualCount { get; }

    /// <summary>
    /// The starts before, the solutions after: n values for each fit. A fit that failed or was canceled has its best
    /// point so far; one that was not reached keeps its start.
    /// </summary>
    public Span<double> Parameters => _parameters;

    /// <summary>How each fit ended.</summary>
    /// <remarks>
    /// A fit with <see cref="LeastSquaresStatus.Failed"/> has its exception in <see cref="Exceptions"/>; one with
    /// <see cref="LeastSquaresStatus.None"/> was not reached before the cancellation.
    /// </remarks>
    public ReadOnlySpan<LeastSquaresStatus> Statuses => _statuses;

    /// <summary>
    /// The Euclidean norm of the residuals of each fit, the square root of the sum of squares; NaN for a fit whose
    /// residuals were never computed.
    /// </summary>
    public ReadOnlySpan<double> ResidualNorms => _residualNorms;

    /// <summary>
    /// The standard errors of the parameters, n values for each fit, with the residual variance estimated from the
    /// fit. NaN for a fit that did not converge, has dependent parameters, or has no more residuals than parameters,
    /// and for a parameter that a bound holds back.
    /// </summary>
    public ReadOnlySpan<double> StandardErrors => _standardErrors;

    /// <summary>
    /// The inverse of JᵀJ at the solution, n by n values for each fit: the covariance of the parameters when each
    /// residual has variance 1. NaN for a fit that did not converge or has dependent parameters. Empty unless the batch
    /// was made with covariances.
    /// </summary>
    public ReadOnlySpan<double> UnscaledCovariances => _covariances;

    /// <summary>
    /// Whether each fit met a convergence test where its residuals and Jacobian are finite; its status is from 1 to 4.
    /// </summary>
    public ReadOnlySpan<bool> Converged => _converged;

    /// <summary>Residual evaluations of each fit, including those for finite differences. MINPACK: nfev.</summary>
    public ReadOnlySpan<int> Evaluations => _evaluations;

    /// <summary>Evaluations of the analytic Jacobian of each fit; 0 without one. MINPACK: njev.</summary>
    public ReadOnlySpan<int> JacobianEvaluations => _jacobianEvaluations;

    /// <summary>
    /// What made fits fail, by the number of the fit: what the model threw, <see cref="NonFiniteValueException"/>, or
    /// <see cref="ArgumentException"/> for a start that is not finite. Empty when none failed.
    /// </summary>
    public IReadOnlyDictionary<int, Exception> Exceptions =>
        _exceptions ?? (IReadOnlyDictionary<int, Exception>)ReadOnlyDictionary<int, Exception>.Empty;

    /// <summary>
    /// How many fits met a convergence test where their residuals and Jacobian are finite: those with a status from 1
    /// to 4.
    /// </summary>
    public int ConvergedCount => _converged.AsSpan().Count(true);

    /// <summary>Throws when the run was canceled before all fits had ended.</summary>
    /// <returns>This batch.</returns>
    /// <exception cref="OperationCanceledException">
    /// The cancellation token was set during the run; the exception has it, so that a task with it ends as canceled.
    /// </exception>
    public FitBatch ThrowIfCanceled() =>
        _hasRun && CountOf(LeastSquaresStatus.Canceled) + CountOf(LeastSquaresStatus.None) > 0
            ? throw Errors.Canceled($"Canceled: {this}.", _cancellation)
            : this;

    /// <summary>The n parameters of one fit: a slice of <see cref="Parameters"/>.</summary>
    /// <param name="fit">From 0 to <see cref="FitCount"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fit.</exception>
    public Span<double> ParametersOf(int fit) => _parameters.AsSpan(First(fit), ParameterCount);

    /// <summary>The n standard errors of one fit: a slice of <see cref="StandardErrors"/>.</summary>
    /// <param name="fit">From 0 to <see cref="FitCount"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such fit.</exception>
    public ReadOnlySpan<double> StandardErrorsOf(int fit) => _standardErrors.AsSpan(First(fit), ParameterCount);

    /// <summary>Lets one run in, and forgets the outcomes of the last one. <see cref="Leave"/> must follow.</summary>
    internal void Enter(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _inUse, 1) != 0)
        {
            throw Errors.FitsInUse();
        }

        if (_hasRun)
        {
            Forget();
        }

        _hasRun = true;
        _cancellation = cancellation;
    }

    internal void Leave() => Volatile.Write(ref _inUse, 0);

    /// <summary>Records how a fit ended; its parameters have been written already.</summary>
    /// <param name="fit">Which fit.</param>
    /// <param name="summary">Status and counts.</param>
    /// <param name="norm">That of the residuals; NaN without a point.</param>
    /// <param name="factor">R, as the solver left it; overwritten.</param>
    /// <param name="pivots">n values, 1-based.</param>
    /// <param name="work">n values.</param>
    internal void Record(
        int fit,
        LeastSquaresSummary summary,
        double norm,
        JacobianMatrix factor,
        ReadOnlySpan<int> pivots,
        Span<double> work)
    {
        int n = ParameterCount;
        Record(fit, summary, norm);
        if (!summary.Converged || !NativeAlgebra.TryInvert(factor, pivots, work))
        {
            return;
        }

        int freedom = ResidualCount - n;
        double variance = freedom > 0 ? norm * norm / freedom : double.NaN;
        for (int j = 0; j < n; j++)
        {
            Span<double> column = factor.Column(j)[..n];
            _standardErrors[First(fit) + j] = Math.Sqrt(variance * column[j]);
            if (_covariances.Length > 0)
            {
                column.CopyTo(_covariances.AsSpan((First(fit) + j) * n, n));
            }
        }
    }

    /// <summary>Records how a fit with bounds or a loss ended.</summary>
    internal void Record(int fit, BoundedOutcome outcome)
    {
        int n = ParameterCount;
        LeastSquaresResult result = new(outcome, loss: null, _cancellation);
        Record(fit, outcome.Summary, result.ResidualNorm);
        if (outcome.UnscaledCovariance is not { } covariance)
        {
            return;
        }

        for (int i = 0; i < n; i++)
        {
            _standardErrors[First(fit) + i] = Math.Sqrt(result.ResidualVariance * covariance[i, i]);
            for (int j = 0; j < n && _covariances.Length > 0; j++)
            {
                _covariances[((First(fit) + i) * n) + j] = covariance[i, j];
            }
        }
    }

    /// <summary>Records a fit that failed at its first evaluation, and so has no point and no norm.</summary>
    internal void FailAtStart(int fit, Exception exception)
    {
        _evaluations[fit] = 1;
        Fail(fit, exception);
    }

    /// <summary>Records what made a fit fail.</summary>
    internal void Fail(int fit, Exception exception)
    {
        _statuses[fit] = LeastSquaresStatus.Failed;
        if (exception.StackTrace is null)
        {
            ExceptionDispatchInfo.SetCurrentStackTrace(exception); // it was made by us and never thrown
        }

        lock (_gate)
        {
            (_exceptions ??= [])[fit] = exception;
        }
    }

    private void Record(int fit, LeastSquaresSummary summary, double norm)
    {
        _statuses[fit] = summary.Status;
        _evaluations[fit] = summary.Evaluations;
        _jacobianEvaluations[fit] = summary.JacobianEvaluations;
        _residualNorms[fit] = norm;
        _converged[fit] = summary.Converged;
    }

    private int CountOf(LeastSquaresStatus status) => _statuses.Count(found => found == status);

    private int First(int fit)
    {
        if ((uint)fit >= (uint)FitCount)
        {
            throw Errors.FitIndex(nameof(fit), fit, FitCount);
        }

        return fit * ParameterCount;
    }

    private void Forget()
    {
        Array.Fill(_standardErrors, double.NaN);
        Array.Fill(_covariances, double.NaN);
        Array.Fill(_residualNorms, double.NaN);
        Array.Clear(_statuses);
        Array.Clear(_converged);
        Array.Clear(_evaluations);
        Array.Clear(_jacobianEvaluations);
        _exceptions = null;
    }

    /// <summary>How many fits converged, failed, were canceled and were not started, on one line.</summary>
    public override string ToString()
    {
        int canceled = CountOf(LeastSquaresStatus.Canceled);
        int waiting = CountOf(LeastSquaresStatus.None);
        return $"{ConvergedCount} of {Errors.Count(FitCount, "fit")} converged, {Exceptions.Count} failed"
            + (canceled > 0 ? $", {canceled} canceled" : "")
            + (waiting > 0 ? $", {waiting} not started" : "");
    }
}
