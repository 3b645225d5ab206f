using System.Diagnostics;
using System.Globalization;
using MinpackNet.Interop;

namespace MinpackNet.Benchmarks;

/// <summary>
/// Very many solves of all kinds on all cores, in most of which something goes wrong. What each combination of a solve
/// and a fault must lead to is found on one thread before.
/// </summary>
internal static class Soak
{
    private const long DefaultSolves = 1_000_000;
    private const double Mebibyte = 1 << 20;

    /// <summary>What a process of this size may grow by without leaking: heaps of threads, tiers of the JIT.</summary>
    private const double GrowthThatIsNoLeak = 32;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        long solves = arguments.IsEmpty ? DefaultSolves : long.Parse(arguments[0], CultureInfo.InvariantCulture);
        string[][] expected =
            [.. SoakKind.All.Select(kind => FaultPlan.All.Select(kind.Outcome).ToArray())];

        Batch warmUp = Batch.Run(solves / 10, expected);
        int handlesBefore = Handles();
        double memoryBefore = ResidentMemory();
        Stopwatch watch = Stopwatch.StartNew();
        Batch batch = Batch.Run(solves, expected);
        watch.Stop();
        int leaked = Handles() - handlesBefore;
        double growth = ResidentMemory() - memoryBefore;

        Console.WriteLine(
            $"solves           {batch.Solves} in {watch.Elapsed.TotalSeconds:F1} s on "
            + $"{Environment.ProcessorCount} processors");
        Console.WriteLine($"with faults      {batch.Faults}");
        Console.WriteLine($"wrong results    {batch.Wrong + warmUp.Wrong}");
        Console.WriteLine($"leaked handles   {leaked}, {Handles()} alive at the end");
        Console.WriteLine($"memory growth    {growth:F1} MiB");
        return batch.Wrong + warmUp.Wrong == 0 && leaked == 0 && Handles() == 0 && growth < GrowthThatIsNoLeak ? 0 : 1;
    }

    /// <summary>Handles alive after everything has been disposed or finalized.</summary>
    private static int Handles()
    {
        SoakKind.DisposeWorkspaces();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return SolverMemory.LiveHandles;
    }

    private static double ResidentMemory() => Process.GetCurrentProcess().WorkingSet64 / Mebibyte;

    private sealed record Batch(long Solves, long Faults, long Wrong)
    {
        public static Batch Run(long solves, string[][] expected)
        {
            long faults = 0;
            long wrong = 0;
            Parallel.For(0, solves, i =>
            {
                Random random = new((int)(i % int.MaxValue));
                int kind = random.Next(expected.Length);
                int plan = random.Next(FaultPlan.All.Length);
                if (FaultPlan.All[plan].Fault != Fault.None)
                {
                    Interlocked.Increment(ref faults);
                }

                if (SoakKind.All[kind].Outcome(FaultPlan.All[plan]) != expected[kind][plan])
                {
                    Interlocked.Increment(ref wrong);
                }
            });
            return new(solves, faults, wrong);
        }
    }
}
