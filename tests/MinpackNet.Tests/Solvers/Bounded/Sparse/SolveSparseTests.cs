namespace MinpackNet.Tests;

/// <summary><c>LeastSquares.SolveSparse</c> ends where the dense solves end, at bounds and with losses too.</summary>
public sealed class SolveSparseTests
{
    private const int Count = 60;

    private static readonly double[] Ones = [.. Enumerable.Repeat(-1.0, Count)];

    private static readonly SparseMatrix Structure = SparseMatrix.FromTriplets(
        Count,
        Count,
        from i in Enumerable.Range(0, Count)
        from j in new[] { i - 1, i, i + 1 }
        where j is >= 0 and < Count
        select (i, j, 1.0));

    public static TheoryData<LeastSquaresOptions> Ways =>
    [
        new LeastSquaresOptions(),
        new LeastSquaresOptions { Method = LeastSquaresMethod.Dogbox },
        new LeastSquaresOptions { Bounds = (-0.6, 5) },
        new LeastSquaresOptions { Bounds = (-0.6, 5), Method = LeastSquaresMethod.Dogbox },
        new LeastSquaresOptions { Bounds = new(Third(-0.5, -2), Third(-0.5, 2)) },
        new LeastSquaresOptions { Loss = Loss.SoftL1(0.1), Bounds = (-0.6, 5) },
        new LeastSquaresOptions { Differences = DifferenceScheme.ThreePoint },
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public void It_ends_where_the_dense_solve_ends(LeastSquaresOptions options)
    {
        options = options with
        {
            FunctionTolerance = 1e-13, StepTolerance = 1e-13, Method = options.Method ?? LeastSquaresMethod.Trf,
        };
        double[] start = [.. Ones.Select((value, j) => Math.Clamp(
            value, options.Bounds?.LowerOf(Count)[j] ?? value, options.Bounds?.UpperOf(Count)[j] ?? value))];
        LeastSquaresResult dense = LeastSquares.Solve(start, Count, Residuals, null, options);
        foreach (LeastSquaresResult sparse in new[]
        {
            LeastSquares.SolveSparse(start, Count, Residuals, Jacobian, options),
            LeastSquares.SolveSparse(start, Count, Residuals, Structure, options),
        })
        {
            Assert.True(sparse.Converged, sparse.Message);
            Assert.Equal(dense.BoundStates, sparse.BoundStates);
            Assert.Equal(dense.Cost, sparse.Cost, Math.Max(1e-12, 1e-9 * dense.Cost));
            Assert.True(sparse.IsOptimal);
            Assert.All(
                dense.Parameters.Zip(sparse.Parameters), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
            Assert.Null(sparse.UnscaledCovariance);
            for (int j = 0; j < Count; j++)
            {
                if (sparse.BoundStates![j] == BoundState.AtLower)
                {
                    Assert.Equal(options.Bounds!.LowerOf(Count)[j], sparse.Parameters[j]); // exactly
                }
            }
        }
    }

    [Fact]
    public void A_structure_saves_evaluations()
    {
        LeastSquaresResult sparse = LeastSquares.SolveSparse(Ones, Count, Residuals, Structure);
        LeastSquaresResult dense = LeastSquares.Solve(
            Ones, Count, Residuals, null, new() { Method = LeastSquaresMethod.Trf });
        Assert.True(sparse.Evaluations * 10 < dense.Evaluations, $"{sparse.Evaluations} {dense.Evaluations}");
    }

    [Fact]
    public void A_hundred_thousand_parameters_with_bounds_take_no_square_of_memory()
    {
        const int Many = 100_000;
        double[] start = new double[Many];
        long before = GC.GetAllocatedBytesForCurrentThread();
        LeastSquaresResult fit = LeastSquares.SolveSparse(
            start,
            Many,
            (x, residuals) =>
            {
                for (int i = 0; i < Many; i++)
                {
                    residuals[i] = (x[i] * x[i]) + x[i] - (i % 3);
                }
            },
            SparseMatrix.FromTriplets(Many, Many, Enumerable.Range(0, Many).Select(i => (i, i, 1.0))),
            new() { Bounds = (-0.1, 0.7) });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000_000);
        Assert.True(fit.Converged, fit.Message);
        Assert.True(fit.IsOptimal);
        Assert.Equal(Many / 3, fit.BoundStates!.Count(state => state == BoundState.AtUpper));
        Assert.Equal(0.7, fit.Parameters[2]);
        Assert.Equal(0, fit.Parameters[0], 1e-8);
    }

    [Fact]
    public void What_is_not_finite_is_told_at_the_users_place()
    {
        NonFiniteValueException thrown = Assert.Throws<NonFiniteValueException>(() => LeastSquares.SolveSparse(
            [1, 2, 3],
            3,
            (x, residuals) => x.CopyTo(residuals),
            x => SparseMatrix.FromTriplets(3, 3, [(0, 0, 1), (1, 1, 1), (2, 2, double.NaN)]),
            new() { Bounds = new([0, 2, 0], [5, 2, 5]) }));
        Assert.Contains("residual 2", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("parameter 2", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_arguments_are_told()
    {
        static SparseMatrix Of(int rows, int columns) => SparseMatrix.FromTriplets(rows, columns, []);
        Assert.Contains(
            "(3, 2)",
            Assert.Throws<ArgumentException>(
                "jacobian", () => LeastSquares.SolveSparse([1, 2], 3, (_, _) => { }, _ => Of(2, 3))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            "jacobian", () => LeastSquares.SolveSparse([1, 2], 3, (_, _) => { }, _ => null!));
        Assert.Throws<ArgumentException>(
            "structure", () => LeastSquares.SolveSparse([1, 2], 3, (_, _) => { }, Of(2, 3)));
        Assert.Throws<ArgumentException>("Method", () => LeastSquares.SolveSparse(
            [1, 2], 3, (_, _) => { }, Of(3, 2), new() { Method = LeastSquaresMethod.Lm }));
        Assert.Throws<ArgumentException>("CheckJacobian", () => LeastSquares.SolveSparse(
            [1, 2], 3, (_, _) => { }, Of(3, 2), new() { CheckJacobian = true }));
    }

    private static double[] Third(double third, double others) =>
        [.. Enumerable.Range(0, Count).Select(j => j % 3 == 0 ? third : others)];

    /// <summary>Broyden's tridiagonal function (Broyden, Math. Comp. 19 (1965) 577-593).</summary>
    private static void Residuals(ReadOnlySpan<double> x, Span<double> residuals)
    {
        for (int i = 0; i < Count; i++)
        {
            double before = i > 0 ? x[i - 1] : 0;
            double after = i < Count - 1 ? x[i + 1] : 0;
            residuals[i] = ((3 - (2 * x[i])) * x[i]) - before - (2 * after) + 1;
        }
    }

    private static SparseMatrix Jacobian(ReadOnlySpan<double> x)
    {
        double[] point = x.ToArray();
        return SparseMatrix.FromTriplets(
            Count,
            Count,
            from i in Enumerable.Range(0, Count)
            from j in new[] { i - 1, i, i + 1 }
            where j is >= 0 and < Count
            select (i, j, j < i ? -1 : j > i ? -2 : 3 - (4 * point[i])));
    }
}
