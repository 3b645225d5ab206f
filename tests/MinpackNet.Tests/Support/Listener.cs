namespace MinpackNet.Tests;

/// <summary>Hears of progress on the thread that reports it.</summary>
internal sealed class Listener(Action<int> report) : IProgress<int>
{
    public void Report(int value) => report(value);
}
