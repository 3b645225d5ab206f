using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The result of scipy.optimize.leastsq.</summary>
/// <remarks>
/// Arrays are SciPy's shapes; they belong to the caller, who may change them.
/// <c>var (x, ier) = Optimize.Leastsq(…)</c> is Python's default result, <c>var (x, covX, infodict, mesg, ier) = …</c>
/// the one with <c>full_output</c>.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class LeastsqResult
{
    private readonly LeastSquaresSummary _summary;
    private readonly OptionNames _names;
    private readonly string? _message;

    internal LeastsqResult(
        double[] x,
        double[,]? covX,
        LeastsqInfo infoDict,
        LeastSquaresSummary summary,
        OptionNames names,
        CancellationToken cancellation)
    {
        X = x;
        CovX = covX;
        InfoDict = infoDict;
        _summary = summary;
        _names = names;
        Cancellation = cancellation;
    }

    /// <summary>A result of least_squares in the words of leastsq.</summary>
    internal LeastsqResult(OptimizeResult solve, OptionNames names, CancellationToken cancellation)
        : this(
            solve.X,
            null,
            new(solve),
            BoundedOptimum.Summary(
                (BoundedStatus)solve.Status, (solve.Nfev, solve.Njev), isOptimal: true, solve.Cost) with
            {
                IsOptimal = null,
            },
            names,
            cancellation) => _message = solve.Message;

    /// <summary>The solution, or the last point of an unsuccessful solve, n values.</summary>
    public double[] X { get; }

    /// <summary>
    /// The inverse of JᵀJ at the solution, n by n; multiply it by the variance of the residuals to get the covariance
    /// of the parameters. Null when no solution was found, or when the factor R has an exact zero on its diagonal.
    /// SciPy: cov_x.
    /// </summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,]? CovX { get; }

    /// <summary>Counts, residuals and the factorized Jacobian. SciPy: infodict.</summary>
    public LeastsqInfo InfoDict { get; }

    /// <summary>The status in words.</summary>
    public string Mesg => _message ?? Messages.Of(_summary, _names);

    /// <summary>Why the solver stopped, 1 to 8; 1 to 4 mean that a solution was found.</summary>
    public int Ier => (int)Status;

    /// <summary><see cref="Ier"/> as a name.</summary>
    public LeastSquaresStatus Status => _summary.Status;

    /// <summary>
    /// Whether a solution was found: <see cref="Ier"/> is 1, 2, 3 or 4, the residuals and the Jacobian are finite, and
    /// the differences that make up a Jacobian are not all zero. SciPy's word for
    /// <see cref="LeastSquaresResult.Converged"/>.
    /// </summary>
    public bool Success => _summary.Converged;

    /// <summary>What may have ended the solve.</summary>
    internal CancellationToken Cancellation { get; }

    /// <summary>Throws when the solve was canceled.</summary>
    /// <returns>This result.</returns>
    /// <exception cref="OperationCanceledException">The cancellation token was set during the solve.</exception>
    public LeastsqResult ThrowIfCanceled() =>
        Status == LeastSquaresStatus.Canceled ? throw Errors.Canceled(Mesg, Cancellation) : this;

    /// <summary>SciPy's short result.</summary>
    /// <param name="x"><see cref="X"/></param>
    /// <param name="ier"><see cref="Ier"/></param>
    public void Deconstruct(out double[] x, out int ier) => (x, ier) = (X, Ier);

    /// <summary>SciPy's result with full output.</summary>
    /// <param name="x"><see cref="X"/></param>
    /// <param name="covX"><see cref="CovX"/></param>
    /// <param name="infoDict"><see cref="InfoDict"/></param>
    /// <param name="mesg"><see cref="Mesg"/></param>
    /// <param name="ier"><see cref="Ier"/></param>
    public void Deconstruct(
        out double[] x, out double[,]? covX, out LeastsqInfo infoDict, out string mesg, out int ier) =>
        (x, covX, infoDict, mesg, ier) = (X, CovX, InfoDict, Mesg, Ier);

    /// <summary>The result on one line: status, parameters, residual norm, evaluations.</summary>
    public override string ToString() =>
        Messages.Line(Success, Status, $"{RealVector.Create(X)}", InfoDict.Fvec, InfoDict.Nfev);
}
