namespace MinpackNet;

/// <summary>The infodict of scipy.optimize.leastsq.</summary>
public sealed unsafe class LeastsqInfo
{
    internal LeastsqInfo(LeastSquaresWorkspace workspace, LeastSquaresSummary summary, bool hasJacobian)
    {
        int n = workspace.ParameterCount;
        int m = workspace.ResidualCount;
        Nfev = summary.Evaluations;
        Njev = hasJacobian ? summary.JacobianEvaluations : null;
        Fvec = workspace.Residuals.ToArray();
        Qtf = new ReadOnlySpan<double>(workspace.Memory.Qtf, n).ToArray();

        Fjac = Matrices.RowPerColumn(workspace.Fjac, m, n);
        Ipvt = new int[n];
        for (int j = 0; j < n; j++)
        {
            Ipvt[j] = workspace.Ipvt[j] - 1;
        }
    }

    /// <summary>
    /// Evaluations of the function, those for finite differences included, and those that SciPy spends on checking shapes
    /// not.
    /// </summary>
    public int Nfev { get; }

    /// <summary>Evaluations of the Jacobian; null when none was given.</summary>
    public int? Njev { get; }

    /// <summary>The residuals at the solution, m values.</summary>
    public double[] Fvec { get; }

    /// <summary>
    /// The factorized Jacobian, n by m as in SciPy: row j is column j of MINPACK's m by n matrix, with R in the upper
    /// triangle of that matrix and the Householder vectors below.
    /// </summary>
    public double[,] Fjac { get; }

    /// <summary>
    /// The column order of the factorization, n values, 0-based as in SciPy from 1.15 on (1-based before, and in MINPACK):
    /// column j of J P is column <c>Ipvt[j]</c> of J.
    /// </summary>
    public int[] Ipvt { get; }

    /// <summary>The first n elements of Qᵀ fvec.</summary>
    public double[] Qtf { get; }
}
