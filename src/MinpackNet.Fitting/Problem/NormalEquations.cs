namespace MinpackNet.Fitting;

/// <summary>
/// JᵀJ and Jᵀr of a formula at many points, block by block: the whole Jacobian takes so much memory that to touch it
/// for the first time takes longer than a step of the fit.
/// </summary>
internal sealed class NormalEquations
{
    // A block of a few columns stays in the processor's second cache.
    private const int BlockLength = 4096;

    private NormalEquations(int n) => (Matrix, RightSide) = (new double[n, n], new double[n]);

    /// <summary>JᵀJ, n by n.</summary>
    public double[,] Matrix { get; }

    /// <summary>Jᵀr.</summary>
    public double[] RightSide { get; }

    /// <summary>The lengths of the columns of J.</summary>
    public double[] ColumnNorms =>
        [.. Enumerable.Range(0, RightSide.Length).Select(k => Math.Sqrt(Matrix[k, k]))];

    /// <summary>The sums at a point, not counted; null where the model is no formula, or one is out of range.</summary>
    /// <param name="problem">The fit, without a loss and not of counts, of which each point has a row.</param>
    /// <param name="free">A point.</param>
    /// <param name="residuals">The whitened residuals there.</param>
    public static NormalEquations? Of(FitProblem problem, double[] free, ReadOnlySpan<double> residuals)
    {
        if (problem is not { Program: not null, Rows: null, Loss: null, HasCounts: false } || !problem.IsWithin(free))
        {
            return null;
        }

        NormalEquations sums = new(free.Length);
        double[] all = problem.AllOf(free);
        double[] derivatives = new double[BlockLength * free.Length];
        double[][] columns = [.. problem.Columns.Select(_ => new double[BlockLength])];
        for (int first = 0; first < problem.PointCount; first += BlockLength)
        {
            int count = Math.Min(BlockLength, problem.PointCount - first);
            columns = count == BlockLength ? columns : Array.ConvertAll(columns, _ => new double[count]);
            for (int c = 0; c < columns.Length; c++)
            {
                problem.Columns[c].AsSpan(first, count).CopyTo(columns[c]);
            }

            Span<double> block = derivatives.AsSpan(0, count * free.Length);
            problem.Model.DerivativesAt(all, columns, problem.Free, problem.Steps, block);
            for (int k = 0; k < free.Length; k++)
            {
                problem.Whiten(block.Slice(k * count, count), first);
            }

            sums.Add(block, residuals.Slice(first, count));
        }

        return sums.IsInRange ? sums : null;
    }

    private bool IsInRange => Enumerable.Range(0, RightSide.Length).All(k =>
        Norms.IsInRange(Matrix[k, k]) && double.IsFinite(RightSide[k]));

    private void Add(ReadOnlySpan<double> block, ReadOnlySpan<double> residuals)
    {
        int count = residuals.Length;
        for (int k = 0; k < RightSide.Length; k++)
        {
            ReadOnlySpan<double> column = block.Slice(k * count, count);
            RightSide[k] += Norms.Product(column, residuals);
            for (int l = 0; l <= k; l++)
            {
                Matrix[k, l] += Norms.Product(column, block.Slice(l * count, count));
                Matrix[l, k] = Matrix[k, l];
            }
        }
    }
}
