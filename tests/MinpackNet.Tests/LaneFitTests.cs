using System.Numerics;

namespace MinpackNet.Tests;

/// <summary>Many fits of a model for several at once: each as if it were alone.</summary>
[Collection("alone")] // it counts allocations of all threads
public sealed class LaneFitTests
{
    private const int Fits = 103; // no multiple of any number of lanes

    private static readonly int[] Degrees = [1, 2, 3, 7];

    public static TheoryData<string> Models => [.. LaneModels.All.Keys];

    public static IReadOnlyDictionary<string, LeastSquaresOptions> Options { get; } =
        new Dictionary<string, LeastSquaresOptions>
        {
            ["defaults"] = new(),
            ["tight"] = new() { FunctionTolerance = 1e-15, StepTolerance = 1e-15 },
            ["no tolerance"] = new() { FunctionTolerance = 0, StepTolerance = 0, MaxEvaluations = 300 },
            ["gradient"] = new() { GradientTolerance = 1e-4 },
            ["few evaluations"] = new() { MaxEvaluations = 9 },
            ["short steps"] = new() { InitialStepFactor = 0.1 },
            ["coarse differences"] = new() { ResidualPrecision = 1e-8 },
            ["propagate"] = new() { NonFiniteValues = NonFinitePolicy.Propagate },
        };

    public static TheoryData<string, string> ModelsAndOptions =>
        new(from model in LaneModels.All.Keys from options in Options.Keys select (model, options));

    [Theory]
    [MemberData(nameof(ModelsAndOptions))]
    public void Each_fit_has_the_bits_of_the_fit_alone_whatever_its_neighbours(string model, string options)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        double[] data = LaneModels.Data(Fits, seed: 5);
        double[] starts = LaneModels.Starts(Fits, n, seed: 6);
        FitManyResult alone = Alone(starts, n, data, residuals, jacobian, Options[options]);
        FitManyResult lanes = New(starts, n);
        LeastSquares.FitMany(lanes, data, residuals, jacobian, Options[options]);
        AssertSame(alone, lanes);
        if (options == "defaults")
        {
            Assert.True(lanes.Evaluations.ToArray().Distinct().Count() > 3); // of different difficulty
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_bits_do_not_depend_on_the_number_of_threads_nor_on_a_scale(string model)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        double[] data = LaneModels.Data(Fits, seed: 7);
        double[] starts = LaneModels.Starts(Fits, n, seed: 8);
        LeastSquaresOptions options = new() { ParameterScale = [.. Enumerable.Range(1, n).Select(j => 0.5 * j)] };
        FitManyResult alone = Alone(starts, n, data, residuals, jacobian, options);
        foreach (int degree in Degrees)
        {
            FitManyResult lanes = New(starts, n);
            LeastSquares.FitMany(lanes, data, residuals, jacobian, options with { MaxDegreeOfParallelism = degree });
            AssertSame(alone, lanes);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Through_LeastSquares_Solve_it_is_the_same(string model)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        double[] data = LaneModels.Data(20, seed: 9);
        double[] start = [.. Enumerable.Range(1, n).Select(j => 0.7 * j)];
        FitManyResult fits = new(20, n, LaneModels.Residuals, covariances: true);
        for (int fit = 0; fit < fits.FitCount; fit++)
        {
            start.CopyTo(fits.ParametersOf(fit));
        }

        LeastSquares.FitMany(fits, data, residuals, jacobian);
        FitResidualFunction one = LaneModels.OneByOne(residuals, data);
        FitJacobianFunction? oneJacobian = LaneModels.OneByOne(jacobian, data);
        for (int fit = 0; fit < fits.FitCount; fit++)
        {
            int which = fit;
            LeastSquaresResult alone = LeastSquares.Solve(
                start,
                LaneModels.Residuals,
                (p, r) => one(which, p, r),
                oneJacobian is null ? null : (p, j) => oneJacobian(which, p, j));
            ManyDecays.AssertSame(alone, fits, fit);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(9)]
    public void Any_number_of_fits_will_do(int fits)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All["rational"];
        double[] data = LaneModels.Data(fits, seed: 10);
        double[] starts = LaneModels.Starts(fits, n, seed: 11);
        FitManyResult lanes = New(starts, n);
        LeastSquares.FitMany(lanes, data, residuals, jacobian);
        AssertSame(Alone(starts, n, data, residuals, jacobian, new()), lanes);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Bad_fits_among_good_ones_fail_as_they_would_alone_and_the_others_do_not_notice(string model)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        double[] data = LaneModels.Data(Fits, seed: 12);
        double[] starts = LaneModels.Starts(Fits, n, seed: 13);
        double[] goodData = [.. data];
        double[] goodStarts = [.. starts];
        int[] marked = [0, 1, 30, 62, Fits - 1];
        int[] withNaN = [7, 31];
        int[] badStart = [8, 32, 33];
        int[] huge = [44, 45];
        Array.ForEach(marked, fit => data[(fit * LaneModels.Residuals) + LaneModels.Residuals - 1] = LaneModels.Marker);
        Array.ForEach(withNaN, fit => data[(fit * LaneModels.Residuals) + 2] = double.NaN);
        Array.ForEach(badStart, fit => starts[fit * n] = double.PositiveInfinity);
        Array.ForEach(huge, fit => starts[(fit * n) + 1] = 1.7976931348623157e308); // moved for a difference it overflows

        FitManyResult alone = Alone(starts, n, data, residuals, jacobian, new());
        FitManyResult lanes = New(starts, n);
        LeastSquares.FitMany(lanes, data, residuals, jacobian, new() { MaxDegreeOfParallelism = 2 });
        AssertSame(alone, lanes);
        Assert.All(marked, fit => Assert.Same(LaneModels.Thrown, lanes.Exceptions[fit]));
        Assert.All(withNaN, fit => Assert.IsType<NonFiniteValueException>(lanes.Exceptions[fit]));
        Assert.All(badStart, fit => Assert.IsType<ArgumentException>(lanes.Exceptions[fit]));

        FitManyResult good = New(goodStarts, n);
        LeastSquares.FitMany(good, goodData, residuals, jacobian);
        int[] bad = [.. marked, .. withNaN, .. badStart, .. huge];
        foreach (int fit in Enumerable.Range(0, Fits).Except(bad))
        {
            Assert.Equal(good.Statuses[fit], lanes.Statuses[fit]);
            Assert.Equal(good.ParametersOf(fit).ToArray(), lanes.ParametersOf(fit).ToArray());
        }
    }

    [Fact]
    public void A_derivative_that_is_not_finite_is_named_as_in_a_fit_alone()
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All["rational with Jacobian"];
        LaneJacobianFunction broken = (p, y, j) =>
        {
            jacobian!(p, y, j);
            j[LaneModels.Residuals + 5] = Vector.ConditionalSelect(
                Vector.GreaterThan(y[0], Vector<double>.One), new Vector<double>(double.NegativeInfinity), j[LaneModels.Residuals + 5]);
        };
        double[] data = LaneModels.Data(Fits, seed: 14);
        double[] starts = LaneModels.Starts(Fits, n, seed: 15);
        FitManyResult alone = Alone(starts, n, data, residuals, broken, new());
        FitManyResult lanes = New(starts, n);
        LeastSquares.FitMany(lanes, data, residuals, broken);
        AssertSame(alone, lanes);
        Assert.NotEmpty(lanes.Exceptions);
        Assert.NotEqual(Fits, lanes.Exceptions.Count);
        Assert.All(lanes.Exceptions.Values, e =>
            Assert.Equal((5, 1), (((NonFiniteValueException)e).ResidualIndex, ((NonFiniteValueException)e).ParameterIndex)));
    }

