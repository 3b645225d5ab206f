namespace MinpackNet.Tests;

/// <summary>The minimum of a quadratic model in a circle.</summary>
public sealed class SubspaceStepTests
{
    /// <summary>B as b11, b12, b22; g; the radius; and the solution.</summary>
    public static TheoryData<double[], double[], double, double[]> Known => new()
    {
        { [2, 0, 4], [2, -4], 2, [-1, 1] },
        { [2, 1, 2], [3, 3], 2, [-1, -1] },
        { [1, 0, 1], [3, 4], 1, [-0.6, -0.8] },
        { [0, 0, 0], [3, 4], 2, [-1.2, -1.6] },
        { [1, 1, 1], [1, 1], 10, [-0.5, -0.5] },
        { [3, 0, 1], [9, 0], 2, [-2, 0] },
        { [1, 0, 3], [0, -9], 2, [0, 2] },
        { [1, 0, 3], [0, 0], 2, [0, 0] },
        { [1e-300, 0, 1], [1e-10, 1e-300], 1e-3, [-1e-3, 0] },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Known_minima_are_found(double[] b, double[] g, double radius, double[] solution)
    {
        // A singular matrix leaves a choice, of which the value is the same.
        (double p1, double p2) = SubspaceStep.Find(b[0], b[1], b[2], g[0], g[1], radius);
        Assert.Equal(Value(b, g, solution[0], solution[1]), Value(b, g, p1, p2), 1e-14);
        Assert.True(Math.Sqrt((p1 * p1) + (p2 * p2)) <= radius * (1 + 1e-15));
        bool isUnique = (b[0] * b[2]) - (b[1] * b[1]) > 0 || b[0] == 0;
        Assert.True(!isUnique || Math.Abs(p1 - solution[0]) + Math.Abs(p2 - solution[1]) < 1e-15 * radius);
    }

    [Fact]
    public void No_point_of_the_circle_is_better()
    {
        Random random = new(1);
        for (int k = 0; k < 2000; k++)
        {
            // A Gram matrix, from regular to all but singular, and a gradient along an axis or not.
            double tilt = Math.Pow(10, -20 * random.NextDouble());
            double a = Signed(random);
            double c = Signed(random);
            double[] b = [a * a, a * c, (c * c) + (tilt * tilt)];
            double[] g = [Signed(random), k % 3 == 0 ? 0 : Signed(random) * tilt];
            double radius = Math.Pow(10, 4 * Signed(random));
            (double p1, double p2) = SubspaceStep.Find(b[0], b[1], b[2], g[0], g[1], radius);
            double found = Value(b, g, p1, p2);
            double length = Math.Sqrt((p1 * p1) + (p2 * p2));
            Assert.True(length <= radius * (1 + 1e-14));

            double best = Enumerable.Range(0, 3600).Min(step => OnCircle(b, g, radius, step * Math.PI / 1800));
            double size = (radius * radius * (b[0] + b[2])) + (radius * Math.Abs(g[0]));
            Assert.True(found <= best + (1e-13 * size), $"{k}: {found} at {length} of {radius}, but {best}");
        }
    }

    [Fact]
    public void A_plane_whose_vectors_are_parallel_is_any_through_them()
    {
        SparseMap map = new(SparseMatrix.FromDense(new double[,] { { 1, 0 }, { 0, 3 }, { 1, 0 } }));
        double[] step = new double[2];
        Subspace subspace = new(3, 2);
        subspace.Set(map, [3, 4], [-6, -8]);

        // In two dimensions there is only one: that of all steps, where B = diag(2, 9) and g = (3, 4).
        subspace.Step(10, step);
        Assert.Equal(-3.0 / 2, step[0], 1e-15);
        Assert.Equal(-4.0 / 9, step[1], 1e-15);

        // With one parameter it is a line: B = 4, g = 3.
        double[] single = new double[1];
        Subspace line = new(1, 1);
        line.Set(new SparseMap(SparseMatrix.FromDense(new double[,] { { 2 } })), [3], [-6]);
        line.Step(10, single);
        Assert.Equal(-3.0 / 4, single[0], 1e-15);
    }

    [Fact]
    public void A_plane_holds_the_minimum_that_lies_in_it()
    {
        SparseMap matrix = new(SparseMatrix.FromDense(new double[,] { { 2, 0, 0 }, { 0, 3, 1 }, { 0, 0, 1 } }));
        ScaledMap map = new(matrix, [1, 1, 1], [0, 1, Math.Sqrt(3)]);
        double[] step = new double[3];
        double[] gradient = [4, 10, 5];
        Subspace subspace = new(map.RowCount, 3);

        // (AᵀA + C) p = -g with C = diag(0, 1, 3): p = (-1, -35/41, -20/41), solved by hand.
        double[] newton = [-1, -35.0 / 41, -20.0 / 41];
        subspace.Set(map, gradient, newton);
        subspace.Step(10, step);
        Assert.All(newton.Zip(step), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    private static double Signed(Random random) => (2 * random.NextDouble()) - 1;

    private static double OnCircle(double[] b, double[] g, double radius, double angle) =>
        Value(b, g, radius * Math.Cos(angle), radius * Math.Sin(angle));

    private static double Value(double[] b, double[] g, double p1, double p2) =>
        (0.5 * ((b[0] * p1 * p1) + (2 * b[1] * p1 * p2) + (b[2] * p2 * p2))) + (g[0] * p1) + (g[1] * p2);
}
