namespace MinpackNet;

/// <summary>The infodict of scipy.optimize.fsolve.</summary>
public sealed unsafe class FsolveInfo
{
    internal FsolveInfo(NonlinearEquationsWorkspace workspace, NonlinearEquationsSummary summary, bool hasJacobian)
    {
        int n = workspace.ParameterCount;
        Nfev = summary.Evaluations;
        Njev = hasJacobian ? summary.JacobianEvaluations : null;
        Fvec = workspace.Residuals.ToArray();
        Fjac = Matrices.RowPerColumn(workspace.Fjac, n, n);
        R = new ReadOnlySpan<double>(workspace.R, workspace.PackedLength).ToArray();
        Qtf = new ReadOnlySpan<double>(workspace.Memory.Qtf, n).ToArray();
    }

    /// <summary>
    /// Evaluations of the function, those for finite differences included, and those that SciPy spends on checking shapes
    /// not.
    /// </summary>
    public int Nfev { get; }

    /// <summary>Evaluations of the Jacobian; null when none was given.</summary>
    public int? Njev { get; }

    /// <summary>The equations' values at the solution, n of them.</summary>
    public double[] Fvec { get; }

    /// <summary>
    /// The orthogonal matrix Q of the last approximate Jacobian's factorization Q R, n by n as in SciPy: row j is column j
    /// of Q.
    /// </summary>
    public double[,] Fjac { get; }

    /// <summary>The upper triangular R of that factorization, packed by rows, n (n + 1) / 2 values.</summary>
    public double[] R { get; }

    /// <summary>
    /// Qᵀ times the equations' values where they were last updated, n values: the solver ends before it does so at the solution.
    /// </summary>
    public double[] Qtf { get; }
}
