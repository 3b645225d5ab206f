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
    internal LeastsqInfo(SolverMemory solved, LeastSquaresSummary summary, bool hasJacobian)
    {
        Nfev = summary.Evaluations;
        Njev = hasJacobian ? summary.JacobianEvaluations : null;
        Fvec = solved.Residuals.ToArray();
        Qtf = solved.RotatedResiduals.ToArray();
        Fjac = Matrices.RowPerColumn(solved);
        Ipvt = solved.Pivots.ToArray();
        foreach (ref int pivot in Ipvt.AsSpan())
        {
            pivot--;
        }
    }

    /// <summary>What SciPy's curve_fit gives of a result of least_squares, and the count of the Jacobians.</summary>
    internal LeastsqInfo(OptimizeResult solve)
    {
        Nfev = solve.Nfev;
        Njev = solve.Njev;
        Fvec = solve.Fun;
        Qtf = [];
        Fjac = new double[0, 0];
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
    public double[,] Fjac { get; }

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
