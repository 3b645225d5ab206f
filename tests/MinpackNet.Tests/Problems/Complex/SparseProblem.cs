namespace MinpackNet.Tests.Problems;

/// <summary>A problem whose Jacobian is sparse.</summary>
/// <param name="Start">n start values.</param>
/// <param name="ResidualCount">m.</param>
/// <param name="Fill">The residuals.</param>
/// <param name="Row">Their derivatives.</param>
internal sealed record SparseProblem(double[] Start, int ResidualCount, ResidualFunction Fill, ProblemRow Row)
{
    /// <summary>The entries in compressed columns: a row's entries are those that differ from zero anywhere.</summary>
    public SparseMatrix Structure { get; private init; } = StructureOf(Start.Length, ResidualCount, Row);

    public static SparseProblem Named(string name, int n) => name switch
    {
        "broyden tridiagonal" => Of(BroydenProblems.Tridiagonal, n),
        "broyden banded" => Of(BroydenProblems.Banded, n),
        "discrete boundary value" => Of(GridProblems.BoundaryValue, n),
        _ => ChainedRosenbrock(n),
    };

    public double[] Residuals(double[] x)
    {
        double[] residuals = new double[ResidualCount];
        Fill(x, residuals);
        return residuals;
    }

    public SparseMatrix Jacobian(double[] x)
    {
        double[] values = new double[Structure.NonZeroCount];
        double[] gradient = new double[x.Length];
        int[] next = Structure.ColumnPointers.ToArray();
        int[][] columns = ColumnsOfRows;
        for (int i = 0; i < ResidualCount; i++)
        {
            gradient.AsSpan().Clear();
            Row(i, ResidualCount, x, gradient);
            foreach (int j in columns[i])
            {
                values[next[j]++] = gradient[j];
            }
        }

        return Structure.WithValues(values);
    }

    public JacobianOperator Operator(double[] x)
    {
        double[,] dense = Jacobian(x).ToDense();
        return new(
            ResidualCount,
            x.Length,
            (vector, product) =>
            {
                product.Clear();
                for (int i = 0; i < product.Length; i++)
                {
                    for (int j = 0; j < vector.Length; j++)
                    {
                        product[i] += dense[i, j] * vector[j];
                    }
                }
            },
            (vector, product) =>
            {
                product.Clear();
                for (int i = 0; i < vector.Length; i++)
                {
                    for (int j = 0; j < product.Length; j++)
                    {
                        product[j] += dense[i, j] * vector[i];
                    }
                }
            });
    }

    private int[][] ColumnsOfRows
    {
        get
        {
            List<int>[] columns = [.. Enumerable.Range(0, ResidualCount).Select(_ => new List<int>())];
            for (int j = 0; j < Start.Length; j++)
            {
                for (int k = Structure.ColumnPointers[j]; k < Structure.ColumnPointers[j + 1]; k++)
                {
                    columns[Structure.RowIndices[k]].Add(j);
                }
            }

            return [.. columns.Select(row => row.ToArray())];
        }
    }

    private static SparseProblem Of(TestProblem problem, int n) =>
        new(problem.Start(n), n, problem.Residuals, problem.Row);

    /// <summary>10 (x_{i+1} - x_i²) and 1 - x_i for i from 1 to n - 1, from -1.2, 1, -1.2, …</summary>
    private static SparseProblem ChainedRosenbrock(int n) => new(
        [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? -1.2 : 1)],
        2 * (n - 1),
        (x, f) =>
        {
            for (int i = 0; i < n - 1; i++)
            {
                f[i] = 10 * (x[i + 1] - (x[i] * x[i]));
                f[n - 1 + i] = 1 - x[i];
            }
        },
        (row, _, x, gradient) =>
        {
            int i = row % (n - 1);
            gradient[i] = row < n - 1 ? -20 * x[i] : -1;
            if (row < n - 1)
            {
                gradient[i + 1] = 10;
            }
        });

    private static SparseMatrix StructureOf(int n, int m, ProblemRow row)
    {
        double[] x = [.. Enumerable.Range(0, n).Select(i => Math.Sqrt(i + 2))];
        double[] gradient = new double[n];
        List<(int, int, double)> entries = [];
        for (int i = 0; i < m; i++)
        {
            gradient.AsSpan().Clear();
            row(i, m, x, gradient);
            for (int j = 0; j < n; j++)
            {
                if (gradient[j] != 0)
                {
                    entries.Add((i, j, 1));
                }
            }
        }

        return SparseMatrix.FromTriplets(m, n, entries);
    }
}
