namespace MinpackNet;

/// <summary>Carries out one fit after the other.</summary>
internal sealed class OneByOneWorker(FitShare share, SingleFit single) : IFitWorker
{
    public void Run()
    {
        while (share.TryTake(out int fit))
        {
            if (single.IsReady(fit))
            {
                single.Run(fit);
            }

            share.Ended();
        }
    }

    public void Dispose() => single.Dispose();
}
