using System.Numerics;

namespace MinpackNet.Tests.SciPy;

/// <summary>
/// What <c>Optimize.LeastSquares</c> returns, and what it makes of bad arguments that SciPy's recording lacks.
/// </summary>
/// <remarks>
/// The expected numbers are SciPy's for the same input: the decay b0 exp(-b1 t) - y from (4, 0.4), whose minimum is at
/// (5.0698, 0.4970).
/// </remarks>
public sealed class LeastSquaresTests
{
    private static readonly Func<double[], double[]> F = Decay.Residuals;
    private static readonly Func<double[], double[,]> J = Decay.Jacobian;

    /// <summary>Bad input that is not recorded, and the argument that the exception names.</summary>
    private static readonly Dictionary<string, (string Argument, Action Call)> Bad = new()
    {
        ["bounds-short"] = ("bounds", () => Optimize.LeastSquares(F, Start(), bounds: new(0, [9]))),
        ["x_scale-empty"] = ("xScale", () => Optimize.LeastSquares(F, Start(), xScale: [])),
        ["tol-nan"] = ("xtol", () => Optimize.LeastSquares(F, Start(), xtol: double.NaN)),
        ["f-empty"] = ("fun", () => Optimize.LeastSquares(_ => [], Start())),
        ["f-null"] = ("fun", () => Optimize.LeastSquares(_ => null!, Start())),
        ["workers"] = ("workers", () => Optimize.LeastSquares(F, Start(), workers: -2)),
        ["diff_step-nan"] = ("diffStep", () => Optimize.LeastSquares(F, Start(), diffStep: [double.NaN])),
        ["f_scale-nan"] = (
            "fScale", () => Optimize.LeastSquares(F, Start(), loss: LossFunction.Cauchy, fScale: double.NaN)),
    };

    public static TheoryData<string> BadInputs => [.. Bad.Keys];

    public static TheoryData<LeastSquaresMethod> Methods => [.. Enum.GetValues<LeastSquaresMethod>()];

