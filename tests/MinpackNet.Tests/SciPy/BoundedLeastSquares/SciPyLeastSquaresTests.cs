namespace MinpackNet.Tests.SciPy;

/// <summary>
/// <c>Optimize.LeastSquares</c> takes the paths that SciPy's least_squares took in its recorded runs: problems of the
/// MINPACK drivers, the regression sets of NIST from both starts, and sets with outliers, with bounds, losses, scales,
/// with a Jacobian, with differences and with complex steps.
/// </summary>
/// <remarks>
/// Compared are the counts, the status, the active bounds, the parameters and the cost. Where the C library is another
/// than that of the recording, only the runs that need nothing but arithmetic are.
/// </remarks>
public sealed class SciPyLeastSquaresTests(ITestOutputHelper output)
{
    /// <summary>
    /// Runs whose path hangs on rounding, which is another in another solver of the same subproblem: a Jacobian of rank
    /// one, a run that the limit ends, a step of the last bits, and rows that a loss makes tiny, of which the recording
    /// has eight digits.
    /// </summary>
    private static readonly string[] DecidedByRounding =
    [
        "MGH 3 times 1 trf analytic jac between [0.75,-Infinity,0.75,-Infinity,0.75] and "
            + "[Infinity,1.5,Infinity,1.5,Infinity] from [1.0,1.0,1.0,1.0,1.0]",
        "Nelson from 1 trf analytic",
        "MGH10 from 2 trf analytic jac between [0.0011,800.0,50.0] and [0.1,31000.0,1700.0]",
        "MGH 4 times 1 dogbox analytic jac between [-1.2,-1.0] and [1.8,1.0] from [-1.2,1.0]",
        "MGH 5 times 1 dogbox 3-point between [-1.0,-2.0,-2.0] and [2.0,3.0,0.0] from [-1.0,0.0,0.0]",
        "MGH 10 times 1 dogbox analytic jac",
        "MGH 15 times 1 dogbox 3-point",
        "Nelson from 2 dogbox analytic between [2.2,-0.01,-0.0546] and [2.9,0.01,-0.032]",
        "MGH10 from 2 dogbox analytic jac between [0.0114,1800.0,150.0] and [0.044,8400.0,440.0]",
        "MGH10 from 2 dogbox analytic between [0.0114,1800.0,150.0] and [0.044,8400.0,440.0]",
        "exponential dogbox analytic jac cauchy 0.1",
    ];

    [Theory]
    [InlineData(LeastSquaresMethod.Trf, 991, 0.995)]
    [InlineData(LeastSquaresMethod.Dogbox, 878, 0.99)]
    [InlineData(LeastSquaresMethod.Lm, 134, 1)]
    public void Recorded_runs_come_back(LeastSquaresMethod method, int count, double leastShare)
    {
        RecordedLeastSquares[] runs = [.. RecordedLeastSquares.All.Where(run => run.Method == method)];
        Assert.Equal(count, runs.Length);
        RecordedLeastSquares[] comparable = [.. runs.Where(run => Libm.IsTheRecorded || !run.NeedsLibm)];
        (string Label, string? Difference)[] others =
        [
            .. comparable
                .Select(run => (run.Label, Difference: run.Difference(run.Repeat())))
                .Where(run => run.Difference is not null),
        ];
        double share = 1 - ((double)others.Length / comparable.Length);
        output.WriteLine($"{method}: {comparable.Length - others.Length} of {comparable.Length} runs, {share:P2}");
        output.WriteLine(string.Join('\n', others));
        // The share is of all runs; those that need only arithmetic are fewer, but no others may differ.
        Assert.True(share >= leastShare || !Libm.IsTheRecorded, $"{share:P2}: {string.Join('\n', others)}");
        Assert.All(others, run => Assert.Contains(run.Label, DecidedByRounding));
    }
}
