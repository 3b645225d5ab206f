namespace MinpackNet;

/// <summary>
/// A Jacobian that is known by its products with vectors, for problems where even its non-zeros are too many. SciPy:
/// LinearOperator.
/// </summary>
public sealed class JacobianOperator
{
    /// <summary>A Jacobian from its two products.</summary>
    /// <param name="rowCount">The number of residuals, m; positive.</param>
    /// <param name="columnCount">The number of parameters, n; positive.</param>
    /// <param name="multiply">Takes n values v and gives the m values J v. SciPy: matvec.</param>
    /// <param name="multiplyTransposed">Takes m values w and gives the n values Jᵀ w. SciPy: rmatvec.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    /// <exception cref="ArgumentNullException">A product is null.</exception>
    /// <remarks>
    /// The products are those at one point, also when another Jacobian has been asked for since. They must belong
    /// together: if one is not that of the other's transpose, the solver finds no good steps.
    /// </remarks>
    public JacobianOperator(
        int rowCount, int columnCount, JacobianProduct multiply, JacobianProduct multiplyTransposed)
    {
        ArgumentNullException.ThrowIfNull(multiply);
        ArgumentNullException.ThrowIfNull(multiplyTransposed);
        if (rowCount <= 0)
        {
            throw Errors.MatrixSize(nameof(rowCount), rowCount, "rows");
        }

        if (columnCount <= 0)
        {
            throw Errors.MatrixSize(nameof(columnCount), columnCount, "columns");
        }

        RowCount = rowCount;
        ColumnCount = columnCount;
        Multiply = multiply;
        MultiplyTransposed = multiplyTransposed;
    }

    /// <summary>The number of residuals, m.</summary>
    public int RowCount { get; }

    /// <summary>The number of parameters, n.</summary>
    public int ColumnCount { get; }

    /// <summary>J v: from n values to m.</summary>
    public JacobianProduct Multiply { get; }

    /// <summary>Jᵀ w: from m values to n.</summary>
    public JacobianProduct MultiplyTransposed { get; }
}
