using System.Diagnostics.CodeAnalysis;

namespace MinpackNet;

/// <summary>
/// Runs the indices of a loop on the calling thread and on threads of the pool, as far as these come in time. One
/// instance runs loop after loop, one at a time, without allocating.
/// </summary>
/// <remarks>
/// <para>
/// The calling thread takes indices until none is left, and then waits only for those that a helper has taken and is
/// running. It does not wait for helpers that the pool never starts: a starved pool costs speed and nothing else. Nor
/// can nested loops wait for each other in a circle: a thread waits only for indices taken after its own loop began.
/// </para>
/// <para>
/// A helper may arrive at any time: late, when its loop is over, or in the middle of a later loop of the same object.
/// It may read what belongs to a loop (the body, and whatever that points to) only after it has taken an index.
/// <see cref="_unclaimed"/> is above zero only while a loop runs; taking an index lowers it in one atomic step; and
/// <see cref="Run"/> neither returns nor starts another loop before every index taken has been finished. So an index
/// taken keeps its loop open, and a helper that gets none has touched nothing but this object, which the collector
/// keeps alive.
/// </para>
/// </remarks>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A late helper may still set the event, so the collector, which knows the last, disposes of it.")]
internal sealed class ParallelLoop : IThreadPoolWorkItem
{
    /// <summary>
    /// How the caller waits before it sleeps: a few microseconds of spinning, then a few of yielding.
    /// </summary>
    private const int SpinningGlances = 100;
    private const int SpinsOfAGlance = 10;
    private const int Glances = 150;

    private readonly AutoResetEvent _finished = new(initialState: false);
    private readonly int _mostHelpers;
    private Action<int> _body = static _ => { };
    private int _count;
    private int _unclaimed;
    private int _unfinished;
    private int _helpers;
    private int _callerSleeps;

    /// <param name="degree">How many threads may take part, including the calling one.</param>
    public ParallelLoop(int degree) => _mostHelpers = degree - 1;

    public int Degree => _mostHelpers + 1;

    /// <summary>
    /// Calls the body once for each index from 0 to count - 1 and returns when all calls have returned.
    /// </summary>
    /// <param name="count">How many indices there are; they are started in ascending order.</param>
    /// <param name="body">Must not throw.</param>
    public void Run(int count, Action<int> body)
    {
        _body = body;
        _count = count;
        _unfinished = count;
        Interlocked.Exchange(ref _unclaimed, count);
        int wanted = Math.Min(count - 1, _mostHelpers);
        while (TryAddHelper(wanted) && TryQueue())
        {
        }

        TakePart();
        WaitForHelpers();
    }

    /// <summary>A helper at work, on a thread of the pool.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        do
        {
            TakePart();
            Interlocked.Decrement(ref _helpers);
        }
        while (Volatile.Read(ref _unclaimed) > 0 && TryAddHelper(_mostHelpers)); // a new loop, which counted us
    }

    private void TakePart()
    {
        int left = Volatile.Read(ref _unclaimed);
        while (left > 0)
        {
            int found = Interlocked.CompareExchange(ref _unclaimed, left - 1, left);
            if (found == left)
            {
                _body(_count - left);
                Finish();
                found = Volatile.Read(ref _unclaimed);
            }

            left = found;
        }
    }

    private void Finish()
    {
        // The caller announces its sleep before its last look at the count; this looks for the announcement after
        // lowering the count. So at least one of the two sees the other.
        if (Interlocked.Decrement(ref _unfinished) == 0 && Volatile.Read(ref _callerSleeps) != 0)
        {
            _finished.Set();
        }
    }

    private void WaitForHelpers()
    {
        // Not SpinWait: it sleeps in between, where an interrupt of this thread would throw.
        for (int glance = 0; Volatile.Read(ref _unfinished) > 0; glance++)
        {
            if (glance < SpinningGlances)
            {
                Thread.SpinWait(SpinsOfAGlance);
            }
            else if (glance < Glances)
            {
                Thread.Yield();
            }
            else
            {
                Sleep();
            }
        }
    }

    private void Sleep()
    {
        bool interrupted = false;
        Interlocked.Exchange(ref _callerSleeps, 1);
        while (Volatile.Read(ref _unfinished) > 0)
        {
            try
            {
                _finished.WaitOne(); // may wake for nothing, from an earlier loop
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true; // The tasks still run: interrupt the thread again afterwards.
            }
        }

        _callerSleeps = 0;
        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }

    /// <summary>Counts one more helper, queued or at work, unless there are enough.</summary>
    private bool TryAddHelper(int most)
    {
        int helpers = Volatile.Read(ref _helpers);
        while (helpers < most)
        {
            int found = Interlocked.CompareExchange(ref _helpers, helpers + 1, helpers);
            if (found == helpers)
            {
                return true;
            }

            helpers = found;
        }

        return false;
    }

    private bool TryQueue()
    {
        try
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return true;
        }
        catch (OutOfMemoryException)
        {
            // The threads already there do the work.
            Interlocked.Decrement(ref _helpers);
            return false;
        }
    }
}
