namespace MinpackNet;

/// <summary>One worker's side of many fits: its memory, used again and again.</summary>
internal interface IFitWorker : IDisposable
{
    /// <summary>Takes fits from the queue until there is none left.</summary>
    void Run(FitQueue queue);
}
