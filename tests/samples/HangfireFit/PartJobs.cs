using System.Diagnostics;
using Hangfire;
using MinpackNet.Fitting;

namespace MinpackNet.Samples;

/// <summary>What a worker does. Hangfire runs a job at least once; the insert makes it count once.</summary>
public static class PartJobs
{
    private static int _begun;

    /// <summary>Where the results go; set once at the start.</summary>
    internal static string Connection { get; set; } = "";

    /// <summary>In which of its parts the worker dies, from 1, to see what follows; 0 for none.</summary>
    internal static int LastPart { get; set; }

    /// <summary>Runs a part and stores its results.</summary>
    /// <param name="job">The job in JSON.</param>
    /// <param name="number">The number of the part.</param>
    /// <param name="first">Its first fit.</param>
    /// <param name="count">How many it has.</param>
    /// <param name="cancellationToken">Hangfire's own, which ends the job with the worker.</param>
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [1, 5, 15])]
    public static async Task RunAsync(
        string job, int number, int first, int count, CancellationToken cancellationToken)
    {
        FitPart part = new(number, first, count);
        FittedPart fitted =
            FitJob.FromJson(job).Run(part, Decays.Times, Decays.Of(part), null, cancellationToken);
        if (Interlocked.Increment(ref _begun) == LastPart)
        {
            // With the part in hand, by SIGKILL, as in a power failure.
            Process.GetCurrentProcess().Kill();
        }

        await using PartTable table = new(Connection);
        await table.AddAsync(fitted);
    }
}
