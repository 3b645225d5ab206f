using System.Numerics;

namespace MinpackNet.Tests;

/// <summary>LaneFits.Count in lanes that fail, are canceled, or cannot be, and their neighbors.</summary>
public sealed class BadLaneFitTests
{
    public static TheoryData<string> Models => [.. LaneModels.All.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void Bad_fits_among_good_ones_fail_as_they_would_alone_and_the_others_do_not_notice(string model)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        double[] data = LaneModels.Data(LaneFits.Count, seed: 12);
        double[] starts = LaneModels.Starts(LaneFits.Count, n, seed: 13);
        double[] goodData = [.. data];
        double[] goodStarts = [.. starts];
        int[] marked = [0, 1, 30, 62, LaneFits.Count - 1];
        int[] withNaN = [7, 31];
        int[] badStart = [8, 32, 33];
        int[] huge = [44, 45];
        Array.ForEach(marked, fit => data[(fit * LaneModels.Residuals) + LaneModels.Residuals - 1] = LaneModels.Marker);
        Array.ForEach(withNaN, fit => data[(fit * LaneModels.Residuals) + 2] = double.NaN);
        Array.ForEach(badStart, fit => starts[fit * n] = double.PositiveInfinity);
        Array.ForEach(huge, fit => starts[(fit * n) + 1] = 1.7976931348623157e308); // a move overflows

        FitBatch alone = LaneFits.Alone(starts, n, data, residuals, jacobian, new());
        FitBatch lanes = LaneFits.New(starts, n);
        LeastSquaresOptions onTwoThreads = new() { MaxDegreeOfParallelism = 2 };
        LeastSquares.FitMany(lanes, data, residuals, jacobian, onTwoThreads);
        LaneFits.AssertSame(alone, lanes);
        LaneFits.AssertSame(alone, LaneFits.Plain(starts, n, data, residuals, jacobian, onTwoThreads));
        Assert.All(marked, fit => Assert.Same(LaneModels.Thrown, lanes.Exceptions[fit]));
        Assert.All(withNaN, fit => Assert.IsType<NonFiniteValueException>(lanes.Exceptions[fit]));
        Assert.All(badStart, fit => Assert.IsType<ArgumentException>(lanes.Exceptions[fit]));
        Assert.All(lanes.Exceptions.Values, e => Assert.NotNull(e.StackTrace));

        FitBatch good = LaneFits.New(goodStarts, n);
        LeastSquares.FitMany(good, goodData, residuals, jacobian);
        int[] bad = [.. marked, .. withNaN, .. badStart, .. huge];
        foreach (int fit in Enumerable.Range(0, LaneFits.Count).Except(bad))
        {
            Assert.Equal(good.Statuses[fit], lanes.Statuses[fit]);
            Assert.Equal(good.ParametersOf(fit).ToArray(), lanes.ParametersOf(fit).ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void When_allowed_numbers_that_are_not_finite_go_on_as_alone(string model)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        LeastSquaresOptions options = new() { NonFiniteValues = NonFinitePolicy.Propagate, MaxEvaluations = 50 };
        double[] data = LaneModels.Data(LaneFits.Count, seed: 27);
        double[] starts = LaneModels.Starts(LaneFits.Count, n, seed: 28);
        for (int fit = 1; fit < LaneFits.Count; fit += 5)
        {
            data[(fit * LaneModels.Residuals) + 2] = fit % 2 == 0 ? double.NaN : double.PositiveInfinity;
            starts[((fit - 1) * n) + 1] = double.MaxValue; // a move overflows
        }

        FitBatch alone = LaneFits.Alone(starts, n, data, residuals, jacobian, options);
        FitBatch lanes = LaneFits.New(starts, n);
        LeastSquares.FitMany(lanes, data, residuals, jacobian, options);
        LaneFits.AssertSame(alone, lanes);
        LaneFits.AssertSame(alone, LaneFits.Plain(starts, n, data, residuals, jacobian, options));
        Assert.Empty(alone.Exceptions);
    }

    [Fact]
    public void A_derivative_that_is_not_finite_is_named_as_in_a_fit_alone()
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) =
            LaneModels.All["rational with Jacobian"];
        LaneJacobianFunction partlyBroken = (p, y, j) =>
        {
            jacobian!(p, y, j);
            ref Vector<double> derivative = ref j[LaneModels.Residuals + 5];
            Vector<long> broken = Vector.GreaterThan(y[0], Vector<double>.One);
            derivative = Vector.ConditionalSelect(broken, new Vector<double>(double.NegativeInfinity), derivative);
        };
        double[] data = LaneModels.Data(LaneFits.Count, seed: 14);
        double[] starts = LaneModels.Starts(LaneFits.Count, n, seed: 15);
        FitBatch lanes = Run(new());
        Assert.NotEmpty(lanes.Exceptions);
        Assert.NotEqual(LaneFits.Count, lanes.Exceptions.Count);
        Assert.All(
            lanes.Exceptions.Values.Cast<NonFiniteValueException>(),
            e => Assert.Equal((5, 1), (e.ResidualIndex, e.ParameterIndex)));
        Assert.Empty(Run(new() { NonFiniteValues = NonFinitePolicy.Propagate }).Exceptions);

        FitBatch Run(LeastSquaresOptions options)
        {
            FitBatch alone = LaneFits.Alone(starts, n, data, residuals, partlyBroken, options);
            FitBatch lanes = LaneFits.New(starts, n);
            LeastSquares.FitMany(lanes, data, residuals, partlyBroken, options);
            LaneFits.AssertSame(alone, lanes);
            LaneFits.AssertSame(alone, LaneFits.Plain(starts, n, data, residuals, partlyBroken, options));
            return lanes;
        }
    }

