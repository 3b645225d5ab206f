namespace MinpackNet.Tests;

/// <summary>A thread pool that starts nothing new while this lives: blocked items stand before everything.</summary>
internal sealed class StarvedPool : IDisposable
{
    private const int Blocked = 256;

    private readonly ManualResetEventSlim _release = new();
    private readonly CountdownEvent _left = new(Blocked);

    public StarvedPool()
    {
        for (int i = 0; i < Blocked; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    _release.Wait();
                    _left.Signal();
                },
                null);
        }
    }

    public void Dispose()
    {
        _release.Set();
        _left.Wait();
        _release.Dispose();
        _left.Dispose();
    }
}
