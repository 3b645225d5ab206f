using MinpackNet.Tests.SciPy;

namespace MinpackNet.Tests;

/// <summary>Ends that look like success and are none, and the other way around.</summary>
public sealed class FalseSuccessTests
{
    private static readonly double[] T = [0, 1, 2, 3, 4, 5];
    private static readonly double[] Y = [5.1, 3, 1.9, 1.2, 0.7, 0.4];

    [Theory]
    [InlineData(1e4)]
    [InlineData(1e8)]
    [InlineData(1e12)]
    [InlineData(1e100)]
    public void A_loss_whose_margin_is_far_beyond_the_residuals_is_none(double margin)
    {
        LeastSquaresResult squares = LeastSquares.Solve([4, 0.4], T.Length, Decay);
        Loss[] losses = [Loss.SoftL1(margin), Loss.Huber(margin), Loss.Cauchy(margin), Loss.Arctan(margin)];
        foreach (Loss loss in losses)
        {
            LeastSquaresResult fit = LeastSquares.Solve([4, 0.4], T.Length, Decay, options: new() { Loss = loss });
            Assert.True(fit.IsOptimal, $"{loss} {fit.Message}");
            Assert.Equal(squares.Parameters[0], fit.Parameters[0], 1e-5);
            Assert.Equal(squares.Parameters[1], fit.Parameters[1], 1e-5);
            Assert.Equal(squares.StandardErrors![0], fit.StandardErrors![0], 1e-5);
        }
    }