    [Theory]
    [InlineData(NonFinitePolicy.Throw)]
    [InlineData(NonFinitePolicy.Propagate)]
    public void The_model_is_shown_a_point_that_is_not_finite_only_when_allowed(NonFinitePolicy policy)
    {
        // A derivative that is much too small sends the first step beyond the largest number, where 1 / x is zero.
        int infinite = 0;
        LaneResidualFunction model = (p, y, r) =>
        {
            infinite += Vector.EqualsAll(p[0] - p[0], Vector<double>.Zero) ? 0 : 1;
            r[0] = Vector<double>.One + (Vector<double>.One / p[0]);
            r[1] = y[0] * r[0];
        };
        LaneJacobianFunction jacobian = (p, y, j) =>
        {
            j[0] = new Vector<double>(-1e-308);
            j[1] = new Vector<double>(-1e-308);
        };
        FitResidualFunction one = (fit, p, r) =>
        {
            infinite += double.IsFinite(p[0]) ? 0 : 1;
            r[0] = 1 + (1 / p[0]);
            r[1] = (fit + 1) * r[0];
        };
        FitJacobianFunction oneJacobian = (_, _, j) => j.Column(0).Fill(-1e-308);
        LeastSquaresOptions farReaching =
            new() { InitialStepFactor = 1e308, MaxEvaluations = 20, NonFiniteValues = policy };

        FitBatch alone = New();
        AssertShown(() => LaneFits.Alone(alone, one, oneJacobian, farReaching));
        FitBatch plain = New();
        AssertShown(() => LeastSquares.FitMany(plain, one, oneJacobian, farReaching));
        LaneFits.AssertSame(alone, plain);
        FitBatch lanes = New();
        double[] data = [.. Enumerable.Range(1, LaneFits.Count).Select(k => (double)k)];
        AssertShown(() => LeastSquares.FitMany(lanes, data, model, jacobian, farReaching));
        LaneFits.AssertSame(alone, lanes);
        Assert.Empty(alone.Exceptions);

        static FitBatch New()
        {
            FitBatch fits = new(LaneFits.Count, 1, 2, covariances: true);
            fits.Parameters.Fill(1e10);
            return fits;
        }

        void AssertShown(Action fitAll)
        {
            infinite = 0;
            fitAll();
            Assert.Equal(policy == NonFinitePolicy.Propagate, infinite > 0);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(27)]
    [InlineData(60)]
    public void A_canceled_run_keeps_what_is_done_and_the_best_points(int call)
    {
        (int n, LaneResidualFunction residuals, _) = LaneModels.All["rational"];
        double[] data = LaneModels.Data(LaneFits.Count, seed: 16);
        double[] starts = LaneModels.Starts(LaneFits.Count, n, seed: 17);
        using CancellationTokenSource source = new();
        int calls = 0;
        FitBatch lanes = LaneFits.New(starts, n);
        LeastSquares.FitMany(
            lanes,
            data,
            (p, y, r) =>
            {
                residuals(p, y, r);
                if (++calls == call)
                {
                    source.Cancel();
                }
            },
            cancellationToken: source.Token);
        Assert.Equal(call, calls);

        FitBatch whole = LaneFits.Alone(starts, n, data, residuals, null, new());
        int canceled = 0;
        for (int fit = 0; fit < LaneFits.Count; fit++)
        {
            switch (lanes.Statuses[fit])
            {
                case LeastSquaresStatus.None:
                    Assert.Equal(starts.AsSpan(fit * n, n), lanes.ParametersOf(fit));
                    break;
                case LeastSquaresStatus.Canceled:
                    canceled++;
                    AssertBestSoFar(fit);
                    break;
                default:
                    Assert.Equal(whole.Statuses[fit], lanes.Statuses[fit]);
                    Assert.Equal(whole.ParametersOf(fit), lanes.ParametersOf(fit));
                    break;
            }
        }

        // At the first call, all that is known of any fit are residuals at its start: none has been started.
        Assert.InRange(canceled, call == 1 ? 0 : 1, Vector<double>.Count);

        // A fit alone, canceled at the same evaluation, knows the same.
        void AssertBestSoFar(int fit)
        {
            using CancellationTokenSource ownSource = new();
            FitResidualFunction one = LaneModels.OneByOne(residuals, data);
            int ownCalls = 0;
            LeastSquaresResult alone = LeastSquares.Solve(
                starts.AsSpan(fit * n, n),
                LaneModels.Residuals,
                (p, r) =>
                {
                    one(fit, p, r);
                    if (++ownCalls == OwnEvaluations(fit))
                    {
                        ownSource.Cancel();
                    }
                },
                cancellationToken: ownSource.Token);
            Assert.Equal(alone.Parameters, lanes.ParametersOf(fit).ToArray());
            Assert.Equal(alone.ResidualNorm, lanes.ResidualNorms[fit]);
        }

        // In the middle of differences all of them are counted, as MINPACK does; they change no point.
        int OwnEvaluations(int fit) => Math.Max(1, lanes.Evaluations[fit] - n);
    }

    [Fact]
    public void A_wrong_Jacobian_fails_each_fit_whose_check_was_asked_for()
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) =
            LaneModels.All["rational with Jacobian"];
        double[] data = LaneModels.Data(LaneFits.Count, seed: 20);
        FitBatch fits = LaneFits.New([.. Enumerable.Repeat(1.0, n * LaneFits.Count)], n);
        LeastSquares.FitMany(fits, data, residuals, jacobian, new() { CheckJacobian = true });
        Assert.Empty(fits.Exceptions);
        LeastSquares.FitMany(
            fits,
            data,
            residuals,
            (p, y, j) =>
            {
                jacobian!(p, y, j);
                j[1] *= 2;
            },
            new() { CheckJacobian = true });
        Assert.Equal(LaneFits.Count, fits.Exceptions.Count);
        Assert.All(fits.Exceptions.Values, e => Assert.IsType<JacobianMismatchException>(e));
    }

    [Fact]
    public void Bad_arguments_are_named_before_any_evaluation()
    {
        LaneResidualFunction never = (_, _, _) => Assert.Fail();
        FitBatch fits = new(3, 1, 2);
        AssertNamed("data", () => LeastSquares.FitMany([1.0], 3, 2, new double[7], never));
        AssertNamed("data", () => LeastSquares.FitMany([1.0], 0, 2, new double[7], never));
        AssertNamed("start", () => LeastSquares.FitMany([], 3, 2, new double[6], never));
        AssertNamed("residuals", () => LeastSquares.FitMany([1.0], 3, 2, new double[6], null!));
        AssertNamed("fits", () => LeastSquares.FitMany(null!, new double[6], never));
        LeastSquaresOptions observed = new() { Observer = _ => true };
        AssertNamed("Observer", () => LeastSquares.FitMany(fits, new double[6], never, options: observed));
        Assert.ThrowsAny<Exception>(() => LeastSquares.FitMany(
            fits, new double[6], never, options: new() { Arithmetic = Arithmetic.Fast }));
        Assert.Equal(0, LeastSquares.FitMany([1.0], 0, 2, Array.Empty<double>(), never).FitCount);
    }

    private static void AssertNamed(string argument, Action call) =>
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
}
