using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Makes the worker that suits the functions, the fits and the library underneath.</summary>
internal static class FitWorkers
{
    /// <summary>
    /// Towards the end lanes stay empty, and workers wait for the one that still has fits: fewer than this for each
    /// lane are better shared out one by one.
    /// </summary>
    public const int FewestFitsPerLane = 16;

    /// <summary>Elements of a Jacobian. Lanes of larger ones gain little, because no cache holds them.</summary>
    public const int LargestJacobian = 1 << 18;

    /// <summary>For functions of all lanes at once: one fit at a time only over a library without lockstep.</summary>
    public static IFitWorker Create(
        FitBatch fits,
        FitData data,
        FitShare share,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian,
        LeastSquaresOptions options,
        CancellationToken cancellation)
    {
        BroadcastFunctions alone = new(fits, data, residuals, jacobian);
        SingleFit single = new(fits, alone.Residuals, jacobian is null ? null : alone.Jacobian, options, cancellation);
        if (!IsPossible(fits) || !IsMinpack(options, jacobian is not null))
        {
            return new OneByOneWorker(share, single);
        }

        VectorSource source = new(residuals, jacobian);
        return new LockstepWorker(fits, data, share, source, single, options, cancellation);
    }

    /// <summary>For functions of one fit at a time: in lanes where that is faster.</summary>
    public static IFitWorker Create(
        FitBatch fits,
        FitShare share,
        FitResidualFunction residuals,
        FitJacobianFunction? jacobian,
        LeastSquaresOptions options,
        int workers,
        CancellationToken cancellation)
    {
        SingleFit single = new(fits, residuals, jacobian, options, cancellation);
        if (!IsFaster(fits, options, workers) || !IsPossible(fits) || !IsMinpack(options, jacobian is not null))
        {
            return new OneByOneWorker(share, single);
        }

        PerFitSource source = new(fits, residuals, jacobian, cancellation);
        return new LockstepWorker(fits, data: default, share, source, single, options, cancellation);
    }

    private static bool IsPossible(FitBatch fits) =>
        LockstepBuffers.IsPossible(fits.ParameterCount, fits.ResidualCount);

    /// <summary>
    /// Lanes are MINPACK's method in the core. A second solver in lanes, for bounds and losses, would gain little: its
    /// steps branch from fit to fit.
    /// </summary>
    private static bool IsMinpack(LeastSquaresOptions options, bool hasJacobian) =>
        !options.IsBounded && (hasJacobian || options.Differences == DifferenceScheme.TwoPoint);

    private static bool IsFaster(FitBatch fits, LeastSquaresOptions options, int workers) =>
        options.Arithmetic == Arithmetic.Exact
        && fits.FitCount >= (long)FewestFitsPerLane * LockstepBuffers.LaneCount * workers
        && (long)fits.ResidualCount * fits.ParameterCount <= LargestJacobian;
}
