using System.Diagnostics;

namespace MinpackNet.Benchmarks.Compare;

/// <summary>Times contenders by turns, so that what disturbs one disturbs all.</summary>
internal static class Race
{
    /// <summary>
    /// Seconds: long beside the clock's grain, short beside the time that a thread has before another's turn.
    /// </summary>
    private const double ShortestBunch = 0.001;

    public static void Run(Pace pace, params ReadOnlySpan<Contender> contenders)
    {
        Stopwatch watch = Stopwatch.StartNew();
        do
        {
            foreach (Contender contender in contenders)
            {
                contender.WarmUp(ShortestBunch);
            }
        }
        while (watch.Elapsed.TotalSeconds < pace.WarmUp);

        watch.Restart();
        double seconds = pace.Seconds * contenders.Length;
        for (int round = 0; round < pace.Rounds || watch.Elapsed.TotalSeconds < seconds; round++)
        {
            foreach (Contender contender in contenders)
            {
                contender.Sample();
            }
        }
    }

    /// <summary>The seconds that an action takes.</summary>
    public static double Time(Action action)
    {
        long begin = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}
