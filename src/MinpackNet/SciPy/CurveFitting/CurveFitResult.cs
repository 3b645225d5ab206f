using System.Diagnostics;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>The result of scipy.optimize.curve_fit.</summary>
/// <remarks>
/// Arrays are SciPy's shapes; they belong to the caller, who may change them.
/// <c>var (popt, pcov) = Optimize.CurveFit(…)</c> is Python's default result,
/// <c>var (popt, pcov, infodict, mesg, ier) = …</c> the one with <c>full_output</c>.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class CurveFitResult
{
    private readonly LeastsqResult _solve;

    internal CurveFitResult(LeastsqResult solve, bool absoluteSigma)
    {
        _solve = solve;
        int n = solve.X.Length;
        int m = solve.InfoDict.Fvec.Length;
        double variance = absoluteSigma ? 1 : solve.InfoDict.Fvec.Sum(r => r * r) / (m - n);
        PcovIsEstimated = solve.CovX is not null && (absoluteSigma || m > n);

        Pcov = new double[n, n];
        Perr = new double[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                Pcov[i, j] = PcovIsEstimated ? solve.CovX![i, j] * variance : double.PositiveInfinity;
            }

            Perr[i] = Math.Sqrt(Pcov[i, i]);
        }
    }

    /// <summary>The parameters that fit best, n values.</summary>
    public double[] Popt => _solve.X;

    /// <summary>
    /// Their covariance, n by n; all infinite when it cannot be estimated: see <see cref="PcovIsEstimated"/>.
    /// </summary>
    /// <remarks>
    /// As in SciPy it comes from the solver's last Jacobian. Without <c>jac</c> that is one of differences whose steps
    /// are a share of each parameter, so for a parameter that ends near zero, such as 1e-12, the covariance is mere
    /// rounding. Give derivatives, or use <c>CurveFit.Fit</c> of MinpackNet.Fitting, whose steps suit it.
    /// </remarks>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,] Pcov { get; }

    /// <summary>Their standard errors, the square roots of the diagonal of <see cref="Pcov"/>, n values.</summary>
    public double[] Perr { get; }

    /// <summary>
    /// Whether <see cref="Pcov"/> is meaningful. False when the Jacobian has dependent columns, and, unless sigma is
    /// absolute, when there are no more data than parameters; SciPy issues an OptimizeWarning then. The test for
    /// dependent columns is SciPy's, an exact zero: nearly dependent ones show up as very large variances instead.
    /// </summary>
    public bool PcovIsEstimated { get; }

    /// <summary>Counts, residuals (whitened by sigma) and the factorized Jacobian.</summary>
    public LeastsqInfo InfoDict => _solve.InfoDict;

    /// <summary>The status in words.</summary>
    public string Mesg => _solve.Mesg;

    /// <summary>Why the solver stopped: 1, 2, 3 or 4.</summary>
    public int Ier => _solve.Ier;

    /// <summary>SciPy's short result.</summary>
    /// <param name="popt"><see cref="Popt"/></param>
    /// <param name="pcov"><see cref="Pcov"/></param>
    public void Deconstruct(out double[] popt, out double[,] pcov) => (popt, pcov) = (Popt, Pcov);

    /// <summary>SciPy's result with full output.</summary>
    /// <param name="popt"><see cref="Popt"/></param>
    /// <param name="pcov"><see cref="Pcov"/></param>
    /// <param name="infoDict"><see cref="InfoDict"/></param>
    /// <param name="mesg"><see cref="Mesg"/></param>
    /// <param name="ier"><see cref="Ier"/></param>
    public void Deconstruct(
        out double[] popt, out double[,] pcov, out LeastsqInfo infoDict, out string mesg, out int ier) =>
        (popt, pcov, infoDict, mesg, ier) = (Popt, Pcov, InfoDict, Mesg, Ier);

    /// <summary>The result on one line: status, parameters with standard errors, residual norm, evaluations.</summary>
    public override string ToString() => Messages.Line(
        _solve.Success,
        _solve.Status,
        $"{RealVector.Create(Popt)} ± {RealVector.Create(Perr)}",
        InfoDict.Fvec,
        InfoDict.Nfev);
}
