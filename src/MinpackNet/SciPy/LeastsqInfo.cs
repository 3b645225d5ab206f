using System.Diagnostics;
using System.Text.Json.Serialization;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The infodict of scipy.optimize.leastsq.</summary>
/// <remarks>Arrays are SciPy's shapes; they belong to the caller, who may change them.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class LeastsqInfo
{
    // From so many numbers on, to copy the factor takes longer than a step of the solve, and few ask for it.
    private const int Many = 100_000;

    private readonly Lazy<double[,]> _fjac;

    /// <param name="solved">The memory of a solve, which is freed here, or when nobody can ask for it any more.</param>
    /// <param name="summary">How the solve ended.</param>
    /// <param name="hasJacobian">Whether it had derivatives.</param>
    internal LeastsqInfo(SolverMemory solved, LeastSquaresSummary summary, bool hasJacobian)
    {
        Nfev = summary.Evaluations;
        Njev = hasJacobian ? summary.JacobianEvaluations : null;
        Fvec = solved.ResidualArray;
        Qtf = solved.RotatedResiduals.ToArray();
        Ipvt = solved.Pivots.ToArray();
        foreach (ref int pivot in Ipvt.AsSpan())
        {
            pivot--;
        }

        _fjac = new(() =>
        {
            using (solved)
            {
                return Matrices.RowPerColumn(solved);
            }
        });
        if ((long)Fvec.Length * Qtf.Length > Many)
        {
            solved.LeaveToCollector();
        }
        else
        {
            _ = _fjac.Value;
        }
    }

    /// <summary>What SciPy's curve_fit gives of a result of least_squares, and the count of the Jacobians.</summary>
    internal LeastsqInfo(OptimizeResult solve)
    {
        Nfev = solve.Nfev;
        Njev = solve.Njev;
        Fvec = solve.Fun;
        Qtf = [];
        _fjac = new(new double[0, 0]);
        Ipvt = [];
    }

    /// <summary>
    /// How many times the function was evaluated, including for finite differences, but without SciPy's calls to check
    /// shapes. After a fit with bounds or a loss differences are not counted.
    /// </summary>
    public int Nfev { get; }

    /// <summary>How many times the Jacobian was evaluated; null when none was given.</summary>
    public int? Njev { get; }

    /// <summary>The residuals at the solution, m values.</summary>
    public double[] Fvec { get; }

    /// <summary>
    /// The factorized Jacobian, n by m as in SciPy: row j is column j of MINPACK's m by n matrix, which has R in its
    /// upper triangle and the Householder vectors below. Like <see cref="Ipvt"/> and <see cref="Qtf"/> it is empty
    /// after a fit with bounds or a loss, of which SciPy too has nothing but the counts and the residuals.
    /// </summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,] Fjac => _fjac.Value;

    /// <summary>
    /// The column order of the factorization, n values, 0-based as in SciPy from 1.15 on (1-based in earlier versions
    /// and in MINPACK): column j of J P is column <c>Ipvt[j]</c> of J.
    /// </summary>
    public int[] Ipvt { get; }

    /// <summary>The first n elements of Qᵀ fvec.</summary>
    public double[] Qtf { get; }

    /// <summary>The counts and the values on one line.</summary>
    public override string ToString() => Messages.Line(Fvec, Nfev);
}
