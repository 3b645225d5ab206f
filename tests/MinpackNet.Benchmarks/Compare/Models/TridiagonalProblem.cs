namespace MinpackNet.Benchmarks.Compare;

/// <summary>
/// Broyden's tridiagonal problem, (3 - 2 x_k) x_k - x_{k-1} - 2 x_{k+1} + 1 from -1, with a sparse Jacobian.
/// </summary>
internal sealed class TridiagonalProblem
{
    private readonly double[] _start;
    private readonly Bounds _box;
    private readonly SparseMatrix _structure;

    public TridiagonalProblem(int n)
    {
        double[] lower = new double[n];
        double[] upper = new double[n];
        int[] columnPointers = new int[n + 1];
        List<int> rows = [];
        for (int j = 0; j < n; j++)
        {
            lower[j] = j % 4 == 1 ? -1.3 : -2;
            upper[j] = j % 3 == 0 ? -0.8 : 5;
            rows.AddRange(Enumerable.Range(0, 3).Select(k => j - 1 + k).Where(i => i >= 0 && i < n));
            columnPointers[j + 1] = rows.Count;
        }

        _start = new double[n];
        Array.Fill(_start, -1);
        _box = new(lower, upper);
        _structure = new(n, n, columnPointers, rows.ToArray(), new double[rows.Count]);
    }

    public int N => _start.Length;

    /// <param name="way">With the Jacobian, with its structure, or with it in a box.</param>
    public OptimizeResult Solve(string way) => way switch
    {
        "structure" => Optimize.LeastSquares(Residuals, _start, jacSparsity: _structure),
        "box" => Optimize.LeastSquares(Residuals, _start, Jacobian, _box),
        _ => Optimize.LeastSquares(Residuals, _start, Jacobian),
    };

    private static double[] Residuals(double[] x)
    {
        double[] residuals = new double[x.Length];
        for (int k = 0; k < x.Length; k++)
        {
            double before = k > 0 ? x[k - 1] : 0;
            double after = k < x.Length - 1 ? x[k + 1] : 0;
            residuals[k] = ((3 - (2 * x[k])) * x[k]) - before - (2 * after) + 1;
        }

        return residuals;
    }

    private SparseMatrix Jacobian(double[] x)
    {
        double[] values = new double[_structure.NonZeroCount];
        int entry = 0;
        for (int j = 0; j < x.Length; j++)
        {
            if (j > 0)
            {
                values[entry++] = -2;
            }

            values[entry++] = 3 - (4 * x[j]);
            if (j < x.Length - 1)
            {
                values[entry++] = -1;
            }
        }

        return _structure.WithValues(values);
    }
}
