namespace MinpackNet.Tests;

/// <summary>Optimize.Root. The numbers are what SciPy 1.10 prints for the same calls.</summary>
public sealed class RootTests
{
    [Fact]
    public void Hybr_has_the_fields_of_SciPy()
    {
        RootResult root = Optimize.Root(x => [x[0] + x[1] - 3, (x[0] * x[1]) - 2], [0.5, 3]);
        Assert.Equal((RootMethod.Hybr, true, 1, 10), (root.Method, root.Success, root.Status, root.Nfev));
        Assert.Equal([1, 2], root.X.Select(value => Math.Round(value, 9)));
        Assert.Equal(0, root.Fun[0]);
        Assert.Equal(-7.949e-14, root.Fun[1], 1e-17);
        Assert.Equal([-2.011, -1.144, 0.4972], root.R!.Select(value => Math.Round(value, value < -1 ? 3 : 4)));
        Assert.Equal((-0.4972, -0.8676), (Math.Round(root.Fjac[0, 0], 4), Math.Round(root.Fjac[0, 1], 4)));
        Assert.Equal(2, root.Qtf.Length);
        Assert.Null(root.Njev);
        Assert.Null(root.CovX);
        Assert.Null(root.Ipvt);
    }

    [Fact]
    public void Lm_takes_more_equations_than_unknowns()
    {
        RootResult root =
            Optimize.Root(x => [x[0] + x[1] - 3, (x[0] * x[1]) - 2, 0], [0.5, 3], RootMethod.Lm);
        Assert.Equal((RootMethod.Lm, true, 2, 19), (root.Method, root.Success, root.Status, root.Nfev));
        Assert.Equal((2.0, -3.0, 5.0), (Math.Round(root.CovX![0, 0], 6), Math.Round(root.CovX[1, 0], 6),
            Math.Round(root.CovX[1, 1], 6)));
        Assert.Equal(3, root.Fun.Length);
        Assert.Equal([0, 1], root.Ipvt!);
        Assert.Null(root.R);
    }

    [Fact]
    public void Values_and_Jacobian_may_come_together_and_from_one_call_at_a_point()
    {
        int calls = 0;
        RootResult root = Optimize.Root(
            x =>
            {
                calls++;
                return (new[] { (x[0] * x[0]) - 2 }, new[,] { { 2 * x[0] } });
            },
            [1.0]);
        Assert.Equal((true, 7, 1), (root.Success, root.Nfev, root.Njev));
        Assert.Equal(Math.Sqrt(2), root.X[0], 1e-12);
        Assert.InRange(calls, 7, 8);
    }

    [Fact]
    public void A_scalar_and_tol_are_as_in_SciPy()
    {
        RootResult root = Optimize.Root(x => (x * x) - 2, 1.0, tol: 1e-3);
        Assert.Equal(6, root.Nfev);
        Assert.Equal(6.007e-6, root.Fun[0], 1e-9);
        Assert.Equal(6, Optimize.Root(x => (x * x) - 2, 1.0, options: new() { Xtol = 1e-3 }).Nfev);
        Assert.Equal(7, Optimize.Root(x => (x * x) - 2, 1.0, jac: x => 2 * x).Nfev);

        RootResult none = Optimize.Root(x => (x * x) + 2, 1.0);
        Assert.Equal((false, 5), (none.Success, none.Status));
    }

    [Fact]
    public void Options_reach_the_solver()
    {
        static double[] Curve(double[] x) => [(x[0] * x[0]) - 2];
        static double[,] Slope(double[] x) => new[,] { { 2 * x[0] } };
        Assert.Equal(2, Optimize.Root(Curve, [1], options: new() { Maxfev = 3 }).Status);
        Assert.Equal(5, Optimize.Root(Curve, [1], RootMethod.Lm, options: new() { Maxfev = 3 }).Status);
        Assert.True(Optimize.Root(Curve, [1], jac: Slope, options: new() { ColDeriv = true, Diag = [2] }).Success);
        Assert.True(Optimize.Root(Curve, [1], options: new() { Band = (0, 0), Eps = 1e-10, Factor = 1 }).Success);
        RootResult nan = Optimize.Root(
            _ => [double.NaN], [1], options: new() { NonFiniteValues = NonFinitePolicy.Propagate });
        Assert.False(nan.Success);
        Assert.Contains(
            "RootOptions.Maxfev",
            Optimize.Root(Curve, [1], RootMethod.Lm, options: new() { Maxfev = 3 }).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_named_as_at_this_door()
    {
        Assert.Equal("fun", NameOf(() => Optimize.Root(x => [x[0], x[0]], [1])));
        Assert.Equal("fun", NameOf(() => Optimize.Root(x => [x[0]], [1, 2], RootMethod.Lm)));
        Assert.Equal("x0", NameOf(() => Optimize.Root(x => [x[0]], [double.NaN])));
        Assert.Equal("jac", NameOf(() => Optimize.Root(x => [x[0]], [1], jac: _ => new double[2, 1])));
        Assert.Equal("tol", NameOf(() => Optimize.Root(x => [x[0]], [1], tol: -1)));
        Assert.Equal("Factor", NameOf(() => Optimize.Root(x => [x[0]], [1], options: new() { Factor = 0 })));
        Assert.Equal("Diag", NameOf(() => Optimize.Root(x => [x[0]], [1], options: new() { Diag = [1, 2] })));
        Assert.Equal("method", NameOf(() => Optimize.Root(x => [x[0]], [1], (RootMethod)7)));
        Assert.Contains(
            "or set RootOptions.NonFiniteValues to Propagate",
            Assert.Throws<NonFiniteValueException>(() => Optimize.Root(_ => [double.NaN], [1])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_is_set_leaves_finite_results_that_can_be_made_to_throw()
    {
        CancellationToken set = new(canceled: true);
        RootResult root = Optimize.Root(x => [x[0] - 2], [1], cancellationToken: set);
        Assert.Equal((false, -2), (root.Success, root.Status));
        Assert.Equal([1], root.X);
        Assert.Equal([-1], root.Fun);
        Assert.Throws<OperationCanceledException>(root.ThrowIfCanceled);

        LeastsqResult least = Optimize.Leastsq(x => [x[0] - 2], [1], cancellationToken: set);
        Assert.Equal([-1], least.InfoDict.Fvec);
        Assert.Throws<OperationCanceledException>(least.ThrowIfCanceled);

        FsolveResult equations = Optimize.Fsolve(x => [x[0] - 2], [1], cancellationToken: set);
        Assert.Equal([-1], equations.InfoDict.Fvec);
        Assert.Throws<OperationCanceledException>(equations.ThrowIfCanceled);

        LeastSquaresResult solve = LeastSquares.Solve([1], 1, (p, r) => r[0] = p[0] - 2, cancellationToken: set);
        Assert.Equal([-1], solve.Residuals);
        Assert.Throws<OperationCanceledException>(solve.ThrowIfCanceled);

        Assert.Throws<OperationCanceledException>(
            () => Optimize.CurveFit((x, a) => a * x, new double[] { 1, 2 }, [2.0, 4], cancellationToken: set));
    }

    private static string? NameOf(Action call) => Assert.ThrowsAny<ArgumentException>(call).ParamName;
}
