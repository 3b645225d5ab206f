using System.Diagnostics;

namespace MinpackNet.Cli;

/// <summary>What a fit took.</summary>
/// <param name="ReadSeconds">The time for reading the data.</param>
/// <param name="FitSeconds">The time for the fit with its statistics.</param>
/// <param name="PeakMemoryBytes">The most memory that the process held so far.</param>
internal sealed record FitCost(double ReadSeconds, double FitSeconds, long PeakMemoryBytes)
{
    public static FitCost Of(TimeSpan read, TimeSpan fit)
    {
        using Process process = Process.GetCurrentProcess();

        // Not every system knows the peak.
        return new(read.TotalSeconds, fit.TotalSeconds, Math.Max(process.PeakWorkingSet64, process.WorkingSet64));
    }
}
