namespace MinpackNet;

/// <summary>The Jacobian of a bounded solve at its present point, in one of its forms.</summary>
internal abstract class BoundedJacobian(int rowCount, int columnCount) : LinearMap(rowCount, columnCount)
{
    /// <summary>In the form in which the problem has it.</summary>
    public static BoundedJacobian Of(BoundedProblem problem) =>
        problem.OperatorJacobian is not null ? new OperatorJacobian(problem)
        : problem.SparseJacobian is not null || problem.Structure is not null ? new SparseJacobian(problem)
        : new DenseJacobian(problem);

    /// <summary>
    /// Whether the last evaluation was given up because the token was set; the values before it are still there.
    /// </summary>
    public virtual bool IsInterrupted => false;

    /// <summary>Whether it comes from differences, and no residual changed in any of the steps.</summary>
    public virtual bool HasZeroDifferences => false;

    /// <summary>Forgets the values: all are zero.</summary>
    public abstract void Clear();

    /// <summary>Evaluates it, unless it is interrupted.</summary>
    /// <param name="problem">The problem, of the size and form for which this was made.</param>
    /// <param name="x">The point, within the bounds.</param>
    /// <param name="residuals">There.</param>
    /// <returns>How many times the residuals were evaluated for differences.</returns>
    public abstract int Evaluate(BoundedProblem problem, ReadOnlySpan<double> x, ReadOnlySpan<double> residuals);

    /// <summary>Throws where a value is not allowed.</summary>
    public virtual void Check(BoundedProblem problem, ReadOnlySpan<double> x)
    {
    }

    /// <summary>The same where the values are known only by their product with the residuals.</summary>
    public virtual void CheckGradient(BoundedProblem problem, ReadOnlySpan<double> x, ReadOnlySpan<double> gradient)
    {
    }

    /// <summary>Multiplies each row by its weight, for a loss.</summary>
    public abstract void MultiplyRows(ReadOnlySpan<double> weights);

    public abstract double ColumnNorm(int j);
}
