namespace MinpackNet.Tests;

/// <summary>Many fits of a model for several at once: each as if it were alone.</summary>
[Collection("alone")] // it counts allocations of all threads
public sealed class LaneFitTests
{
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
    public void Each_fit_has_the_bits_of_the_fit_alone_whatever_its_neighbors(string model, string options)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        double[] data = LaneModels.Data(LaneFits.Count, seed: 5);
        double[] starts = LaneModels.Starts(LaneFits.Count, n, seed: 6);
        FitBatch alone = LaneFits.Alone(starts, n, data, residuals, jacobian, Options[options]);
        FitBatch lanes = LaneFits.New(starts, n);
        LeastSquares.FitMany(lanes, data, residuals, jacobian, Options[options]);
        LaneFits.AssertSame(alone, lanes);
        LaneFits.AssertSame(alone, LaneFits.Plain(starts, n, data, residuals, jacobian, Options[options]));
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
        double[] data = LaneModels.Data(LaneFits.CountForThreads, seed: 7);
        double[] starts = LaneModels.Starts(LaneFits.CountForThreads, n, seed: 8);
        LeastSquaresOptions options = new() { ParameterScale = [.. Enumerable.Range(1, n).Select(j => 0.5 * j)] };
        FitBatch alone = LaneFits.Alone(starts, n, data, residuals, jacobian, options);
        foreach (int degree in Degrees)
        {
            LeastSquaresOptions onThreads = options with { MaxDegreeOfParallelism = degree };
            FitBatch lanes = LaneFits.New(starts, n);
            LeastSquares.FitMany(lanes, data, residuals, jacobian, onThreads);
            LaneFits.AssertSame(alone, lanes);
            LaneFits.AssertSame(alone, LaneFits.Plain(starts, n, data, residuals, jacobian, onThreads));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Through_LeastSquares_Solve_it_is_the_same(string model)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All[model];
        double[] data = LaneModels.Data(20, seed: 9);
        double[] start = [.. Enumerable.Range(1, n).Select(j => 0.7 * j)];
        FitBatch fits = new(20, n, LaneModels.Residuals, covariances: true);
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
    [InlineData(64)]
    [InlineData(129)]
    public void Any_number_of_fits_will_do(int fits)
    {
        (int n, LaneResidualFunction residuals, LaneJacobianFunction? jacobian) = LaneModels.All["rational"];
        double[] data = LaneModels.Data(fits, seed: 10);
        double[] starts = LaneModels.Starts(fits, n, seed: 11);
        FitBatch lanes = LaneFits.New(starts, n);
        LeastSquares.FitMany(lanes, data, residuals, jacobian);
        FitBatch alone = LaneFits.Alone(starts, n, data, residuals, jacobian, new());
        LaneFits.AssertSame(alone, lanes);
        LaneFits.AssertSame(alone, LaneFits.Plain(starts, n, data, residuals, jacobian, new()));
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

    private static long AllocatedBy(int count, LeastSquaresOptions options)
    {
        (int n, LaneResidualFunction residuals, _) = LaneModels.All["rational"];
        double[] data = LaneModels.Data(count, seed: 18);
        FitBatch fits = new(count, n, LaneModels.Residuals);
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
