namespace MinpackNet.Tests;

/// <summary>A solve inside a function of a solve, without end, is an exception and no crash of the process.</summary>
public sealed class NestingTests
{
    private static readonly Dictionary<string, Action<Action>> Doors = new()
    {
        ["LeastSquares.Solve"] = inner => LeastSquares.Solve([1], 1, (p, f) => inner()),
        ["LeastSquares.Solve, Jacobian"] = inner =>
            LeastSquares.Solve([1], 1, (p, f) => f[0] = p[0], (p, jacobian) => inner()),
        ["LeastSquares.SolveByRows"] = inner =>
            LeastSquares.SolveByRows([1], 1, (p, f) => inner(), (row, p, derivatives) => { }),
        ["LeastSquares.Solve, checked"] = inner => LeastSquares.Solve(
            [1], 1, (p, f) => inner(), (p, jacobian) => jacobian[0, 0] = 1, new() { CheckJacobian = true }),
        ["LeastSquares.Solve, observed"] = inner => LeastSquares.Solve(
            [1],
            1,
            (p, f) => f[0] = p[0],
            options: new()
            {
                Observer = iteration =>
                {
                    inner();
                    return true;
                },
            }),
        ["NonlinearEquations.Solve"] = inner => NonlinearEquations.Solve([1], (p, f) => inner()),
        ["Optimize.Leastsq"] = inner => Optimize.Leastsq(p => Values(inner), [1.0]),
        ["Optimize.Fsolve"] = inner => Optimize.Fsolve(p => Values(inner), [1.0]),
        ["Optimize.Root"] = inner => Optimize.Root(p => Values(inner), [1.0]),
        ["Optimize.FixedPoint"] = inner => Optimize.FixedPoint(p => Values(inner), [1.0]),
        ["Optimize.CurveFit"] = inner => Optimize.CurveFit((double[] x, double[] p) => Values(inner), [1], [1], [1.0]),
        ["Optimize.CheckGrad"] = inner =>
            Optimize.CheckGrad(p => Values(inner), p => new double[1, 1], [1.0]),
    };

    public static TheoryData<string> Names => [.. Doors.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nesting_without_end_is_an_exception(string door)
    {
        int depth = 0;
        Exception? thrown = OnSmallStack(Nest);
        Assert.Contains(
            "nested too deeply",
            Assert.IsType<InsufficientExecutionStackException>(thrown).Message,
            StringComparison.Ordinal);
        Assert.True(depth > 1);

        void Nest()
        {
            depth++;
            Doors[door](Nest);
        }
    }

    [Fact]
    public void Many_fits_keep_it_as_the_reason_of_each_failure()
    {
        int depth = 0;
        FitBatch outer = new(1, 1, 1);
        Exception? thrown = OnSmallStack(() => Nest(outer));
        Assert.True(depth > 1);
        Assert.IsType<InsufficientExecutionStackException>(thrown);

        void Nest(FitBatch fits)
        {
            depth++;
            LeastSquares.FitMany(fits, (fit, p, f) => Nest(new(1, 1, 1)));
            if (fits.Exceptions.TryGetValue(0, out Exception? reason))
            {
                throw reason;
            }
        }
    }

    [Fact]
    public void A_few_levels_are_no_matter()
    {
        int depth = 0;
        double root = 0;
        Assert.Null(OnSmallStack(() => root = Nest()));
        Assert.Equal(2, root, 1e-7);
        Assert.True(depth > 3);

        double Nest()
        {
            int level = ++depth;
            double inner = level > 3 ? 2 : double.NaN;
            return NonlinearEquations.Solve([1], (p, f) =>
            {
                inner = double.IsNaN(inner) ? Nest() : inner;
                f[0] = p[0] - inner;
            }).Parameters[0];
        }
    }

    private static double[] Values(Action inner)
    {
        inner();
        return [1];
    }

    private static Exception? OnSmallStack(Action action)
    {
        Exception? thrown = null;
        Thread thread = new(() => thrown = Record.Exception(action), 512 * 1024);
        thread.Start();
        thread.Join();
        return thrown;
    }
}
