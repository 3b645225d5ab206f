using System.Runtime.ExceptionServices;

namespace MinpackNet;

/// <summary>Hands out portions of many fits, reports how many have ended, and knows when to stop.</summary>
internal sealed class FitQueue
{
    /// <summary>So many that all workers end at about the same time.</summary>
    private const int PortionsPerWorker = 64;
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
        _portion = Math.Clamp(count / (workers * PortionsPerWorker), 1, LargestPortion);
        _progress = progress;
        _cancellation = cancellation;
    }

    /// <summary>Whether no more fits are to be started.</summary>
    public bool IsStopped => _cancellation.IsCancellationRequested || Volatile.Read(ref _failure) is not null;

    /// <summary>Takes the next fits, from one to before the other; none when there are none left.</summary>
    public (int Next, int End) TakePortion()
    {
        long end = Interlocked.Add(ref _next, _portion);
        return ((int)Math.Min(end - _portion, _count), (int)Math.Min(end, _count));
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
                // Read under the lock, so that no report is lower than the one before.
                _progress.Report(Volatile.Read(ref _ended));
                Volatile.Write(ref _reported, now);
            }
            finally
            {
                Monitor.Exit(_gate);
            }
        }
    }

    /// <summary>Ends the whole run with an exception that belongs to no fit; the first one counts.</summary>
    public void Fail(Exception exception) =>
        Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);

    /// <summary>To be called when all workers have ended.</summary>
    public void Finish()
    {
        _failure?.Throw();
        _progress?.Report(_ended);
    }
}
