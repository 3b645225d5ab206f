namespace MinpackNet;

/// <summary>One worker's side of the queue: it takes fits in portions and hands them out one by one.</summary>
internal sealed class FitShare(FitQueue queue)
{
    private (int Next, int End) _portion;

    /// <inheritdoc cref="FitQueue.IsStopped"/>
    public bool IsStopped => queue.IsStopped;

    /// <returns>False when there is none left, or <see cref="IsStopped"/>.</returns>
    public bool TryTake(out int fit)
    {
        if (_portion.Next == _portion.End)
        {
            _portion = queue.TakePortion();
        }

        fit = _portion.Next;
        if (fit == _portion.End || IsStopped)
        {
            return false;
        }

        _portion.Next++;
        return true;
    }

    /// <inheritdoc cref="FitQueue.Ended"/>
    public void Ended() => queue.Ended();
}