    [Theory]
    [MemberData(nameof(BadInputs))]
    public void Bad_input_gives_an_exception_that_names_the_argument(string id)
    {
        (string argument, Action call) = Bad[id];
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void What_is_not_finite_at_the_start_is_named(LeastSquaresMethod method)
    {
        NonFiniteValueException residual = Assert.Throws<NonFiniteValueException>(
            () => Optimize.LeastSquares(BadInput.CountedFunction.Func(1, double.NaN), Start(), method: method));
        Assert.Equal((2, null), (residual.ResidualIndex, residual.ParameterIndex));
        Assert.EndsWith("Start where the residuals are finite.", residual.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void An_exception_of_the_users_comes_out_as_the_same_instance(LeastSquaresMethod method)
    {
        InvalidOperationException thrown = new("user failure");
        for (int call = 1; call <= 6; call++)
        {
            int from = call;
            Assert.Same(thrown, Assert.Throws<InvalidOperationException>(
                () => Optimize.LeastSquares(From(from, _ => throw thrown), Start(), method: method)));
        }

        Assert.Same(thrown, Assert.Throws<InvalidOperationException>(
            () => Optimize.LeastSquares(F, Start(), _ => throw thrown, method: method)));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Cancellation_ends_the_solve_at_the_best_point(LeastSquaresMethod method)
    {
        using CancellationTokenSource source = new();
        int calls = 0;
        OptimizeResult result = Optimize.LeastSquares(
            b =>
            {
                if (++calls == 6)
                {
                    source.Cancel();
                }

                return F(b);
            },
            Start(), method: method, cancellationToken: source.Token);
        Assert.Equal((-2, false), (result.Status, result.Success));
        Assert.InRange(calls, 6, 7);
        Assert.Equal(F(result.X), result.Fun);
        Assert.StartsWith("Canceled", result.Message, StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => result.ThrowIfCanceled());
    }

    /// <summary>Wherever the token is set, also among the differences of the start or of the end.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void A_canceled_solve_leaves_a_finite_result(LeastSquaresMethod method)
    {
        int calls = Optimize.LeastSquares(F, Start(), method: method).Nfev * 4;
        for (int last = 0; last <= calls; last++)
        {
            using CancellationTokenSource source = new();
            int call = 0;
            double[] Counted(double[] b)
            {
                if (++call >= last)
                {
                    source.Cancel();
                }

                return F(b);
            }

            OptimizeResult result = Optimize.LeastSquares(
                Counted, Start(), method: method, cancellationToken: source.Token);
            Assert.All(result.Jac.Cast<double>(), value => Assert.True(double.IsFinite(value)));
            Assert.All(result.Grad, value => Assert.True(double.IsFinite(value)));
            Assert.True(double.IsFinite(result.Optimality));
            Assert.Equal(result.Njev == 0, result.Jac.Cast<double>().All(value => value == 0));
            Assert.Equal(F(result.X), result.Fun);
            Assert.Equal(last > 2, result.Njev > 0); // the start and a difference for each parameter
            Assert.True(result.Status == -2 || (result.Success && last > 6), $"{last}: {result.Status}");
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_callback_sees_each_iteration_and_stops_the_solve(LeastSquaresMethod method)
    {
        List<IntermediateResult> seen = [];
        bool Note(IntermediateResult result)
        {
            seen.Add(result);
            return false;
        }

        OptimizeResult whole = Optimize.LeastSquares(F, Start(), J, method: method, callback: Note);
        Assert.True(whole.Success);
        Assert.Equal(Enumerable.Range(1, seen.Count), seen.Select(result => result.Nit));
        Assert.All(seen, result => Assert.Equal(0.5 * F(result.X).Sum(f => f * f), result.Cost, 1e-15));
        Assert.All(seen, result => Assert.Equal(F(result.X), result.Fun));
        Assert.True(seen.Count >= 3);

        OptimizeResult stopped =
            Optimize.LeastSquares(F, Start(), J, method: method, callback: result => result.Nit == 2);
        Assert.Equal((-2, false), (stopped.Status, stopped.Success));
        Assert.Equal(seen[1].X, stopped.X);
        Assert.StartsWith("Stopped by the callback", stopped.Message, StringComparison.Ordinal);
        Assert.Same(stopped, stopped.ThrowIfCanceled());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Workers_change_no_bit_and_args_reach_both_functions(LeastSquaresMethod method)
    {
        double[] expected = Optimize.LeastSquares(F, Start(), method: method).X;
        Assert.Equal(expected, Optimize.LeastSquares(F, Start(), method: method, workers: 4).X);
        Assert.Equal(expected, Optimize.LeastSquares(F, Start(), method: method, workers: -1).X);
        Assert.Throws<ArgumentOutOfRangeException>(
            "workers", () => Optimize.LeastSquares(F, Start(), method: method, workers: 0));
        Assert.Equal(
            expected, Optimize.LeastSquares((b, f) => f(b), Start(), args: F, method: method).X);
        Assert.Equal(
            Optimize.LeastSquares(F, Start(), J, method: method).X,
            Optimize.LeastSquares((b, f, _) => f(b), Start(), (F, J), (b, _, j) => j(b), method: method).X);
        Assert.Equal(3, Optimize.LeastSquares(x => x - 3, 1.0, method: method).X[0], 1e-8);
        Assert.Equal(
            3, Optimize.LeastSquares(x => [x - 3, 2 * (x - 3)], 1.0, _ => [1.0, 2.0], method: method).X[0], 1e-8);
        Assert.Equal(3, Optimize.LeastSquares(p => [p[0] - 3, p[1]], (List<int>)[1, 1], method: method).X[0], 1e-8);
    }

    [Fact]
    public void Complex_steps_give_exact_derivatives()
    {
        static Complex[] Over(Complex[] b) =>
            [.. Enumerable.Range(0, 6).Select(t => (b[0] * Complex.Exp(-b[1] * t)) - Decay.Values[t])];
        double[,] expected = J(Start());
        double[,] jacobian = Optimize.ComplexStep(Over)(Start());
        Assert.All(
            expected.Cast<double>().Zip(jacobian.Cast<double>()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-14 * Math.Abs(pair.First)));
        Assert.Equal(
            Optimize.LeastSquares(F, Start(), J).Nfev,
            Optimize.LeastSquares(F, Start(), Optimize.ComplexStep(Over)).Nfev);
        Assert.Throws<ArgumentException>("diffStep", () => Optimize.ComplexStep(Over, diffStep: [1, 1, 1])(Start()));
        Assert.Throws<ArgumentException>("fun", () => Optimize.ComplexStep(_ => null!)(Start()));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Residuals_that_no_difference_changes_are_not_solved(LeastSquaresMethod method)
    {
        Func<double[], double[]>[] flat = [p => [(3f * (float)p[0]) - 1], p => [5], p => [5, Math.Exp(-1e4 * p[0])]];
        foreach (Func<double[], double[]> residuals in flat)
        {
            OptimizeResult result = Optimize.LeastSquares(residuals, [0.7], method: method);
            Assert.Equal((-4, false), (result.Status, result.Success));
            Assert.StartsWith("Not converged. No residual changed", result.Message, StringComparison.Ordinal);
            Assert.Equal([0.7], result.X);
            LeastSquaresResult bounded = LeastSquares.Solve(
                [0.7], residuals([0.7]).Length, (p, r) => residuals([.. p]).CopyTo(r),
                options: new() { Bounds = new(0, 1) });
            Assert.False(bounded.Converged);
            Assert.StartsWith("Not converged. No residual changed", bounded.Message, StringComparison.Ordinal);
        }

        Assert.True(Optimize.LeastSquares(p => [0f * (float)p[0]], [0.7], method: method).Success);
        Assert.True(Optimize.LeastSquares(_ => [5], [0.7], _ => new double[1, 1], method: method).Success);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_difference_that_leaves_where_the_residuals_are_finite_says_where_and_what_to_do(
        LeastSquaresMethod method)
    {
        NonFiniteValueException thrown = Assert.Throws<NonFiniteValueException>(
            () => Optimize.LeastSquares(p => [p[1] - 1, Math.Sqrt(1 - p[0])], [1, 2], method: method));
        Assert.Equal(1, thrown.ResidualIndex);
        Assert.Equal(
            "Residual 1 is NaN where a finite difference was taken, at (1.0000000149011612, 2). Start where the "
            + "residuals are finite, set bounds or a negative diffStep to keep the differences there, or give "
            + "derivatives.",
            thrown.Message);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_start_is_not_changed_and_a_limit_is_a_status(LeastSquaresMethod method)
    {
        double[] start = Start();
        OptimizeResult result = Optimize.LeastSquares(F, start, J, method: method, maxNfev: 2);
        Assert.Equal(Decay.Start, start);
        Assert.Equal((0, 2, false), (result.Status, result.Nfev, result.Success));
        Assert.Contains("maxNfev", result.Message, StringComparison.Ordinal);
        Assert.StartsWith("Not converged (too many evaluations): [", result.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Cost_gradient_and_Jacobian_belong_to_the_solution(LeastSquaresMethod method)
    {
        OptimizeResult result = Optimize.LeastSquares(F, Start(), J, method: method);
        double[,] jacobian = J(result.X);
        Assert.Equal(jacobian, result.Jac);
        Assert.Equal(F(result.X), result.Fun);
        Assert.Equal(0.5 * result.Fun.Sum(f => f * f), result.Cost, 1e-16);
        for (int j = 0; j < 2; j++)
        {
            Assert.Equal(Enumerable.Range(0, 6).Sum(i => jacobian[i, j] * result.Fun[i]), result.Grad[j], 1e-15);
        }

        Assert.Equal(result.Grad.Max(Math.Abs), result.Optimality);
    }

    [Theory]
    [InlineData(DifferenceScheme.TwoPoint, LeastSquaresMethod.Trf)]
    [InlineData(DifferenceScheme.ThreePoint, LeastSquaresMethod.Trf)]
    [InlineData(DifferenceScheme.TwoPoint, LeastSquaresMethod.Dogbox)]
    [InlineData(DifferenceScheme.ThreePoint, LeastSquaresMethod.Dogbox)]
    public void The_function_is_never_called_outside_the_bounds(DifferenceScheme scheme, LeastSquaresMethod method)
    {
        // Above 5 the first parameter, and below 0.4500001 the second, have no value; the minimum is beyond both.
        double[][] starts = [[5, 0.4500001], [4, 0.5], [5 - 1e-12, 0.4500001 + 1e-13]];
        foreach (double[] start in starts)
        {
            OptimizeResult result = Optimize.LeastSquares(
                b =>
                {
                    Assert.InRange(b[0], 1, 5);
                    Assert.InRange(b[1], 0.4500001, 0.49);
                    return F(b);
                },
                [start[0], Math.Min(start[1], 0.49)], scheme, new([1, 0.4500001], [5, 0.49]), method);
            Assert.True(result.Success);
            Assert.Equal([1, 0], [result.ActiveMask[0], 0]);
            Assert.InRange(result.Optimality, 0, 1e-4);
        }
    }

    [Fact]
    public void Outliers_move_a_robust_fit_less()
    {
        double[] x = [0, 1, 2, 3, 4, 5, 6, 7];
        double[] y = [1, 3, 5, 7, 30, 11, 13, 15];
        double[] Line(double[] b) => [.. x.Zip(y, (xi, yi) => b[0] + (b[1] * xi) - yi)];
        double plain = Optimize.LeastSquares(Line, [0, 0]).X[0];
        Assert.Equal(3, plain, 0.8);
        foreach (LossFunction loss in Enum.GetValues<LossFunction>().Where(loss => loss != LossFunction.Linear))
        {
            OptimizeResult robust = Optimize.LeastSquares(Line, [0, 0], loss: loss, fScale: 0.1);
            Assert.Equal(1, robust.X[0], 0.1);
            Assert.Equal(2, robust.X[1], 0.02);
        }
    }

    [Fact]
    public void Differences_of_three_points_work_with_lm_and_do_not_count()
    {
        int calls = 0;
        OptimizeResult result = Optimize.LeastSquares(
            b =>
            {
                calls++;
                return F(b);
            },
            Start(), DifferenceScheme.ThreePoint, method: LeastSquaresMethod.Lm);
        Assert.Equal(calls, result.Nfev + (4 * (result.Njev + 1)));
        Assert.True(result.Success);
        Assert.All(Decay.Solution.Zip(result.X), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
    }

    private static double[] Start() => [.. Decay.Start];

    private static Func<double[], double[]> From(int call, Func<double[], double[]> fault)
    {
        int calls = 0;
        return b => ++calls >= call ? fault(b) : F(b);
    }
}
