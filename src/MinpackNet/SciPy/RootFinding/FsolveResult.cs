using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The result of scipy.optimize.fsolve.</summary>
/// <remarks>
/// Arrays are SciPy's shapes; they belong to the caller, who may change them.
/// <c>var (x, infodict, ier, mesg) = Optimize.Fsolve(…)</c> is SciPy's result with <c>full_output</c>, and
/// <c>var (x, ier) = …</c> a part of it; without, SciPy returns <see cref="X"/> alone.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class FsolveResult
{
    private readonly NonlinearEquationsSummary _summary;
    private readonly OptionNames _names;

    internal FsolveResult(
        double[] x,
        FsolveInfo infoDict,
        NonlinearEquationsSummary summary,
        OptionNames names,
        CancellationToken cancellation)
    {
        Cancellation = cancellation;
        X = x;
        InfoDict = infoDict;
        _summary = summary;
        _names = names;
    }

    /// <summary>The solution, or the last point of an unsuccessful solve, n values.</summary>
    public double[] X { get; }

    /// <summary>Counts, values and factors. SciPy: infodict.</summary>
    public FsolveInfo InfoDict { get; }

    /// <summary>Why the solver stopped, 1 to 5; 1 means convergence, but see <see cref="IsRoot"/>.</summary>
    public int Ier => (int)Status;

    /// <summary>The status in words.</summary>
    public string Mesg => Messages.Of(_summary, _names);

    /// <summary><see cref="Ier"/> as a name.</summary>
    public NonlinearEquationsStatus Status => _summary.Status;

    /// <inheritdoc cref="NonlinearEquationsSummary.IsRoot"/>
    public bool IsRoot => _summary.IsRoot;

    /// <summary>
    /// Whether <see cref="Ier"/> is 1 and the point is a root. SciPy's word for
    /// <see cref="NonlinearEquationsResult.Converged"/>.
    /// </summary>
    public bool Success => _summary.Converged;

    /// <inheritdoc cref="LeastsqResult.ThrowIfCanceled"/>
    public FsolveResult ThrowIfCanceled() =>
        Status == NonlinearEquationsStatus.Canceled ? throw Errors.Canceled(Mesg, Cancellation) : this;

    /// <summary>What may have ended the solve.</summary>
    internal CancellationToken Cancellation { get; }

    /// <summary>The solution and its code alone, as of <see cref="LeastsqResult"/>.</summary>
    /// <param name="x"><see cref="X"/></param>
    /// <param name="ier"><see cref="Ier"/></param>
    public void Deconstruct(out double[] x, out int ier) => (x, ier) = (X, Ier);

    /// <summary>SciPy's result with full output, in SciPy's order.</summary>
    /// <param name="x"><see cref="X"/></param>
    /// <param name="infoDict"><see cref="InfoDict"/></param>
    /// <param name="ier"><see cref="Ier"/></param>
    /// <param name="mesg"><see cref="Mesg"/></param>
    public void Deconstruct(out double[] x, out FsolveInfo infoDict, out int ier, out string mesg) =>
        (x, infoDict, ier, mesg) = (X, InfoDict, Ier, Mesg);

    /// <summary>The result on one line: status, parameters, residual norm, evaluations.</summary>
    public override string ToString() =>
        Messages.Line(Success, Status, $"{RealVector.Create(X)}", InfoDict.Fvec, InfoDict.Nfev);
}
