using System.Text.Json.Nodes;

namespace MinpackNet.Tests;

/// <summary>LSMR takes as many iterations as SciPy's, ends for the same reason, and estimates the same norms.</summary>
public sealed class LsmrTests
{
    private static readonly JsonArray Cases =
        JsonNode.Parse(TestData.Read("scipy/lsmr.json"))!["cases"]!.AsArray();

    public static TheoryData<string> Names => [.. Cases.Select(run => (string)run!["name"]!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Recorded_solutions_come_back(string name)
    {
        JsonNode run = Cases.Single(run => (string)run!["name"]! == name)!;
        SparseMatrix matrix = MatrixOf(run);
        Lsmr lsmr = new(matrix.RowCount, matrix.ColumnCount);
        double[] x = new double[matrix.ColumnCount];
        LsmrEnd end = lsmr.Solve(
            new SparseMap(matrix), JsonNumbers.Vector(run["b"]), SettingsOf(run["options"]!), x,
            TestContext.Current.CancellationToken);

        Assert.Equal(((LsmrEnd)(int)run["istop"]!, (int)run["itn"]!), (end, lsmr.Iterations));
        double[] expected = JsonNumbers.Vector(run["x"]);
        double size = expected.Max(Math.Abs);
        double tolerance = (20 * (double)run["spreadX"]!) + 1e-14;
        Assert.All(expected.Zip(x), pair => Assert.Equal(pair.First, pair.Second, tolerance * size));

        LsmrEstimates estimates = lsmr.Estimates;
        AssertNear("normr", estimates.ResidualNorm);
        AssertNear("normar", estimates.GradientNorm);
        AssertNear("norma", estimates.MatrixNorm);
        AssertNear("conda", estimates.Condition);
        AssertNear("normx", estimates.SolutionNorm);

        void AssertNear(string norm, double actual)
        {
            double expected = (double)run[norm]!;
            Assert.Equal(expected, actual, (20 * (double)run["spread"]![norm]!) + (1e-14 * expected));
        }
    }

    [Fact]
    public void A_canceled_solve_ends_after_an_iteration()
    {
        JsonNode run = Cases.Single(run => (string)run!["name"]! == "tridiagonal")!;
        SparseMatrix matrix = MatrixOf(run);
        Lsmr lsmr = new(matrix.RowCount, matrix.ColumnCount);
        double[] x = new double[matrix.ColumnCount];
        Assert.Equal(
            LsmrEnd.Canceled,
            lsmr.Solve(new SparseMap(matrix), JsonNumbers.Vector(run["b"]), new(), x, new(canceled: true)));
        Assert.Equal(1, lsmr.Iterations);
    }

    [Fact]
    public void Units_and_a_diagonal_below_make_the_matrix_that_they_describe()
    {
        SparseMatrix matrix = SparseMatrix.FromDense(new double[,] { { 1, 2 }, { 0, 3 }, { 4, 0 } });
        ScaledMap map = new(new SparseMap(matrix), [10, 100], [5, 7]);
        SparseMap whole = new(
            SparseMatrix.FromDense(new double[,] { { 10, 200 }, { 0, 300 }, { 40, 0 }, { 5, 0 }, { 0, 7 } }));
        double[] expected = new double[5];
        double[] actual = new double[5];
        whole.Multiply([3, -2], expected);
        map.Multiply([3, -2], actual);
        Assert.Equal(expected, actual);

        whole.MultiplyTransposed([1, -2, 3, -4, 5], expected.AsSpan(0, 2));
        map.MultiplyTransposed([1, -2, 3, -4, 5], actual.AsSpan(0, 2));
        Assert.Equal(expected, actual);
    }

    private static SparseMatrix MatrixOf(JsonNode run) => SparseMatrix.FromTriplets(
        (int)run["m"]!,
        (int)run["n"]!,
        run["rows"]!.AsArray().Zip(
            run["columns"]!.AsArray(), run["values"]!.AsArray())
            .Select(entry => ((int)entry.First!, (int)entry.Second!, (double)entry.Third!)));

    private static LsmrSettings SettingsOf(JsonNode options)
    {
        LsmrSettings settings = new();
        return settings with
        {
            Damping = (double?)options["damp"] ?? settings.Damping,
            MatrixTolerance = (double?)options["atol"] ?? settings.MatrixTolerance,
            RightSideTolerance = (double?)options["btol"] ?? settings.RightSideTolerance,
            ConditionLimit = (double?)options["conlim"] ?? settings.ConditionLimit,
            MaxIterations = (int?)options["maxiter"] ?? settings.MaxIterations,
        };
    }
}
