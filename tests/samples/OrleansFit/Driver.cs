using System.Collections.Concurrent;
using System.Diagnostics;
using MinpackNet.Fitting;

namespace MinpackNet.Samples;

/// <summary>
/// Hands out the parts of a job. It lives in a silo: a client outside waits for the whole time limit of a call when a
/// silo dies, a silo hears of the death.
/// </summary>
internal static class Driver
{
    // A few more than run, so that no silo waits for its next part.
    private const int AtOnce = 8;

    public static async Task RunAsync(IGrainFactory grains, FitJob job, IReadOnlyList<FitPart> parts)
    {
        Stopwatch watch = Stopwatch.StartNew();
        string sent = job.ToJson();
        FitMerge merge = new(job, parts);
        Lock @lock = new();
        ConcurrentDictionary<int, int> silos = new();
        int repeated = 0;
        await Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (part, cancellationToken) =>
            {
                (PartReply reply, int calls) = await PartCall.RunAsync(
                    grains, part.Number, new(sent, part.Number, part.First, part.Count, null), cancellationToken);
                FittedPart fitted = FittedPart.FromJson(
                    reply.Fitted ?? throw new InvalidOperationException(reply.Refusal), job);
                silos.AddOrUpdate(reply.Silo, 1, (_, count) => count + 1);
                lock (@lock)
                {
                    merge.Add(fitted);
                    repeated += calls - 1;
                    Console.WriteLine(merge);
                }
            });
        Console.WriteLine($"{repeated} calls repeated; parts by silo: "
            + string.Join(", ", silos.OrderBy(silo => silo.Key).Select(silo => $"{silo.Key} {silo.Value}")));
        Outcome.Print(merge.ToTable(), watch);
    }
}
