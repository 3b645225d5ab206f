using System.Runtime.ExceptionServices;

namespace MinpackNet;

/// <summary>Hands out many fits to the workers that ask, tells how far they are, and knows when to stop.</summary>
internal sealed class FitQueue
{
    /// <summary>In this many portions for each worker, so that all end at about the same time.</summary>
    private const int PortionsOfAWorker = 64;
    private const int LargestPortion = 64;
    private const int MillisecondsBetweenReports = 100;

    private readonly int _count;
    private readonly int _portion;
    private readonly IProgress<int>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly object _gate = new();
    private long _next;
    private int _ended;
    private long _reported = Environment.TickCount64;
    private ExceptionDispatchInfo? _failure;

    public FitQueue(int count, int workers, IProgress<int>? progress, CancellationToken cancellation)
    {
        _count = count;
        _portion = Math.Clamp(count / (workers * PortionsOfAWorker), 1, LargestPortion);
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <summary>Whether no more fits shall be started.</summary>
    public bool IsStopped => _cancellation.IsCancellationRequested || Volatile.Read(ref _failure) is not null;

    /// <summary>Takes the next fit from the worker's portion, or a new portion.</summary>
    /// <returns>False when there is none left, or <see cref="IsStopped"/>.</returns>
    public bool TryTake(ref (int Next, int End) portion, out int fit)
    {
        if (portion.Next == portion.End)
        {
            long end = Interlocked.Add(ref _next, _portion);
            portion = ((int)Math.Min(end - _portion, _count), (int)Math.Min(end, _count));
        }

        fit = portion.Next;
        if (fit == portion.End || IsStopped)
        {
            return false;
        }

        portion.Next++;
        return true;
    }

    /// <summary>One more fit has ended.</summary>
    public void Ended()
    {
        if (_progress is null)
        {
            return;
        }

        Interlocked.Increment(ref _ended);
        long now = Environment.TickCount64;
        if (now - Volatile.Read(ref _reported) >= MillisecondsBetweenReports && Monitor.TryEnter(_gate))
        {
            try
            {
                // In here, so that no report says less than the one before.
                _progress.Report(Volatile.Read(ref _ended));
                Volatile.Write(ref _reported, now);
            }
            finally
            {
                Monitor.Exit(_gate);
            }
        }
    }

    /// <summary>Ends the whole run with an exception that is no fit's own; the first one counts.</summary>
    public void Fail(Exception exception) =>
        Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);

    /// <summary>All workers are through.</summary>
    public void Finish()
    {
        _failure?.Throw();
        _progress?.Report(_ended);
    }
}
