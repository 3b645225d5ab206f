using MinpackNet.Interop;

namespace MinpackNet.Tests;

/// <summary>The loop over the thread pool that the native core and many fits share their work with.</summary>
[Collection("alone")] // it counts threads, and one test blocks the pool
public sealed class ParallelLoopTests
{
    public static TheoryData<int> Degrees => [1, 2, 3, 7];

    [Theory]
    [MemberData(nameof(Degrees))]
    public void Each_index_runs_once_and_before_the_loop_returns_and_never_on_more_threads_than_allowed(int degree)
    {
        const int Loops = 20_000;
        ParallelLoop loop = new(degree);
        int[] runs = new int[16];
        int inside = 0;
        int most = 0;
        Action<int> body = i =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref inside));
            Interlocked.Increment(ref runs[i]);
            Interlocked.Decrement(ref inside);
        };
        int[] expected = new int[runs.Length];
        for (int k = 0; k < Loops; k++)
        {
            int count = 1 + (k % runs.Length);
            loop.Run(count, body);
            expected.AsSpan(0, count).Fill(1);
            Assert.Equal(expected, runs);
            Array.Clear(runs);
            Array.Clear(expected);
        }

        Assert.InRange(most, 1, degree);
    }

    [Fact]
    public void Helpers_from_the_pool_take_part()
    {
        ParallelLoop loop = new(3);
        using Barrier meeting = new(3);
        loop.Run(3, _ => meeting.SignalAndWait()); // ends only if three threads are inside at once
        Assert.Equal(1, meeting.CurrentPhaseNumber);
    }

    [Fact]
    public void The_caller_waits_for_an_index_that_a_helper_still_runs()
    {
        ParallelLoop loop = new(2);
        int caller = Environment.CurrentManagedThreadId;
        for (int k = 0; k < 20; k++)
        {
            using CountdownEvent both = new(2);
            bool helperDone = false;
            loop.Run(2, _ =>
            {
                both.Signal();
                both.Wait();
                if (Environment.CurrentManagedThreadId != caller)
                {
                    Thread.Sleep(k % 2 == 0 ? 0 : 5); // so that the caller spins, or sleeps
                    Volatile.Write(ref helperDone, true);
                }
            });
            Assert.True(helperDone);
        }
    }

    [Fact]
    public void With_a_starved_pool_the_caller_does_it_all()
    {
        ParallelLoop loop = new(4);
        HashSet<int> threads = [];
        using (new StarvedPool())
        {
            for (int k = 0; k < 100; k++)
            {
                loop.Run(8, _ => threads.Add(Environment.CurrentManagedThreadId));
            }
        }

        Assert.Equal([Environment.CurrentManagedThreadId], threads);
    }

    [Fact]
    public void Loops_nest_on_pool_threads_without_deadlock()
    {
        int runs = 0;
        new ParallelLoop(4).Run(4, _ => Nest(depth: 3));
        Assert.Equal(4 * 4 * 4 * 4, runs);

        void Nest(int depth)
        {
            if (depth == 0)
            {
                Interlocked.Increment(ref runs);
            }
            else
            {
                new ParallelLoop(4).Run(4, _ => Nest(depth - 1));
            }
        }
    }

    [Fact]
    public void An_interrupted_caller_still_waits_and_is_interrupted_afterwards()
    {
        bool helperDone = false;
        bool waited = false;
        Exception? duringTheLoop = null;
        Exception? afterwards = null;
        using CountdownEvent both = new(2);
        Thread caller = new(() =>
        {
            Thread self = Thread.CurrentThread;
            duringTheLoop = Record.Exception(() => new ParallelLoop(2).Run(2, _ => Interrupt(self)));
            waited = Volatile.Read(ref helperDone);
            afterwards = Record.Exception(() => Thread.Sleep(1));
        });
        caller.Start();
        caller.Join();
        Assert.Null(duringTheLoop);
        Assert.True(waited);
        Assert.IsType<ThreadInterruptedException>(afterwards);

        void Interrupt(Thread thread)
        {
            both.Signal();
            both.Wait();
            if (Thread.CurrentThread != thread)
            {
                Thread.Sleep(5); // the caller is out of its own index by now, and waits
                thread.Interrupt();
                Thread.Sleep(20);
                Volatile.Write(ref helperDone, true);
            }
        }
    }

    [Fact]
    public void Loops_allocate_nothing()
    {
        ParallelLoop loop = new(2);
        int sum = 0;
        Action<int> body = i => Interlocked.Add(ref sum, i);
        Assert.Equal(0, Allocations.LeastOf(() => loop.Run(2, body)));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen = Volatile.Read(ref most);
        while (seen < value)
        {
            seen = Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
