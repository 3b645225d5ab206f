namespace MinpackNet.Tests;

/// <summary>How many bytes an action allocates.</summary>
internal static class Allocations
{
    /// <summary>How often the action runs in a round.</summary>
    public const int Repetitions = 100;

    private const int Rounds = 5;

    /// <summary>
    /// The least of some rounds: collections that another test forces meanwhile may leave a few bytes in this thread's
    /// account, but not in each round.
    /// </summary>
    public static long LeastOf(Action action)
    {
        action();
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Repetitions; i++)
            {
                action();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