    [Theory]
    [InlineData(LeastSquaresMethod.Trf)]
    [InlineData(LeastSquaresMethod.Dogbox)]
    public void A_Jacobian_of_the_wrong_sign_leads_to_no_minimum(LeastSquaresMethod method)
    {
        LeastSquaresResult fit = LeastSquares.Solve(
            [1, 1],
            T.Length,
            Decay,
            (p, j) =>
            {
                for (int i = 0; i < T.Length; i++)
                {
                    double e = Math.Exp(-p[1] * T[i]);
                    (j[i, 0], j[i, 1]) = (-e, p[0] * T[i] * e);
                }
            },
            new() { Bounds = (0, 9), Method = method });
        Assert.False(fit.IsOptimal, fit.Message);
        Assert.Contains("the Jacobian promises a lower cost", fit.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(1e300)]
    [InlineData(1e154)]
    public void A_bound_out_of_reach_is_none_in_SciPys_door(double far)
    {
        CurveFitResult fit = Optimize.CurveFit(
            (double t, double a, double b) => a * Math.Exp(-b * t), T, Y, p0: [1.0, 1], bounds: (0, far));
        CurveFitResult free = Optimize.CurveFit(
            (double t, double a, double b) => a * Math.Exp(-b * t), T, Y, p0: [1.0, 1],
            bounds: (0, double.PositiveInfinity));
        Assert.Equal(free.Popt, fit.Popt);
        CurveFitResult unstarted = Optimize.CurveFit(
            (double t, double a, double b) => a * Math.Exp(-b * t), T, Y, bounds: (0, far));
        Assert.Equal(free.Popt[0], unstarted.Popt[0], 1e-5);
        OptimizeResult both = Optimize.LeastSquares(
            x => [x[0] - 1, 10 * (x[1] - (x[0] * x[0])), x[1] - 2], [0.5, 0.5], bounds: (-far, far));
        Assert.True(both.Success);
        Assert.True(both.Optimality < 1e-6, both.Message);
    }

    [Theory]
    [InlineData(-1.03)]
    [InlineData(2.7)]
    [InlineData(0)]
    public void A_vertex_is_a_minimum_though_central_differences_cancel(double start)
    {
        for (int k = 0; k < 200; k++)
        {
            double at = Math.Cos(k) * 5;
            OptimizeResult scipy = Optimize.LeastSquares(
                (double[] p) => [((p[0] - at) * (p[0] - at)) + 1], [start], DifferenceScheme.ThreePoint);
            Assert.True(scipy.Status > 0, scipy.Message);
            LeastSquaresResult fit = LeastSquares.Solve(
                [start],
                1,
                (p, r) => r[0] = ((p[0] - at) * (p[0] - at)) + 1,
                options: new() { Bounds = (-10, 10), Differences = DifferenceScheme.ThreePoint });
            Assert.True(fit.Converged, fit.Message);
        }
    }

    [Theory]
    [InlineData(1e-160)]
    [InlineData(1e160)]
    [InlineData(0)]
    public void A_margin_whose_square_is_out_of_range_is_refused(double scale) =>
        Assert.Throws<ArgumentOutOfRangeException>("fScale", () => Optimize.LeastSquares(
            x => [x[0] - 1], [0.5], loss: Loss.Huber(1), fScale: scale));

    [Fact]
    public void A_common_start_outside_the_bounds_is_refused_once() =>
        Assert.Throws<ArgumentException>("start", () => LeastSquares.FitMany(
            [4, -0.4], 3, T.Length, (_, p, r) => Decay(p, r), options: new() { Bounds = (0, 9) }));

    public static TheoryData<double, ResidualFunction, int> Rootless => new()
    {
        { 30, (p, r) => r[0] = Math.Cosh(p[0]), 1 },
        { 40, (p, r) => r[0] = Math.Exp(p[0]) + 1e-3, 1 },
        { 1e7, (p, r) => r[0] = (p[0] * p[0]) + 1, 1 },
        { 1e7, (p, r) => r[0] = Math.Pow(p[0] - 3, 4) + 2, 1 },
        { 1.5, (p, r) => r[0] = (1e-12 * (Math.Exp(p[0] / 0.025) - 1)) + 1e-3 + (1e-3 * p[0] * p[0]), 1 },
        { 2, (p, r) => (r[0], r[1]) = (1e14 * (p[0] - 1), (p[1] * p[1]) + 1), 2 },
    };

    [Theory]
    [MemberData(nameof(Rootless))]
    public void Falling_from_huge_values_makes_no_root(double start, ResidualFunction equations, int count)
    {
        double[] at = new double[count];
        Array.Fill(at, start);
        NonlinearEquationsResult free = NonlinearEquations.Solve(at, equations);
        Assert.False(free.IsRoot, $"{free}");
        NonlinearEquationsResult bounded = NonlinearEquations.Solve(
            at, equations, options: new() { Bounds = (-1e8, 1e8) });
        Assert.False(bounded.IsRoot, $"{bounded}");
    }

    [Fact]
    public void A_root_on_a_bound_is_one_though_rounding_leaves_something()
    {
#pragma warning disable CA5394 // Cases that can be repeated.
        Random random = new(5);
        for (int k = 0; k < 2000; k++)
        {
            double[] root = [(2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1];
            NonlinearEquationsResult found = NonlinearEquations.Solve(
                [root[0] - 0.4, root[1] + 0.3],
                (p, r) =>
                {
                    r[0] = (2 * (p[0] - root[0])) + Math.Sin(p[1]) - Math.Sin(root[1]);
                    r[1] = (3 * (p[1] - root[1])) + Math.Cos(p[0]) - Math.Cos(root[0]);
                },
                options: new() { Bounds = new([root[0] - 1, root[1]], [root[0] + 1, root[1] + 2]) });
            Assert.True(found.IsRoot, $"{k}: {found}");
        }
#pragma warning restore CA5394
    }

    public static TheoryData<double[], ResidualFunction> Multiple => new()
    {
        { [1.0], (p, r) => r[0] = p[0] * p[0] },
        { [3.0], (p, r) => r[0] = Math.Pow(p[0] - 1, 3) },
        { [1e4], (p, r) => r[0] = Math.Pow(p[0], 4) },
        { [2.0, 2.0], (p, r) => (r[0], r[1]) = (p[0] * p[0], p[1] - p[0]) },
        { [2.0, 2.0], (p, r) => (r[0], r[1]) = (p[0] * p[0], p[1] * p[1] * p[1]) },
    };

    [Theory]
    [MemberData(nameof(Multiple))]
    public void A_multiple_root_is_one(double[] start, ResidualFunction equations)
    {
        NonlinearEquationsOptions tight = new() { StepTolerance = 1e-15, MaxEvaluations = 10_000 };
        NonlinearEquationsResult free = NonlinearEquations.Solve(start, equations, options: tight);
        Assert.True(free.IsRoot, $"{free}");
        NonlinearEquationsResult bounded = NonlinearEquations.Solve(
            start, equations, options: new() { Bounds = (-1e6, 1e6), MaxEvaluations = 10_000 });
        Assert.True(bounded.IsRoot, $"{bounded}");
    }

    private static void Decay(ReadOnlySpan<double> p, Span<double> r)
    {
        for (int i = 0; i < T.Length; i++)
        {
            r[i] = (p[0] * Math.Exp(-p[1] * T[i])) - Y[i];
        }
    }
}