    [Fact]
    public void The_model_is_never_shown_a_point_that_is_not_finite()
    {
        // A derivative that is much too small sends the first step beyond the largest number, where 1 / x is zero.
        int calls = 0;
        LaneResidualFunction model = (p, y, r) =>
        {
            calls++;
            Assert.True(Vector.EqualsAll(p[0] - p[0], Vector<double>.Zero));
            r[0] = Vector<double>.One + (Vector<double>.One / p[0]);
            r[1] = y[0] * r[0];
        };
        LaneJacobianFunction jacobian = (p, y, j) =>
        {
            j[0] = new Vector<double>(-1e-308);
            j[1] = new Vector<double>(-1e-308);
        };
        double[] data = [.. Enumerable.Range(1, 20).Select(k => (double)k)];
        LeastSquaresOptions farReaching = new() { InitialStepFactor = 1e308, MaxEvaluations = 20 };
        FitManyResult fits = LeastSquares.FitMany([1e10], 20, 2, data, model, jacobian, farReaching);
        Assert.Empty(fits.Exceptions);
        Assert.All(fits.Parameters.ToArray(), x => Assert.True(double.IsFinite(x)));

        // The same alone, where a refused point is no call.
        calls = 0;
        FitManyResult alone = LeastSquares.FitMany(
            [1e10],
            20,
            2,
            (fit, p, r) =>
            {
                calls++;
                r[0] = 1 + (1 / p[0]);
                r[1] = data[fit] * r[0];
            },
            (fit, p, j) => j.Column(0).Fill(-1e-308),
            farReaching);
        Assert.InRange(calls, 40, alone.Evaluations.ToArray().Sum() - 1);
        AssertSame(alone, fits);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(27)]
    [InlineData(60)]
    public void A_cancelled_run_keeps_what_is_done_and_the_best_points(int call)
    {
        (int n, LaneResidualFunction residuals, _) = LaneModels.All["rational"];
        double[] data = LaneModels.Data(Fits, seed: 16);
        double[] starts = LaneModels.Starts(Fits, n, seed: 17);
        using CancellationTokenSource source = new();
        int calls = 0;
        FitManyResult lanes = New(starts, n);
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

        FitManyResult whole = Alone(starts, n, data, residuals, null, new());
        int cancelled = 0;
        for (int fit = 0; fit < Fits; fit++)
        {
            switch (lanes.Statuses[fit])
            {
                case LeastSquaresStatus.None:
                    Assert.Equal(starts.AsSpan(fit * n, n), lanes.ParametersOf(fit));
                    break;
                case LeastSquaresStatus.Cancelled:
                    cancelled++;
                    AssertBestSoFar(fit);
                    break;
                default:
                    Assert.Equal(whole.Statuses[fit], lanes.Statuses[fit]);
                    Assert.Equal(whole.ParametersOf(fit), lanes.ParametersOf(fit));
                    break;
            }
        }

        Assert.InRange(cancelled, 1, Vector<double>.Count);

        // A fit alone, cancelled at the same evaluation, knows the same.
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

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_number_of_fits_adds_nothing_to_what_is_allocated(int degree)
    {
        LeastSquaresOptions options = new() { MaxDegreeOfParallelism = degree };
        long few = AllocatedBy(20, options);
        long many = AllocatedBy(4000, options);
        Assert.InRange(many, 0, few + 1000); // a quarter of a byte a fit, for what the pool's threads do meanwhile
    }

    [Fact]
    public void A_wrong_Jacobian_fails_each_fit_whose_check_was_asked_for()
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All["rational with Jacobian"];
        double[] data = LaneModels.Data(Fits, seed: 20);
        FitManyResult fits = New([.. Enumerable.Repeat(1.0, n * Fits)], n);
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
        Assert.Equal(Fits, fits.Exceptions.Count);
        Assert.All(fits.Exceptions.Values, e => Assert.IsType<JacobianMismatchException>(e));
    }

