using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Shares many fits out among workers, each with memory of its own.</summary>
internal static class ManyFits
{
    /// <param name="fits">Starts in, outcomes out.</param>
    /// <param name="workers">How many threads there may be at most; positive.</param>
    /// <param name="makeFitter">Makes one worker's side.</param>
    /// <param name="progress">Told how many fits have ended; may be null.</param>
    /// <param name="cancellation">No fit is started once it is set.</param>
    public static void Run(
        FitManyResult fits,
        int workers,
        Func<IFitter> makeFitter,
        IProgress<int>? progress,
        CancellationToken cancellation)
    {
        NativeCore.EnsureLoaded();
        fits.Enter();
        List<IFitter> fitters = [];
        try
        {
            while (fitters.Count < workers)
            {
                fitters.Add(makeFitter());
            }

            FitQueue queue = new(fits.FitCount, workers, progress, cancellation);
            new ParallelLoop(workers).Run(workers, worker => Work(fitters[worker], queue));
            queue.Finish();
        }
        finally
        {
            fitters.ForEach(fitter => fitter.Dispose());
            fits.Leave();
        }
    }

    private static void Work(IFitter fitter, FitQueue queue)
    {
        try
        {
            fitter.Run(queue);
        }
        catch (Exception exception)
        {
            queue.Fail(exception);
        }
    }
}
