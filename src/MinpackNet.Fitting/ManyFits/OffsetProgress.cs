namespace MinpackNet.Fitting;

/// <summary>Reports the fits of a group after those of the groups before.</summary>
internal sealed class OffsetProgress(IProgress<int> progress, int before) : IProgress<int>
{
    public void Report(int value) => progress.Report(before + value);
}