    [Fact]
    public void Bad_arguments_are_named_before_any_evaluation()
    {
        LaneResidualFunction never = (_, _, _) => Assert.Fail();
        FitManyResult fits = new(3, 1, 2);
        AssertNamed("data", () => LeastSquares.FitMany([1.0], 3, 2, new double[7], never));
        AssertNamed("data", () => LeastSquares.FitMany([1.0], 0, 2, new double[7], never));
        AssertNamed("start", () => LeastSquares.FitMany([], 3, 2, new double[6], never));
        AssertNamed("residuals", () => LeastSquares.FitMany([1.0], 3, 2, new double[6], null!));
        AssertNamed("fits", () => LeastSquares.FitMany(null!, new double[6], never));
        AssertNamed("Observer", () => LeastSquares.FitMany(fits, new double[6], never, options: new() { Observer = _ => true }));
        Assert.ThrowsAny<Exception>(() => LeastSquares.FitMany(
            fits, new double[6], never, options: new() { Arithmetic = Arithmetic.Fast }));
        Assert.Equal(0, LeastSquares.FitMany([1.0], 0, 2, Array.Empty<double>(), never).FitCount);
    }

    private static FitManyResult Alone(
        double[] starts,
        int n,
        double[] data,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian,
        LeastSquaresOptions options)
    {
        FitManyResult fits = New(starts, n);
        LeastSquares.FitMany(fits, LaneModels.OneByOne(residuals, data), LaneModels.OneByOne(jacobian, data), options);
        return fits;
    }

    private static FitManyResult New(double[] starts, int n)
    {
        FitManyResult fits = new(starts.Length / n, n, LaneModels.Residuals, covariances: true);
        starts.CopyTo(fits.Parameters);
        return fits;
    }

    private static void AssertSame(FitManyResult expected, FitManyResult actual)
    {
        Assert.Equal(expected.Statuses.ToArray(), actual.Statuses.ToArray());
        Assert.Equal(expected.Evaluations.ToArray(), actual.Evaluations.ToArray());
        Assert.Equal(expected.JacobianEvaluations.ToArray(), actual.JacobianEvaluations.ToArray());
        AssertSameBits(expected.Parameters, actual.Parameters);
        AssertSameBits(expected.ResidualNorms, actual.ResidualNorms);
        AssertSameBits(expected.StandardErrors, actual.StandardErrors);
        AssertSameBits(expected.UnscaledCovariances, actual.UnscaledCovariances);
        Assert.Equal(
            expected.Exceptions.OrderBy(e => e.Key).Select(e => (e.Key, e.Value.GetType(), e.Value.Message)),
            actual.Exceptions.OrderBy(e => e.Key).Select(e => (e.Key, e.Value.GetType(), e.Value.Message)));
    }

    /// <summary>Zeros of either sign differ; one NaN is as good as another.</summary>
    private static void AssertSameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual) =>
        Assert.Equal(Bits(expected), Bits(actual));

    private static long[] Bits(ReadOnlySpan<double> values) => Array.ConvertAll(
        values.ToArray(), value => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value));

    private static void AssertNamed(string argument, Action call) =>
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);

    private static long AllocatedBy(int count, LeastSquaresOptions options)
    {
        (int n, LaneResidualFunction residuals, _) = LaneModels.All["rational"];
        double[] data = LaneModels.Data(count, seed: 18);
        FitManyResult fits = new(count, n, LaneModels.Residuals);
        long least = long.MaxValue;
        for (int round = 0; round < 10; round++)
        {
            fits.Parameters.Fill(1);
            long before = GC.GetTotalAllocatedBytes(precise: true);
            LeastSquares.FitMany(fits, data, residuals, options: options);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }
}
