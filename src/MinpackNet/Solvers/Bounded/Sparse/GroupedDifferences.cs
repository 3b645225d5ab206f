namespace MinpackNet;

/// <summary>
/// The values of a sparse Jacobian from differences: one evaluation, or two with three points, for each group of
/// columns. They are those of a dense Jacobian, bit for bit, if the structure is true; elsewhere the dense one has
/// zeros.
/// </summary>
internal sealed class GroupedDifferences(SparseMatrix structure)
{
    private readonly int[][] _groups = ColumnGroups.Of(structure);
    private readonly DifferenceStencil[] _stencils = new DifferenceStencil[structure.ColumnCount];
    private readonly LostStep[] _lost = new LostStep[structure.ColumnCount];
    private readonly double[] _point = new double[structure.ColumnCount];
    private readonly double[] _first = new double[structure.RowCount];
    private readonly double[] _second = new double[structure.RowCount];

    /// <summary>Whether the last Jacobian was given up because the token was set.</summary>
    public bool IsInterrupted { get; private set; }

    /// <summary>Whether any residual changed in any of the steps of the last Jacobian.</summary>
    public bool HasEffect { get; private set; }

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
        HasEffect = false;
        int evaluations = 0;
        foreach (int[] group in _groups)
        {
            IsInterrupted = problem.Cancellation.IsCancellationRequested;
            if (IsInterrupted)
            {
                return evaluations;
            }

            foreach (int j in group)
            {
                _stencils[j] = problem.StencilAt(j, x[j]);
            }

            evaluations += Evaluate(problem, group);
            if (NonFiniteResiduals() is { } bad)
            {
                problem.Rules.CheckResiduals(problem.UserPoint(_point), bad, forDifference: true);
            }

            SetColumns(group, residuals, values);
            Restore(group, x);
            evaluations += WidenLostSteps(problem, group, x, residuals, values);
        }

        return evaluations;
    }

    private int WidenLostSteps(
        BoundedProblem problem,
        int[] group,
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> residuals,
        Span<double> values)
    {
        foreach (int j in group)
        {
            (double change, double size) = LargestEffect(j, residuals);
            _lost[j] = new(problem, j, x[j], _stencils[j].First - x[j], change, size);
        }

        int evaluations = 0;
        for (int k = 0; k < LostStep.MostTimes; k++)
        {
            group = Array.FindAll(group, j => _lost[j].Wider is not null);
            if (group.Length == 0)
            {
                break;
            }

            foreach (int j in group)
            {
                _stencils[j] = problem.StencilAt(j, x[j], _lost[j].Wider!.Value);
            }

            evaluations += Evaluate(problem, group);
            Restore(group, x);
            if (NonFiniteResiduals() is not null)
            {
                break;
            }

            foreach (int j in group)
            {
                if (_lost[j].Accepts(_stencils[j].First - x[j], LargestEffect(j, residuals).Change))
                {
                    SetColumn(j, residuals, values);
                }
            }
        }

        return evaluations;
    }

    private int Evaluate(BoundedProblem problem, int[] group)
    {
        foreach (int j in group)
        {
            _point[j] = _stencils[j].First;
        }

        problem.Residuals(_point, _first);
        if (!_stencils[group[0]].HasSecond || !NonFinite.AreFinite(_first))
        {
            return 1;
        }

        foreach (int j in group)
        {
            _point[j] = _stencils[j].Second;
        }

        problem.Residuals(_point, _second);
        return 2;
    }

    /// <summary>Those of the last evaluation that are not finite; with two points the second ones are zeros.</summary>
    private double[]? NonFiniteResiduals() =>
        !NonFinite.AreFinite(_first) ? _first : !NonFinite.AreFinite(_second) ? _second : null;

    private void SetColumns(int[] group, ReadOnlySpan<double> residuals, Span<double> values)
    {
        foreach (int j in group)
        {
            SetColumn(j, residuals, values);
        }
    }

    private void SetColumn(int j, ReadOnlySpan<double> residuals, Span<double> values)
    {
        for (int k = structure.ColumnPointers[j]; k < structure.ColumnPointers[j + 1]; k++)
        {
            int i = structure.RowIndices[k];
            values[k] = _stencils[j].Derivative(residuals[i], _first[i], _second[i]);
        }
    }

    private void Restore(int[] group, ReadOnlySpan<double> x)
    {
        foreach (int j in group)
        {
            _point[j] = x[j];
        }
    }

    /// <summary>The largest change of a residual by the last step of a column, and the largest residual.</summary>
    private (double Change, double Size) LargestEffect(int j, ReadOnlySpan<double> residuals)
    {
        double change = 0;
        double size = 0;
        foreach (int i in structure.RowIndices[structure.ColumnPointers[j]..structure.ColumnPointers[j + 1]])
        {
            change = Math.Max(change, Math.Abs(_first[i] - residuals[i]));
            size = Math.Max(size, Math.Abs(residuals[i]));
        }

        HasEffect |= change > 0;
        return (change, size);
    }
}
