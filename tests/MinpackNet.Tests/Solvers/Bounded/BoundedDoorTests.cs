namespace MinpackNet.Tests;

/// <summary>Bounds and losses in <c>LeastSquares.Solve</c>.</summary>
public sealed class BoundedDoorTests
{
    // y = 2 exp(-0.5 t) + 0.25, without noise.
    private static readonly double[] T = [0, 0.5, 1, 1.5, 2, 3, 4, 6, 8];
    private static readonly double[] Y = [.. T.Select(t => (2 * Math.Exp(-0.5 * t)) + 0.25)];

    public static TheoryData<LeastSquaresMethod> Methods => [LeastSquaresMethod.Trf, LeastSquaresMethod.Dogbox];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_bound_that_holds_comes_back_exactly(LeastSquaresMethod method)
    {
        LeastSquaresResult fit = Solve(new() { Method = method, Bounds = new([0, 0.75, 0], [10, 3, 10]) }, [1, 1, 0.1]);
        Assert.True(fit.Converged, fit.Message);
        Assert.True(fit.IsOptimal, $"{fit} {fit.Message} {fit.Cost} {fit.ProjectedGradient}");
        Assert.Equal(0.75, fit.Parameters[1]);
        Assert.Equal([BoundState.Free, BoundState.AtLower, BoundState.Free], fit.BoundStates!);

        // The others are what they are when that value is simply known.
        LeastSquaresResult known = LeastSquares.Solve(
            [1, 0.1], T.Length, (p, r) => Residuals([p[0], 0.75, p[1]], r), null, Tight);
        Assert.Equal(known.Parameters[0], fit.Parameters[0], 1e-7);
        Assert.Equal(known.Parameters[1], fit.Parameters[2], 1e-7);
        Assert.Equal(known.DegreesOfFreedom, fit.DegreesOfFreedom);
        Assert.Equal(known.StandardErrors![0], fit.StandardErrors![0], 1e-6);
        Assert.Equal(known.StandardErrors![1], fit.StandardErrors![2], 1e-6);
        Assert.True(double.IsNaN(fit.StandardErrors[1]));
        Assert.Equal(0, fit.ProjectedGradient![1]);
        Assert.All(fit.ProjectedGradient!, slope => Assert.InRange(Math.Abs(slope), 0, 1e-6));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Equal_bounds_fix_a_parameter(LeastSquaresMethod method)
    {
        double inf = double.PositiveInfinity;
        LeastSquaresOptions options = new() { Method = method, Bounds = new([-inf, 0.5, -inf], [inf, 0.5, inf]) };
        List<double> seen = [];
        LeastSquaresResult fit = LeastSquares.Solve(
            [1, 0.5, 0],
            T.Length,
            (p, r) =>
            {
                seen.Add(p[1]);
                Residuals(p, r);
            },
            null,
            options);
        Assert.All(seen, value => Assert.Equal(0.5, value));
        Assert.Equal([BoundState.Free, BoundState.Fixed, BoundState.Free], fit.BoundStates!);
        Assert.Equal(2, fit.Parameters[0], 1e-7);
        Assert.Equal(0.25, fit.Parameters[2], 1e-7);
        Assert.Equal(T.Length - 2, fit.DegreesOfFreedom);
        Assert.Equal(seen.Count, fit.Evaluations);

        LeastSquaresResult nothing =
            Solve(new() { Method = method, Bounds = new([1, 0.5, 0], [1, 0.5, 0]) }, [1, 0.5, 0]);
        Assert.True(nothing.Converged, nothing.Message);
        Assert.Equal(1, nothing.Evaluations);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Bounds_that_do_not_hold_change_nothing(LeastSquaresMethod method)
    {
        LeastSquaresResult bounded = Solve(new() { Method = method, Bounds = (0, 100) }, [1, 1, 0.1]);
        Assert.Equal([2, 0.5, 0.25], bounded.Parameters, (a, b) => Math.Abs(a - b) < 1e-7);
        Assert.All(bounded.BoundStates!, state => Assert.Equal(BoundState.Free, state));
        Assert.Null(Solve(new(), [1, 1, 0.1]).BoundStates);
        Assert.Null(Solve(new(), [1, 1, 0.1]).IsOptimal);
    }

    [Fact]
    public void A_loss_leaves_outliers_aside()
    {
        double[] y = [.. Y];
        y[4] += 5;
        ResidualFunction residuals = (p, r) =>
        {
            Residuals(p, r);
            r[4] -= 5;
        };
        foreach (Loss loss in new[] { Loss.Huber(0.01), Loss.SoftL1(0.01), Loss.Cauchy(0.01), Loss.Arctan(0.01) })
        {
            LeastSquaresResult robust =
                LeastSquares.Solve([1.5, 0.7, 0.1], T.Length, residuals, null, new() { Loss = loss });
            Assert.True(robust.Converged && robust.IsOptimal == true, $"{loss}: {robust}");
            Assert.Equal(2, robust.Parameters[0], 0.02);
            Assert.Equal(0.5, robust.Parameters[1], 0.02);
            OptimizeResult port = Optimize.LeastSquares(
                p =>
                {
                    double[] r = new double[T.Length];
                    residuals(p, r);
                    return r;
                },
                [1.5, 0.7, 0.1],
                loss: loss.Function!.Value,
                fScale: 0.01,
                ftol: 1e-14,
                xtol: 1e-14);
            Assert.Equal(port.Cost, robust.Cost, 1e-6 * port.Cost);
        }
    }

    [Fact]
    public void A_loss_of_ones_own_is_one_of_the_known_in_every_bit()
    {
        Loss huber = Loss.Custom(
            z => z <= 1 ? (z, 1, 0) : ((2 * Math.Sqrt(z)) - 1, 1 / Math.Sqrt(z), -0.5 / (z * Math.Sqrt(z))), 0.1);
        Loss callable = Loss.Callable(
            z =>
            {
                double[,] rho = new double[3, z.Length];
                for (int i = 0; i < z.Length; i++)
                {
                    (rho[0, i], rho[1, i], rho[2, i]) = z[i] <= 1
                        ? (z[i], 1, 0)
                        : ((2 * Math.Sqrt(z[i])) - 1, 1 / Math.Sqrt(z[i]), -0.5 / (z[i] * Math.Sqrt(z[i])));
                }

                return rho;
            },
            0.1);
        LeastSquaresResult expected = Solve(new() { Loss = Loss.Huber(0.1) }, [1, 1, 0.1]);
        Assert.Equal(expected.Parameters, Solve(new() { Loss = huber }, [1, 1, 0.1]).Parameters);
        Assert.Equal(expected.Parameters, Solve(new() { Loss = callable }, [1, 1, 0.1]).Parameters);
        Assert.Equal(
            Optimize.LeastSquares(Port, [1, 1, 0.1], loss: LossFunction.Huber, fScale: 0.1).X,
            Optimize.LeastSquares(Port, [1, 1, 0.1], loss: callable).X);
    }

    [Fact]
    public void Bad_losses_are_named()
    {
        LeastSquaresOptions Of(Func<double[], double[,]> rho) => new() { Loss = Loss.Callable(rho) };
        ArgumentException shape =
            Assert.Throws<ArgumentException>(() => Solve(Of(z => new double[2, z.Length]), [1, 1, 0.1]));
        Assert.Equal("loss", shape.ParamName);
        Assert.Contains("3 by 9", shape.Message, StringComparison.Ordinal);
        Assert.Equal(
            "loss", Assert.Throws<ArgumentException>(() => Solve(Of(_ => null!), [1, 1, 0.1])).ParamName);
        ArgumentException value = Assert.Throws<ArgumentException>(
            () => Solve(new() { Loss = Loss.Custom(_ => (double.NaN, 1, 0)) }, [1, 1, 0.1]));
        Assert.Equal("loss", value.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.Huber(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Loss.Cauchy(double.NaN));
        ArgumentException unknown = Assert.ThrowsAny<ArgumentException>(
            () => Solve(new() { Loss = (LossFunction)9 }, [1, 1, 0.1]));
        Assert.Equal("Loss", unknown.ParamName);
    }

    [Fact]
    public void Bad_bounds_are_named()
    {
        Assert.Equal("Bounds", Refused(new() { Bounds = new([0, 0], [1, 1]) }).ParamName);
        Assert.Equal("Bounds", Refused(new() { Bounds = new(1, 0) }).ParamName);
        ArgumentException nan = Refused(new() { Bounds = new(double.NaN, 10) });
        Assert.Equal("Bounds", nan.ParamName);
        Assert.Contains("infinity where there is no bound", nan.Message, StringComparison.Ordinal);
        Assert.Equal("start", Refused(new() { Bounds = new(0.5, 10) }).ParamName);
        Assert.Equal("Method", Refused(new() { Method = LeastSquaresMethod.Lm, Bounds = (0, 1) }).ParamName);
        Assert.Equal("Method", Refused(new() { Method = LeastSquaresMethod.Lm, Loss = Loss.Huber() }).ParamName);
        Assert.Equal("Method", Refused(new() { Method = (LeastSquaresMethod)5 }).ParamName);
        Assert.Equal("Differences", Refused(new() { Differences = (DifferenceScheme)5 }).ParamName);
        Assert.Equal(
            "options",
            Assert.Throws<ArgumentException>(() => LeastSquares.SolveByRows(
                [1, 1, 0.1], T.Length, Residuals, (_, _, _) => { }, new() { Bounds = (0, 1) })).ParamName);

        static ArgumentException Refused(LeastSquaresOptions options) =>
            Assert.ThrowsAny<ArgumentException>(() => Solve(options, [1, 1, 0.1]));
    }

    [Fact]
    public void Central_differences_serve_every_method()
    {
        foreach (LeastSquaresMethod? method in new LeastSquaresMethod?[]
        {
            null, LeastSquaresMethod.Lm, LeastSquaresMethod.Trf, LeastSquaresMethod.Dogbox,
        })
        {
            int calls = 0;
            LeastSquaresResult fit = LeastSquares.Solve(
                [1, 1, 0.1],
                T.Length,
                (p, r) =>
                {
                    calls++;
                    Residuals(p, r);
                },
                null,
                new() { Method = method, Differences = DifferenceScheme.ThreePoint });
            Assert.True(fit.Converged, fit.Message);
            Assert.Equal([2, 0.5, 0.25], fit.Parameters, (a, b) => Math.Abs(a - b) < 1e-9);
            Assert.Equal(calls, fit.Evaluations);
        }
    }

    [Fact]
    public void A_workspace_gives_the_same_bits_again_and_holds_the_residuals()
    {
        LeastSquaresOptions options = new() { Bounds = new([0, 0.75, 0], [10, 3, 10]), Loss = Loss.SoftL1(0.1) };
        LeastSquaresResult once = Solve(options, [1, 1, 0.1]);
        using LeastSquaresWorkspace workspace = new(3, T.Length);
        for (int k = 0; k < 3; k++)
        {
            double[] parameters = [1, 1, 0.1];
            LeastSquaresSummary summary = LeastSquares.Solve(workspace, parameters, Residuals, null, options);
            Assert.Equal(once.Parameters, parameters);
            Assert.Equal(once.Residuals, workspace.Residuals.ToArray());
            Assert.Equal(
                (once.Status, once.Evaluations, once.IsOptimal),
                (summary.Status, summary.Evaluations, summary.IsOptimal));
            LeastSquares.Solve(workspace, [1, 1, 0.1], Residuals);
        }
    }

    [Fact]
    public void Nothing_is_allocated_at_an_evaluation()
    {
        long Allocated(int evaluations, LeastSquaresOptions options)
        {
            using LeastSquaresWorkspace workspace = new(3, T.Length);
            options = options with { MaxEvaluations = evaluations };
            double[] parameters = new double[3];
            LeastSquaresStatus status = LeastSquaresStatus.None;
            long bytes = Allocations.LeastOf(() =>
            {
                (parameters[0], parameters[1], parameters[2]) = (1, 1, 0.1);
                status = LeastSquares.Solve(workspace, parameters, Shifted, null, options).Status;
            });
            Assert.Equal(LeastSquaresStatus.TooManyEvaluations, status);
            return bytes;
        }

        foreach (LeastSquaresMethod method in new[] { LeastSquaresMethod.Trf, LeastSquaresMethod.Dogbox })
        {
            LeastSquaresOptions options = new() { Method = method, Bounds = (-100, 100), Loss = Loss.Huber(0.1) };
            // An object at each evaluation would be 24 bytes a hundred times in twelve more evaluations; what a
            // collection in another test leaves in this thread's account is less than a page.
            Assert.InRange(Allocated(20, options) - Allocated(8, options), -4096, 4096);
        }
    }

    [Fact]
    public void Threads_change_no_bit_and_what_the_model_throws_comes_out()
    {
        LeastSquaresOptions serial = new() { Bounds = (0, 100) };
        LeastSquaresOptions threads = serial with { ThreadSafeModel = true, MaxDegreeOfParallelism = 4 };
        LeastSquaresResult expected = Solve(serial, [1, 1, 0.1]);
        LeastSquaresResult found = Solve(threads, [1, 1, 0.1]);
        Assert.Equal(expected.Parameters, found.Parameters);
        Assert.Equal(expected.Evaluations, found.Evaluations);
        InvalidOperationException thrown = new("the model's own");
        Assert.Same(
            thrown,
            Assert.Throws<InvalidOperationException>(() => LeastSquares.Solve(
                [1, 1, 0.1],
                T.Length,
                (p, r) =>
                {
                    if (p[1] != 1)
                    {
                        throw thrown;
                    }

                    Residuals(p, r);
                },
                null,
                threads)));
    }

    [Fact]
    public void Observers_and_tokens_end_a_solve_with_the_best_point()
    {
        List<(int Number, double Norm, double First)> seen = [];
        LeastSquaresOptions options = new()
        {
            Bounds = new([0, 0.5, 0], [10, 0.5, 10]),
            Observer = iteration =>
            {
                seen.Add((iteration.Number, iteration.ResidualNorm, iteration.Parameters[1]));
                return iteration.Number < 3;
            },
        };
        LeastSquaresResult stopped = Solve(options, [9, 0.5, 9]);
        Assert.Equal(LeastSquaresStatus.Stopped, stopped.Status);
        Assert.Equal([1, 2, 3], seen.Select(one => one.Number));
        Assert.All(seen, one => Assert.Equal(0.5, one.First));
        Assert.Equal(seen[^1].Norm, stopped.ResidualNorm, 1e-12);

        using CancellationTokenSource source = new();
        int calls = 0;
        LeastSquaresResult canceled = LeastSquares.Solve(
            [9, 1, 9],
            T.Length,
            (p, r) =>
            {
                Residuals(p, r);
                if (++calls == 6)
                {
                    source.Cancel();
                }
            },
            null,
            new() { Bounds = (0, 10) },
            source.Token);
        Assert.Equal(LeastSquaresStatus.Canceled, canceled.Status);
        Assert.Equal(6, calls);
        Assert.Throws<OperationCanceledException>(() => canceled.ThrowIfCanceled());
    }

    [Fact]
    public void Values_that_are_not_finite_are_named_by_the_users_parameters()
    {
        LeastSquaresOptions options = new() { Bounds = new([0, 0.5, 0], [10, 0.5, 10]) };
        NonFiniteValueException atStart = Assert.Throws<NonFiniteValueException>(
            () => LeastSquares.Solve([1, 0.5, 0], 9, (_, r) => r.Fill(double.NaN), null, options));
        Assert.Contains("(1, 0.5, 1E-10)", atStart.Message, StringComparison.Ordinal);
        NonFiniteValueException derivative = Assert.Throws<NonFiniteValueException>(() => LeastSquares.Solve(
            [1, 0.5, 1], 9, Residuals, (_, jacobian) => jacobian.Column(2).Fill(double.NaN), options));
        Assert.Contains("parameter 2", derivative.Message, StringComparison.Ordinal);
    }

    private static LeastSquaresOptions Tight => new() { FunctionTolerance = 1e-14, StepTolerance = 1e-14 };

    private static LeastSquaresResult Solve(LeastSquaresOptions options, double[] start) =>
        LeastSquares.Solve(start, T.Length, Residuals, null, options);

    private static double[] Port(double[] p)
    {
        double[] r = new double[T.Length];
        Residuals(p, r);
        return r;
    }

    private static void Residuals(ReadOnlySpan<double> p, Span<double> r)
    {
        for (int i = 0; i < r.Length; i++)
        {
            r[i] = (p[0] * Math.Exp(-p[1] * T[i])) + p[2] - Y[i];
        }
    }

    /// <summary>Residuals that do not fall to zero, so that a solve goes on.</summary>
    private static void Shifted(ReadOnlySpan<double> p, Span<double> r)
    {
        Residuals(p, r);
        for (int i = 0; i < r.Length; i++)
        {
            r[i] += i % 2 == 0 ? 0.1 : -0.1;
        }
    }
}
