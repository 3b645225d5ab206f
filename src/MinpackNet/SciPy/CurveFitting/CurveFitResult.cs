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
    private readonly ShownCost? _shownCost;
    private readonly Enum _status;

    /// <summary>The result of leastsq.</summary>
    internal CurveFitResult(LeastsqResult solve, bool absoluteSigma)
        : this(solve, solve.Ier, solve.Status, new int[solve.X.Length])
    {
        int n = solve.X.Length;
        int m = solve.InfoDict.Fvec.Length;
        double variance = absoluteSigma ? 1 : SumOfSquares(solve.InfoDict.Fvec) / (m - n);
        PcovIsEstimated = solve.CovX is not null && (absoluteSigma || m > n);

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                Pcov[i, j] = PcovIsEstimated ? solve.CovX![i, j] * variance : double.PositiveInfinity;
            }

            Perr[i] = Math.Sqrt(Pcov[i, i]);
        }
    }

    /// <summary>The result of least_squares.</summary>
    internal CurveFitResult(OptimizeResult solve, LeastsqResult summary, bool absoluteSigma)
        : this(summary, solve.Status, (BoundedStatus)solve.Status, solve.ActiveMask)
    {
        _shownCost = solve.ShownCost;
        (Pcov, PcovIsEstimated) = BoundedCovariance.Of(solve, absoluteSigma);
        for (int i = 0; i < Perr.Length; i++)
        {
            Perr[i] = Math.Sqrt(Pcov[i, i]);
        }
    }

    private CurveFitResult(LeastsqResult solve, int ier, Enum status, int[] activeMask)
    {
        _status = status;
        Popt = solve.X;
        Pcov = new double[solve.X.Length, solve.X.Length];
        Perr = new double[solve.X.Length];
        InfoDict = solve.InfoDict;
        Mesg = solve.Mesg;
        Ier = ier;
        ActiveMask = activeMask;
    }

    /// <summary>The parameters that fit best, n values.</summary>
    public double[] Popt { get; }

    /// <summary>
    /// Their covariance, n by n. When it cannot be estimated (see <see cref="PcovIsEstimated"/>), it is infinite by
    /// method lm, while by the other methods, as in SciPy, it leaves out what the data do not determine: the numbers
    /// are then too small, down to zero.
    /// </summary>
    /// <remarks>
    /// As in SciPy it comes from the solver's last Jacobian. Without <c>jac</c> that is one of differences whose steps
    /// are a share of each parameter, so for a parameter that ends near zero, such as 1e-12, the covariance is mere
    /// rounding. Give derivatives, or use <c>CurveFit.Fit</c> of MinpackNet.Fitting, whose steps suit it. A bound
    /// changes nothing: the variance of a parameter at an active bound, see <see cref="ActiveMask"/>, is what it would
    /// be without the bound, which is not an error of it, and those of the others are too large.
    /// </remarks>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,] Pcov { get; }

    /// <summary>Their standard errors, the square roots of the diagonal of <see cref="Pcov"/>, n values.</summary>
    public double[] Perr { get; }

    /// <summary>
    /// Whether <see cref="Pcov"/> is meaningful. False when the Jacobian has dependent columns, and, unless sigma is
    /// absolute, when there are no more data than parameters; SciPy issues an OptimizeWarning then. The test of method
    /// lm for dependent columns is SciPy's, an exact zero: nearly dependent ones show up as very large variances
    /// instead. The other methods leave out directions that are dependent within rounding, without a warning in SciPy;
    /// this is false then too.
    /// </summary>
    public bool PcovIsEstimated { get; }

    /// <summary>Counts, residuals (whitened by sigma) and the factorized Jacobian.</summary>
    public LeastsqInfo InfoDict { get; }

    /// <summary>
    /// For each parameter -1 if its lower bound is active, 1 if its upper one is, else 0, n values.
    /// </summary>
    public int[] ActiveMask { get; }

    /// <summary>The status in words.</summary>
    public string Mesg { get; }

    /// <summary>
    /// Why the solver stopped: 1, 2, 3 or 4, as <see cref="LeastsqResult.Ier"/> of method lm, as
    /// <see cref="OptimizeResult.Status"/> of the others.
    /// </summary>
    public int Ier { get; }

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

    /// <summary>
    /// The result on one line: status, parameters with standard errors, the cost where there are bounds or a loss, the
    /// residual norm, evaluations.
    /// </summary>
    public override string ToString() => Messages.Line(
        converged: true,
        _status,
        $"{RealVector.Create(Popt)} ± {RealVector.Create(Perr)}"
            + (PcovIsEstimated ? "" : " (not errors: pcov could not be estimated)"),
        InfoDict.Fvec,
        InfoDict.Nfev,
        _shownCost);

    private static double SumOfSquares(double[] residuals)
    {
        double sum = 0;
        foreach (double residual in residuals)
        {
            sum += residual * residual;
        }

        return sum;
    }
}
