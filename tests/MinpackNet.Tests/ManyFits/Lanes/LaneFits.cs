namespace MinpackNet.Tests;

/// <summary>Fits in lanes and the same fits alone, for comparison.</summary>
internal static class LaneFits
{
    /// <summary>Not a multiple of any number of lanes, and enough for a plain model to run in eight of them.</summary>
    public const int Count = 131;

    /// <summary>The same for seven threads with four lanes each.</summary>
    public const int CountForThreads = 463;

    /// <summary>One fit after the other, each by the solver for one.</summary>
    public static FitBatch Alone(
        double[] starts,
        int n,
        double[] data,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian,
        LeastSquaresOptions options)
    {
        FitBatch fits = New(starts, n);
        return Alone(fits, LaneModels.OneByOne(residuals, data), LaneModels.OneByOne(jacobian, data), options);
    }

    /// <summary>One fit at a time, by a model for one fit.</summary>
    public static FitBatch Alone(
        FitBatch fits, FitResidualFunction residuals, FitJacobianFunction? jacobian, LeastSquaresOptions options)
    {
        FitScheduler.Run(
            fits,
            workers: 1,
            share => new OneByOneWorker(share, new(fits, residuals, jacobian, options, CancellationToken.None)),
            progress: null,
            CancellationToken.None);
        return fits;
    }

    /// <summary>In lanes, by a model for one fit at a time.</summary>
    public static FitBatch Plain(
        double[] starts,
        int n,
        double[] data,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian,
        LeastSquaresOptions options)
    {
        FitBatch fits = New(starts, n);
        LeastSquares.FitMany(fits, LaneModels.OneByOne(residuals, data), LaneModels.OneByOne(jacobian, data), options);
        return fits;
    }

    public static FitBatch New(double[] starts, int n)
    {
        FitBatch fits = new(starts.Length / n, n, LaneModels.Residuals, covariances: true);
        starts.CopyTo(fits.Parameters);
        return fits;
    }

    public static void AssertSame(FitBatch expected, FitBatch actual)
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
}
