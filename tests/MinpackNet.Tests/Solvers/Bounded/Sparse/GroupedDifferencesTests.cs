namespace MinpackNet.Tests;

/// <summary>Differences by groups of columns have the bits of those by single columns.</summary>
public sealed class GroupedDifferencesTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 6)]
    [InlineData(4, 6)]
    public void Columns_that_share_no_row_are_grouped(int structure, int count)
    {
        SparseMatrix matrix = Structures()[structure];
        int[][] groups = ColumnGroups.Of(matrix);
        Assert.Equal(count, groups.Length);
        Assert.Equal(Enumerable.Range(0, matrix.ColumnCount), groups.SelectMany(group => group).Order());
        foreach (int[] group in groups)
        {
            int[] rows = [.. group.SelectMany(j => RowsOf(matrix, j))];
            Assert.Equal(rows.Distinct(), rows);
        }
    }

    [Theory]
    [InlineData(DifferenceScheme.TwoPoint, false)]
    [InlineData(DifferenceScheme.TwoPoint, true)]
    [InlineData(DifferenceScheme.ThreePoint, false)]
    [InlineData(DifferenceScheme.ThreePoint, true)]
    public void The_bits_are_those_of_single_columns(DifferenceScheme scheme, bool hasSteps)
    {
        const int N = 30;
        Random random = new(3);
        for (int k = 0; k < 40; k++)
        {
            SparseMatrix structure = Random(random, N + 4, N, 3);
            double[] weights = new double[structure.NonZeroCount];
            Array.ForEach([.. Enumerable.Range(0, weights.Length)], i => weights[i] = random.NextDouble());
            int calls = 0;
            BoundedProblem problem = Between(random, N, scheme, hasSteps) with
            {
                ResidualCount = structure.RowCount,
                Residuals = (x, residuals) =>
                {
                    calls++;
                    Evaluate(structure.WithValues(weights), x, residuals);
                },
            };
            double[] x = Inside(random, problem);
            double[] residuals = new double[structure.RowCount];
            problem.Residuals(x, residuals);
            double[] dense = new double[structure.RowCount * N];
            new BoundedDifferences(structure.RowCount, N).Fill(problem, x, residuals, dense);

            calls = 0;
            double[] values = new double[structure.NonZeroCount];
            int evaluations = new GroupedDifferences(structure).Fill(problem, x, residuals, values);
            int groups = ColumnGroups.Of(structure).Length;
            Assert.Equal(scheme == DifferenceScheme.TwoPoint ? groups : 2 * groups, calls);
            Assert.Equal(calls, evaluations);
            Assert.True(groups < N);
            for (int j = 0; j < N; j++)
            {
                for (int e = structure.ColumnPointers[j]; e < structure.ColumnPointers[j + 1]; e++)
                {
                    Assert.Equal(dense[(j * structure.RowCount) + structure.RowIndices[e]], values[e]);
                }
            }
        }
    }

    [Fact]
    public void A_cancellation_interrupts_between_groups()
    {
        using CancellationTokenSource source = new();
        SparseMatrix structure = Structures()[0];
        BoundedProblem problem = Between(new(1), structure.ColumnCount, DifferenceScheme.TwoPoint, false) with
        {
            ResidualCount = structure.RowCount,
            Residuals = (x, residuals) =>
            {
                x.CopyTo(residuals);
                source.Cancel();
            },
            Cancellation = source.Token,
        };
        double[] x = new double[structure.ColumnCount];
        double[] values = new double[structure.NonZeroCount];
        GroupedDifferences differences = new(structure);
        Assert.Equal(1, differences.Fill(problem, x, x, values));
        Assert.True(differences.IsInterrupted);

        Assert.Equal(3, differences.Fill(problem with { Cancellation = default }, x, x, values));
        Assert.False(differences.IsInterrupted);
        double[,] jacobian = structure.WithValues(values).ToDense();
        for (int i = 0; i < x.Length; i++)
        {
            Assert.All(Enumerable.Range(0, x.Length), j => Assert.Equal(i == j ? 1 : 0, jacobian[i, j]));
        }
    }

    /// <summary>Tridiagonal, diagonal, banded, with a full row, with a full column beside a diagonal.</summary>
    private static SparseMatrix[] Structures() =>
    [
        Where(12, (i, j) => Math.Abs(i - j) <= 1),
        Where(6, (i, j) => i == j),
        Where(30, (i, j) => j >= i - 5 && j <= i + 1),
        Where(6, (i, j) => i == j || i == 2),
        SparseMatrix.FromDense(new double[,] { { 1, 1, 1, 1, 1, 1 } }),
    ];

    private static SparseMatrix Where(int n, Func<int, int, bool> isEntry) => SparseMatrix.FromTriplets(
        n, n, from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) where isEntry(i, j) select (i, j, 1.0));

    private static SparseMatrix Random(Random random, int rows, int columns, int each) => SparseMatrix.FromTriplets(
        rows,
        columns,
        from j in Enumerable.Range(0, columns) from _ in Enumerable.Range(0, each) select (random.Next(rows), j, 1.0));

    private static int[] RowsOf(SparseMatrix matrix, int j) =>
        matrix.RowIndices[matrix.ColumnPointers[j]..matrix.ColumnPointers[j + 1]].ToArray();

    /// <summary>Bounds that are absent, wide, or closer than a step.</summary>
    private static BoundedProblem Between(Random random, int n, DifferenceScheme scheme, bool hasSteps)
    {
        double[] lower = new double[n];
        double[] upper = new double[n];
        double[] steps = new double[n];
        for (int j = 0; j < n; j++)
        {
            double width = Math.Pow(10, -9 * random.NextDouble());
            double center = (2 * random.NextDouble()) - 1;
            lower[j] = random.Next(3) == 0 ? double.NegativeInfinity : center - width;
            upper[j] = random.Next(3) == 0 ? double.PositiveInfinity : center + width;
            steps[j] = (random.Next(2) == 0 ? -1 : 1) * Math.Pow(10, -18 * random.NextDouble());
        }

        return new()
        {
            ResidualCount = 0,
            Residuals = (_, _) => { },
            Lower = lower,
            Upper = upper,
            Differences = scheme,
            DifferenceStep = hasSteps ? steps : null,
            MaxEvaluations = 1,
            Names = OptionNames.LeastSquaresOfSciPy,
        };
    }

    private static double[] Inside(Random random, BoundedProblem problem)
    {
        double[] x = new double[problem.ParameterCount];
        for (int j = 0; j < x.Length; j++)
        {
            double lower = Math.Max(problem.Lower[j], -2);
            double upper = Math.Min(problem.Upper[j], 2);
            double share = random.Next(4) == 0 ? 1e-12 : random.NextDouble();
            x[j] = lower + (share * (upper - lower));
        }

        return x;
    }

    /// <summary>Row by row, so that a residual does not depend on parameters that it has no entry for.</summary>
    private static void Evaluate(SparseMatrix weights, ReadOnlySpan<double> x, Span<double> residuals)
    {
        residuals.Fill(0.25);
        for (int j = 0; j < x.Length; j++)
        {
            for (int k = weights.ColumnPointers[j]; k < weights.ColumnPointers[j + 1]; k++)
            {
                residuals[weights.RowIndices[k]] += weights.Values[k] * x[j] * (1 + (x[j] * x[j]));
            }
        }
    }
}
