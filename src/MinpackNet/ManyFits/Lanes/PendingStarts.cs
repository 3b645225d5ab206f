using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// The next fits, at most as many as there are lanes, with the residuals at their starts evaluated all at once: lanes
/// become free one by one, and to evaluate the start of a single one takes as long.
/// </summary>
internal sealed class PendingStarts
{
    private readonly FitBatch _fits;
    private readonly ReadOnlyMemory<double> _data;
    private readonly LaneResidualFunction _residuals;
    private readonly OneByOneWorker _single;
    private readonly bool _rejectNonFinite;
    private readonly int[] _fitIn = new int[LaneMemory.Lanes];
    private readonly Vector<double>[] _points;
    private readonly Vector<double>[] _observed;
    private readonly Vector<double>[] _values;
    private int _next;
    private int _count;

    public PendingStarts(
        FitBatch fits,
        ReadOnlyMemory<double> data,
        int dataLength,
        LaneResidualFunction residuals,
        NonFinitePolicy policy,
        OneByOneWorker single)
    {
        _fits = fits;
        _data = data;
        _residuals = residuals;
        _rejectNonFinite = policy == NonFinitePolicy.Throw;
        _single = single;
        _points = new Vector<double>[fits.ParameterCount];
        _observed = new Vector<double>[dataLength];
        _values = new Vector<double>[fits.ResidualCount];
    }

    /// <summary>Puts the next fit that can start into a lane, with its residuals. Those that cannot are recorded.</summary>
    /// <returns>False when there is none left.</returns>
    public bool TryLoad(FitQueue queue, ref (int, int) portion, LaneMemory memory, int lane)
    {
        do
        {
            while (_next < _count && !queue.IsStopped)
            {
                int from = _next++;
                int fit = _fitIn[from];
                if (fit != LaneMemory.NoFit)
                {
                    memory.Start(lane, fit, _points, _observed, _values, from);
                    return true;
                }
            }
        }
        while (TryRefill(queue, ref portion));

        return false;
    }

    private bool TryRefill(FitQueue queue, ref (int, int) portion)
    {
        _next = 0;
        _count = 0;
        while (_count < _fitIn.Length && queue.TryTake(ref portion, out int fit))
        {
            if (_single.IsReady(fit))
            {
                _fitIn[_count] = fit;
                Show(fit, _count);
                _count++;
            }
            else
            {
                queue.Ended();
            }
        }

        if (_count == 0 || queue.IsStopped)
        {
            return false;
        }

        // Lanes without a fit shall show the model nothing that it has not seen.
        for (int lane = _count; lane < _fitIn.Length; lane++)
        {
            Show(_fitIn[0], lane);
        }

        Vector<long> good = Evaluate();
        for (int lane = 0; lane < _count && !queue.IsStopped; lane++)
        {
            if (good[lane] == 0)
            {
                _single.Fit(_fitIn[lane]);
                _fitIn[lane] = LaneMemory.NoFit;
                queue.Ended();
            }
        }

        return true;
    }

    private void Show(int fit, int lane)
    {
        LaneMemory.Scatter(_fits.ParametersOf(fit), _points, lane);
        LaneMemory.Scatter(_data.Span.Slice(fit * _observed.Length, _observed.Length), _observed, lane);
    }

    /// <summary>
    /// Evaluates the residuals. A fit whose numbers are not finite is no good, and none is when the model throws, be it
    /// for one lane: done by itself such a fit meets the same, and is recorded as a single fit is.
    /// </summary>
    /// <returns>All bits set in the lanes of good ones.</returns>
    private Vector<long> Evaluate()
    {
        try
        {
            _residuals(_points, _observed, _values);
        }
        catch (Exception)
        {
            return Vector<long>.Zero;
        }

        return _rejectNonFinite ? NonFinite.FiniteLanes(_values) : Vector<long>.AllBitsSet;
    }
}
