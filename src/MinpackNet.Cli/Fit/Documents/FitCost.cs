using System.Diagnostics;

namespace MinpackNet.Cli;

/// <summary>The time and memory that a fit took.</summary>
/// <param name="ReadSeconds">The time to read the data.</param>
/// <param name="FitSeconds">The time for the fit and its statistics.</param>
/// <param name="PeakMemoryBytes">The peak memory of the process so far.</param>
internal sealed record FitCost(double ReadSeconds, double FitSeconds, long PeakMemoryBytes)
{
    public static FitCost Of(TimeSpan read, TimeSpan fit) => new(read.TotalSeconds, fit.TotalSeconds, PeakMemory());

    /// <summary>The peak memory of the process so far, in bytes.</summary>
    public static long PeakMemory()
    {
        using Process process = Process.GetCurrentProcess();

        // Not every system reports the peak.
        return Math.Max(process.PeakWorkingSet64, process.WorkingSet64);
    }
}
