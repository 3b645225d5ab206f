using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Shares many fits out among workers, each with memory of its own.</summary>
internal static class FitScheduler
{
    /// <param name="fits">Starts in, outcomes out.</param>
    /// <param name="workers">How many threads there may be at most; positive.</param>
    /// <param name="makeWorker">Makes a worker for its share of the fits.</param>
    /// <param name="progress">Told how many fits have ended; null for none.</param>
    /// <param name="cancellation">No fit is started once it is set.</param>
    public static void Run(
        FitBatch fits,
        int workers,
        Func<FitShare, IFitWorker> makeWorker,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        Validate.Stack();
        NativeLibraryState.EnsureLoaded();
        fits.Enter(cancellation);
        try
        {
            FitQueue queue = new(fits.FitCount, workers, progress, cancellation);
            new ParallelLoop(workers).Run(workers, _ => Work(makeWorker, queue));
            queue.Finish();
        }
        finally
        {
            fits.Leave();
        }
    }

    private static void Work(Func<FitShare, IFitWorker> makeWorker, FitQueue queue)
    {
        try
        {
            using IFitWorker worker = makeWorker(new(queue));
            worker.Run();
        }
        catch (Exception exception)
        {
            queue.Fail(exception);
        }
    }
}
