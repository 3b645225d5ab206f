namespace MinpackNet.Tests;

/// <summary>
/// Bounds of zero, and starts on them: nonnegative least squares ends at the minimum that all choices of active bounds
/// give, and with differences where a Jacobian leads.
/// </summary>
public sealed class ZeroBoundTests
{
    private static readonly LeastSquaresOptions Tight = new() { FunctionTolerance = 1e-15, StepTolerance = 1e-15 };

    public static TheoryData<LeastSquaresMethod?, DifferenceScheme> Ways => new()
    {
        { null, DifferenceScheme.TwoPoint },
        { null, DifferenceScheme.ThreePoint },
        { LeastSquaresMethod.Dogbox, DifferenceScheme.TwoPoint },
    };

#pragma warning disable CA5394 // Cases that can be repeated.
    [Theory]
    [MemberData(nameof(Ways))]
    public void The_minimum_is_that_of_all_choices_of_bounds(LeastSquaresMethod? method, DifferenceScheme scheme)
    {
        Random random = new(9);
        for (int k = 0; k < 200; k++)
        {
            int n = random.Next(1, 5);
            int m = n + random.Next(6);
            double scale = Math.Pow(10, random.Next(-6, 7));
            double[,] a = new double[m, n];
            double[] y = new double[m];
            for (int i = 0; i < m; i++)
            {
                y[i] = (4 * random.NextDouble()) - 2;
                for (int j = 0; j < n; j++)
                {
                    a[i, j] = ((2 * random.NextDouble()) - 1) / scale;
                }
            }

            double[] start = new double[n];
            Array.Fill(start, k % 2 == 0 ? 0 : scale);
            LeastSquaresResult found = LeastSquares.Solve(
                start,
                m,
                (p, r) => Residuals(a, y, p, r),
                options: new() { Bounds = new(0, double.PositiveInfinity), Method = method, Differences = scheme });
            (double best, bool[] isActive) = Best(a, y);
            Assert.True(found.IsOptimal, $"{k}: {found.Message}");
            Assert.Equal(best, found.Cost, (1e-6 * best) + 1e-12);
            for (int j = 0; j < n && best > 1e-6; j++)
            {
                Assert.Equal(isActive[j] ? BoundState.AtLower : BoundState.Free, found.BoundStates![j]);
                Assert.True(!isActive[j] || found.Parameters[j] == 0);
            }
        }
    }
#pragma warning restore CA5394

