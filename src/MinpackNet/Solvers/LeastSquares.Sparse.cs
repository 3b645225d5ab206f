
namespace MinpackNet;

/// <content>Sparse Jacobians, by the trust-region methods with LSMR.</content>
public static partial class LeastSquares
{
    /// <summary>
    /// Minimizes the sum of squares of many residuals in many parameters, of which each residual depends on a few, with
    /// or without bounds and a loss. Memory and work for a step grow with the entries of the Jacobian.
    /// </summary>
    /// <param name="start">The start values, n finite values within the bounds; not changed.</param>
    /// <param name="residualCount">The number of residuals, m; positive.</param>
    /// <param name="residuals">Computes the residuals at a point.</param>
    /// <param name="jacobian">Gives the Jacobian at a point.</param>
    /// <param name="options">
    /// Tolerances, limits and scaling; null for the defaults. <see cref="LeastSquaresMethod.Lm"/> and
    /// <see cref="SolverOptions.CheckJacobian"/> are not available.
    /// </param>
    /// <param name="cancellationToken">As in <c>Solve</c>.</param>
    /// <returns>
    /// The solution with its residuals and status, without a covariance, which would be dense.
    /// <see cref="LeastSquaresResult.IsOptimal"/> is judged to within LSMR's tolerance.
    /// </returns>
    /// <exception cref="ArgumentException">An argument, option or the shape of a Jacobian is wrong.</exception>
    /// <exception cref="NonFiniteValueException">See <see cref="SolverOptions.NonFiniteValues"/>.</exception>
    /// <remarks>
    /// SciPy: least_squares with a sparse jac and tr_solver='lsmr' (Fong, Saunders, SIAM J. Sci. Comput. 33 (2011)
    /// 2950-2971).
    /// </remarks>
    public static LeastSquaresResult SolveSparse(
        ReadOnlySpan<double> start,
        int residualCount,
        ResidualFunction residuals,
        SparseJacobianFunction jacobian,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jacobian);
        (int, int) shape = (residualCount, start.Length);
        return RunSparse(
            start,
            residualCount,
            residuals,
            options,
            problem => problem with { SparseJacobian = x => Shaped(jacobian(x), shape) },
            cancellationToken);

        static SparseMatrix Shaped(SparseMatrix? matrix, (int Rows, int Columns) shape) =>
            matrix is null ? throw Errors.NullMatrix(nameof(jacobian))
            : (matrix.RowCount, matrix.ColumnCount) == shape ? matrix
            : throw Errors.SparseShape(nameof(jacobian), shape, (matrix.RowCount, matrix.ColumnCount));
    }

    /// <summary>The same where the Jacobian is estimated by differences, several columns at once.</summary>
    /// <param name="start">The start values, n finite values within the bounds; not changed.</param>
    /// <param name="residualCount">The number of residuals, m; positive.</param>
    /// <param name="residuals">Computes the residuals at a point.</param>
    /// <param name="structure">
    /// Where the Jacobian has entries, m by n; the values do not count. Columns without a common row share one
    /// evaluation (Curtis, Powell, Reid, J. Inst. Math. Appl. 13 (1974) 117-119).
    /// </param>
    /// <param name="options">As with a Jacobian.</param>
    /// <param name="cancellationToken">As in <c>Solve</c>.</param>
    /// <returns>As with a Jacobian.</returns>
    /// <exception cref="ArgumentException">An argument, option or the shape of the structure is wrong.</exception>
    /// <exception cref="NonFiniteValueException">See <see cref="SolverOptions.NonFiniteValues"/>.</exception>
    /// <remarks>SciPy: least_squares with jac_sparsity.</remarks>
    public static LeastSquaresResult SolveSparse(
        ReadOnlySpan<double> start,
        int residualCount,
        ResidualFunction residuals,
        SparseMatrix structure,
        LeastSquaresOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(structure);
        Validate.Structure(structure, (residualCount, start.Length), nameof(structure));
        return RunSparse(
            start,
            residualCount,
            residuals,
            options,
            problem => problem with { Structure = structure },
            cancellationToken);
    }

    private static LeastSquaresResult RunSparse(
        ReadOnlySpan<double> start,
        int residualCount,
        ResidualFunction residuals,
        LeastSquaresOptions? options,
        Func<BoundedProblem, BoundedProblem> withJacobian,
        CancellationToken cancellationToken)
    {
        Validate.Stack();
        options ??= LeastSquaresOptions.Default;
        Validate.Start(start);
        Validate.ResidualCount(residualCount, nameof(residualCount));
        ArgumentNullException.ThrowIfNull(residuals);
        Validate.SparseOptions(options, start.Length);
        BoundedProblem problem = withJacobian(
            BoundedOptions.Problem(options, start, residualCount, residuals, null, cancellationToken)) with
        {
            Lsmr = new(),
        };
        BoundedSolver? solver = null;
        return new(
            BoundedLeastSquares.Run(problem, start, options.Method == LeastSquaresMethod.Dogbox, ref solver),
            options.Loss,
            cancellationToken);
    }
}
