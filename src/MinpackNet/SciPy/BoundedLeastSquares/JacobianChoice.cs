namespace MinpackNet;

/// <summary>How <c>Optimize.LeastSquares</c> gets its Jacobian.</summary>
/// <param name="Form">What it gets.</param>
/// <param name="Argument">The argument that says so.</param>
/// <param name="AddTo">Puts it into the problem, for a start where shapes are checked.</param>
internal sealed record JacobianChoice(
    JacobianForm Form, string Argument, Func<BoundedProblem, double[], BoundedProblem> AddTo)
{
    public static JacobianChoice Dense(Func<double[], double[,]> jac) => new(
        JacobianForm.Dense,
        nameof(jac),
        (problem, start) => problem with
        {
            Jacobian = new ArrayJacobian(jac, start, problem.ResidualCount, layout: null, nameof(jac)).Fill,
        });

    public static JacobianChoice Sparse(Func<double[], SparseMatrix> jac) => new(
        JacobianForm.Sparse,
        nameof(jac),
        (problem, start) => problem with
        {
            SparseJacobian = new ShapedSource<SparseMatrix>(
                jac, start, problem.ResidualCount, matrix => (matrix.RowCount, matrix.ColumnCount), nameof(jac)).At,
        });

    public static JacobianChoice Operator(Func<double[], JacobianOperator> jac) => new(
        JacobianForm.Operator,
        nameof(jac),
        (problem, start) => problem with
        {
            OperatorJacobian = new ShapedSource<JacobianOperator>(
                jac, start, problem.ResidualCount, map => (map.RowCount, map.ColumnCount), nameof(jac)).At,
        });

    /// <param name="jac">The scheme.</param>
    /// <param name="jacSparsity">Where the Jacobian has entries; null for everywhere.</param>
    public static JacobianChoice Differences(DifferenceScheme jac, SparseMatrix? jacSparsity) => new(
        jacSparsity is null ? JacobianForm.Dense : JacobianForm.Sparse,
        nameof(jacSparsity),
        (problem, start) =>
        {
            Validate.Structure(jacSparsity, (problem.ResidualCount, start.Length), nameof(jacSparsity));
            return problem with { Differences = jac, Structure = jacSparsity };
        });
}
