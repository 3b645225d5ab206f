namespace MinpackNet;

/// <summary>
/// The values of a sparse Jacobian from differences: one evaluation, or two with three points, for each group of
/// columns. They are those of a dense Jacobian, bit for bit, if the structure is true; elsewhere the dense one has
/// zeros or, from one-sided differences of three points, their rounding.
/// </summary>
internal sealed class GroupedDifferences(SparseMatrix structure)
{
    private readonly int[][] _groups = ColumnGroups.Of(structure);
    private readonly DifferenceStencil[] _stencils = new DifferenceStencil[structure.ColumnCount];
    private readonly double[] _point = new double[structure.ColumnCount];
    private readonly double[] _first = new double[structure.RowCount];
    private readonly double[] _second = new double[structure.RowCount];

    /// <summary>Whether the last Jacobian was given up because the token was set.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>Fills the values of the structure's entries, unless it is interrupted.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="x">The point, within the bounds.</param>
    /// <param name="residuals">There.</param>
    /// <param name="values">To be filled.</param>
    /// <returns>How many times the residuals were evaluated.</returns>
    public int Fill(
        BoundedProblem problem, ReadOnlySpan<double> x, ReadOnlySpan<double> residuals, Span<double> values)
    {
        x.CopyTo(_point);
        int evaluations = 0;
        foreach (int[] group in _groups)
        {
            IsInterrupted = problem.Cancellation.IsCancellationRequested;
            if (IsInterrupted)
            {
                return evaluations;
            }

            evaluations += Evaluate(problem, group, x);
            foreach (int j in group)
            {
                DifferenceStencil stencil = _stencils[j];
                for (int k = structure.ColumnPointers[j]; k < structure.ColumnPointers[j + 1]; k++)
                {
                    int i = structure.RowIndices[k];
                    values[k] = stencil.Derivative(residuals[i], _first[i], _second[i]);
                }

                _point[j] = x[j];
            }
        }

        return evaluations;
    }

    private int Evaluate(BoundedProblem problem, int[] group, ReadOnlySpan<double> x)
    {
        foreach (int j in group)
        {
            _stencils[j] = DifferenceStencil.Of(
                problem.Differences, x[j], problem.Lower[j], problem.Upper[j], problem.DifferenceStep?[j]);
            _point[j] = _stencils[j].First;
        }

        Evaluate(problem, _first);
        if (problem.Differences == DifferenceScheme.TwoPoint)
        {
            return 1;
        }

        foreach (int j in group)
        {
            _point[j] = _stencils[j].Second;
        }

        Evaluate(problem, _second);
        return 2;
    }

    private void Evaluate(BoundedProblem problem, double[] residuals)
    {
        problem.Residuals(_point, residuals);
        if (!NonFinite.AreFinite(residuals))
        {
            problem.Rules.CheckResiduals(problem.UserPoint(_point), residuals, forDifference: true);
        }
    }
}
