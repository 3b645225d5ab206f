using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Shares many fits out among workers, each with memory of its own.</summary>
internal static class FitScheduler
{
    /// <param name="fits">Starts in, outcomes out.</param>
    /// <param name="workers">How many threads there may be at most; positive.</param>
    /// <param name="makeFitter">Makes one worker's side.</param>
    /// <param name="progress">Told how many fits have ended; may be null.</param>
    /// <param name="cancellation">No fit is started once it is set.</param>
    public static void Run(
        FitBatch fits,
        int workers,
        Func<IFitWorker> makeFitter,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        NativeLibraryState.EnsureLoaded();
        fits.Enter();
        try
        {
            FitQueue queue = new(fits.FitCount, workers, progress, cancellation);
            new ParallelLoop(workers).Run(workers, _ => Work(makeFitter, queue));
            queue.Finish();
        }
        finally
        {
            fits.Leave();
        }
    }

    private static void Work(Func<IFitWorker> makeFitter, FitQueue queue)
    {
        try
        {
            using IFitWorker fitter = makeFitter();
            fitter.Run(queue);
        }
        catch (Exception exception)
        {
            queue.Fail(exception);
        }
    }
}
