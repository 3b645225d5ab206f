namespace MinpackNet;

/// <summary>Carries out a share of many fits on one thread, in memory that it uses again and again.</summary>
internal interface IFitWorker : IDisposable
{
    /// <summary>Takes fits from its share until there is none left.</summary>
    void Run();
}