    [Fact]
    public void A_tiny_start_without_bounds_is_left_too()
    {
        LeastSquaresResult fit = LeastSquares.Solve(
            [1e-15, 1],
            3,
            (p, r) => (r[0], r[1], r[2]) = (p[0] - 5, p[1] - 6, p[0] + p[1] - 10),
            options: new() { Loss = Loss.SoftL1(1) });
        Assert.Equal(14.0 / 3, fit.Parameters[0], 1e-6);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [InlineData(1e-10)]
    [InlineData(1e-12)]
    public void Small_parameters_are_held_by_their_bounds(double unit)
    {
        foreach (LeastSquaresMethod method in (LeastSquaresMethod[])[LeastSquaresMethod.Trf, LeastSquaresMethod.Dogbox])
        {
            LeastSquaresResult fit = LeastSquares.Solve(
                [2.5 * unit, 1.5 * unit],
                3,
                (p, r) => (r[0], r[1], r[2]) =
                    ((p[0] / unit) - 1, (p[1] / unit) - 1.2, ((p[0] + p[1]) / unit) - 3),
                options: new() { Bounds = new([2 * unit, 0], [3 * unit, 10 * unit]), Method = method });
            Assert.Equal(BoundState.AtLower, fit.BoundStates![0]);
            Assert.Equal(2 * unit, fit.Parameters[0]);
            Assert.Equal(0.505 * unit, fit.StandardErrors![1], 1e-4 * unit);
        }
    }

    [Fact]
    public void A_parameter_is_freed_where_the_others_no_longer_push_it()
    {
        double[,] a = { { -1, 1, -3 }, { -4, 5, -2 }, { 0, 2, 4 } };
        double[] y = [-7, -4, 5];
        double start = Math.BitDecrement(2.0);
        LeastSquaresResult fit = LeastSquares.Solve(
            [start, start, start],
            3,
            (p, r) => Residuals(a, y, p, r),
            options: new() { Bounds = (1, 2), Method = LeastSquaresMethod.Dogbox });
        Assert.Equal(31.0 / 6, fit.Cost, 1e-9);
        Assert.True(fit.IsOptimal);
    }

    [Theory]
    [InlineData(1e20)]
    [InlineData(1e300)]
    [InlineData(double.MaxValue)]
    public void A_bound_out_of_reach_is_none(double bound)
    {
        LeastSquaresResult fit = LeastSquares.Solve(
            [1, 2],
            3,
            (p, r) => (r[0], r[1], r[2]) = (p[0] - 3, p[1] - 4, (p[0] * p[1]) - 11),
            options: new() { Bounds = new(0, bound) });
        Assert.Equal(0.0199417, fit.Cost, 1e-6);
        Assert.True(fit.IsOptimal);
    }

    [Fact]
    public void What_is_not_finite_or_has_no_squares_is_no_minimum()
    {
        LeastSquaresOptions propagate = new() { Bounds = (0, 9), NonFiniteValues = NonFinitePolicy.Propagate };
        LeastSquaresResult nan = LeastSquares.Solve(
            [1, 1], 2, (_, r) => (r[0], r[1]) = (double.NaN, 1), options: propagate);
        Assert.False(nan.IsOptimal);
        LeastSquaresResult jacobian = LeastSquares.Solve(
            [1, 1], 2, (p, r) => (r[0], r[1]) = (p[0] - 3, p[1]), (_, j) => j[0, 0] = double.NaN, propagate);
        Assert.False(jacobian.IsOptimal);
        LeastSquaresResult tiny = LeastSquares.Solve(
            [1, 1],
            2,
            (p, r) => (r[0], r[1]) = (1e-200 * (p[0] - 3), 1e-200 * p[1]),
            options: new() { Bounds = (0, 9) });
        Assert.False(tiny.IsOptimal);
        Assert.Contains("unit", tiny.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_minimum_of_residuals_that_bend_is_one()
    {
        LeastSquaresResult fit = LeastSquares.Solve(
            [0],
            1,
            (p, r) => r[0] = (2 * (p[0] - 3) * (p[0] - 3)) + 1,
            (p, j) => j[0, 0] = 4 * (p[0] - 3),
            new() { Bounds = (-10, 10) });
        Assert.Equal(3, fit.Parameters[0], 1e-4);
        Assert.True(fit.IsOptimal, fit.Message);
    }

    [Fact]
    public void The_check_of_a_Jacobian_stays_within_the_bounds()
    {
        double least = 1;
        LeastSquares.Solve(
            [0],
            2,
            (p, r) =>
            {
                least = Math.Min(least, p[0]);
                (r[0], r[1]) = (Math.Sqrt(p[0]) - 2, 0.01 * p[0]);
            },
            (p, j) => (j[0, 0], j[1, 0]) = (0.5 / Math.Sqrt(p[0]), 0.01),
            new() { Bounds = (0, 10), CheckJacobian = true });
        Assert.InRange(least, 0, 1);
    }

    private static void Residuals(double[,] a, double[] y, ReadOnlySpan<double> p, Span<double> residuals)
    {
        for (int i = 0; i < y.Length; i++)
        {
            residuals[i] = -y[i];
            for (int j = 0; j < p.Length; j++)
            {
                residuals[i] += a[i, j] * p[j];
            }
        }
    }

    /// <summary>The least cost of all choices of parameters that are zero, and which are.</summary>
    private static (double Cost, bool[] IsActive) Best(double[,] a, double[] y)
    {
        int n = a.GetLength(1);
        (double Cost, bool[] IsActive) best = (double.PositiveInfinity, []);
        for (int choice = 0; choice < 1 << n; choice++)
        {
            int[] free = [.. Enumerable.Range(0, n).Where(j => ((choice >> j) & 1) == 1)];
            double[] point = new double[n];
            if (free.Length > 0)
            {
                LeastSquaresResult fit = LeastSquares.Solve(
                    new double[free.Length],
                    y.Length,
                    (p, r) =>
                    {
                        double[] all = new double[n];
                        Place(p, free, all);
                        Residuals(a, y, all, r);
                    },
                    (_, jacobian) =>
                    {
                        for (int k = 0; k < free.Length; k++)
                        {
                            for (int i = 0; i < y.Length; i++)
                            {
                                jacobian[i, k] = a[i, free[k]];
                            }
                        }
                    },
                    Tight);
                Place(fit.Parameters.ToArray(), free, point);
            }

            double[] residuals = new double[y.Length];
            Residuals(a, y, point, residuals);
            double cost = 0.5 * residuals.Sum(r => r * r);
            if (point.All(value => value >= 0) && cost < best.Cost)
            {
                best = (cost, [.. Enumerable.Range(0, n).Select(j => !free.Contains(j))]);
            }
        }

        return best;

        static void Place(ReadOnlySpan<double> values, int[] places, double[] all)
        {
            for (int k = 0; k < places.Length; k++)
            {
                all[places[k]] = values[k];
            }
        }
    }
}
