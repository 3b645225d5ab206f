using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace MinpackNet.Fitting;

/// <summary>
/// Residuals and Jacobian of a fit of several data sets, each set rotated into as few rows as it has parameters, and
/// one: the triangular factor of its Jacobian with the residuals as a last column. A rotation changes neither lengths
/// nor products, so that a solver takes the same steps as with all points, in a matrix that is smaller by as much as
/// sets have more points than parameters.
/// </summary>
/// <remarks>The rows of residuals belong to the derivatives of the same point, so both are made together.</remarks>
internal sealed class CondensedRows
{
    private readonly FitProblem _problem;
    private readonly Block[] _blocks;
    private readonly double[] _jacobian;
    private double[] _point = [];

    /// <param name="problem">The fit, without a loss, which is one of each point by itself.</param>
    /// <param name="model">Its model, with derivatives.</param>
    /// <param name="columns">The columns of the model.</param>
    /// <param name="steps">Makes the steps of the parameters of a set, given their places among all.</param>
    public CondensedRows(
        FitProblem problem, GlobalModel model, double[][] columns, Func<int[], DifferenceSteps> steps)
    {
        _problem = problem;
        List<Block> blocks = [];
        int row = 0;
        foreach ((int set, Range points) in GlobalModel.SetsOf(columns))
        {
            (int[] own, int[] among) = model.In(set, problem.Free);
            (int first, int count) = points.GetOffsetAndLength(problem.PointCount);
            Block block = new(
                set, first, count, row, own, among, GlobalModel.ColumnsAt(columns, points), steps(model.PlacesIn(set)));
            blocks.Add(block);
            row += block.RowCount;
        }

        _blocks = [.. blocks];
        Model = model;
        // A solver wants as many rows as parameters; those beyond the last block are zero.
        RowCount = Math.Max(row, problem.Free.Length);
        _jacobian = new double[checked(RowCount * problem.Free.Length)];
    }

    public int RowCount { get; }

    private GlobalModel Model { get; }

    /// <summary>The rows of the residuals.</summary>
    public void Residuals(ReadOnlySpan<double> free, Span<double> rows) =>
        Condense(free, _problem.ResidualsAt(free), rows);

    /// <summary>The Jacobian's rows, column by column.</summary>
    public void Jacobian(ReadOnlySpan<double> free, Span<double> jacobian)
    {
        if (!free.SequenceEqual(_point))
        {
            Residuals(free, new double[RowCount]);
        }

        _jacobian.CopyTo(jacobian);
    }

    /// <summary>Both, given the residuals of all points.</summary>
    public double[] At(double[] free, ReadOnlySpan<double> residuals, Span<double> jacobian)
    {
        double[] rows = new double[RowCount];
        Condense(free, residuals, rows);
        _jacobian.CopyTo(jacobian);
        return rows;
    }

    private void Condense(ReadOnlySpan<double> free, ReadOnlySpan<double> residuals, Span<double> rows)
    {
        _point = free.ToArray();
        double[] all = _problem.AllOf(free);
        rows.Clear();
        Array.Clear(_jacobian);
        bool isFinite = Finite.AreAll(residuals);
        foreach (Block block in _blocks)
        {
            if (isFinite)
            {
                Condense(block, all, residuals, rows);
            }
            else
            {
                rows[block.FirstRow] = Norms.Of(residuals.Slice(block.First, block.Count));
            }
        }

        _problem.CountDerivatives();
    }

    private void Condense(Block block, double[] all, ReadOnlySpan<double> residuals, Span<double> rows)
    {
        int n = block.Own.Length;
        double[] matrix = new double[checked(block.Count * (n + 1))];
        Span<double> derivatives = matrix.AsSpan(0, block.Count * n);
        if (n > 0)
        {
            Model.Own.ExactDerivatives(
                Model.ParametersOf(block.Set, all), block.Columns, block.Own, derivatives, block.Steps);
            for (int k = 0; k < n; k++)
            {
                _problem.Whiten(derivatives.Slice(k * block.Count, block.Count), block.First);
            }
        }

        residuals.Slice(block.First, block.Count).CopyTo(matrix.AsSpan(block.Count * n));
        double[] condensed = !block.IsTall ? matrix
            : Finite.AreAll(derivatives) ? Factor(matrix, block.Count, n + 1)
            : Lengths(matrix, block.Count, n + 1);
        int count = block.RowCount;
        int stride = condensed.Length / (n + 1);
        for (int k = 0; k < n; k++)
        {
            condensed.AsSpan(k * stride, count).CopyTo(_jacobian.AsSpan((block.Among[k] * RowCount) + block.FirstRow));
        }

        condensed.AsSpan(n * stride, count).CopyTo(rows[block.FirstRow..]);
    }

    /// <summary>
    /// The lengths of the columns of such a matrix in its first row: one that is not finite tells the solver, whatever
    /// row it comes from.
    /// </summary>
    private static double[] Lengths(double[] matrix, int m, int n)
    {
        double[] lengths = new double[n * n];
        for (int k = 0; k < n; k++)
        {
            lengths[k * n] = Norms.Of(matrix.AsSpan(k * m, m));
        }

        return lengths;
    }

    /// <summary>The triangular factor of a matrix of m rows, n by n.</summary>
    private static double[] Factor(double[] matrix, int m, int n)
    {
        QR<double> factors = Matrix<double>.Build.Dense(m, n, matrix).QR(QRMethod.Thin);
        return factors.R.ToColumnMajorArray();
    }

    /// <summary>The points of one data set.</summary>
    private sealed record Block(
        int Set, int First, int Count, int FirstRow, int[] Own, int[] Among, double[][] Columns, DifferenceSteps Steps)
    {
        public bool IsTall => Count > Own.Length + 1;

        public int RowCount => Math.Min(Count, Own.Length + 1);
    }
}
