using System.Diagnostics;
using System.Text.Json.Serialization;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>The infodict of scipy.optimize.fsolve.</summary>
/// <remarks>Arrays are SciPy's shapes; they belong to the caller, who may change them.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed class FsolveInfo
{
    internal FsolveInfo(SolverMemory solved, NonlinearEquationsSummary summary, bool hasJacobian)
    {
        Nfev = summary.Evaluations;
        Njev = hasJacobian ? summary.JacobianEvaluations : null;
        Fvec = solved.Residuals.ToArray();
        Fjac = Matrices.RowPerColumn(solved);
        R = solved.PackedTriangle.ToArray();
        Qtf = solved.RotatedResiduals.ToArray();
    }

    /// <summary>
    /// How many times the function was evaluated, including for finite differences, but without SciPy's calls to check
    /// shapes.
    /// </summary>
    public int Nfev { get; }

    /// <summary>How many times the Jacobian was evaluated; null when none was given.</summary>
    public int? Njev { get; }

    /// <summary>The equations' values at the solution, n values.</summary>
    public double[] Fvec { get; }

    /// <summary>
    /// The orthogonal matrix Q of the factorization Q R of the last approximate Jacobian, n by n as in SciPy: row j is
    /// column j of Q.
    /// </summary>
    [JsonConverter(typeof(MatrixJsonConverter))]
    public double[,] Fjac { get; }

    /// <summary>The upper triangular R of that factorization, packed by rows, n (n + 1) / 2 values.</summary>
    public double[] R { get; }

    /// <summary>
    /// Qᵀ times the equations' values, n values, as last updated: the solver ends before it updates them at the
    /// solution.
    /// </summary>
    public double[] Qtf { get; }

    /// <summary>The counts and the values on one line.</summary>
    public override string ToString() => Messages.Line(Fvec, Nfev);
}
