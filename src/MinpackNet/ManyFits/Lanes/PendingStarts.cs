using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// The next fits, at most as many as there are lanes, with the residuals at their starts evaluated all at once: lanes
/// become idle one by one, and to evaluate the start of a single one takes as long.
/// </summary>
internal sealed class PendingStarts(FitBatch fits, FitData data) : IDisposable
{
    private readonly LaneInputs _inputs = new(fits.ParameterCount, data.Length);
    private readonly Vector<double>[] _residuals = new Vector<double>[fits.ResidualCount];

    /// <summary>As bits, those that have residuals and are not started yet.</summary>
    private int _good;

    public int Count { get; private set; }

    public bool IsFull => Count == LockstepBuffers.LaneCount;

    public void Clear()
    {
        _inputs.Clear();
        _good = 0;
        Count = 0;
    }

    public void Add(int fit)
    {
        _inputs.Put(Count, fit, fits.ParametersOf(fit), data.Of(fit));
        Count++;
    }

    /// <summary>Evaluates the residuals; the failures are the evaluator's.</summary>
    public void Evaluate(LockstepEvaluator evaluator)
    {
        try
        {
            _good = evaluator.EvaluateStarts(_inputs, LaneVectors.ToMask((1 << Count) - 1), _residuals);
        }
        catch (Exception)
        {
            // It may be about any of them, so none is good, and for none is the failure known.
        }
    }

    /// <summary>Whether a fit, counted as they were added, got no residuals.</summary>
    public bool IsBad(int index, out int fit)
    {
        fit = _inputs.Fits[index];
        return (_good & (1 << index)) == 0;
    }

    /// <summary>Starts the next fit that has residuals in a lane.</summary>
    /// <returns>False when there is none left.</returns>
    public bool TryStart(int lane, LaneInputs inputs, LockstepBuffers buffers)
    {
        if (_good == 0)
        {
            return false;
        }

        int from = BitOperations.TrailingZeroCount(_good);
        _good &= _good - 1;
        inputs.Put(lane, _inputs, from);
        LaneVectors.Copy(_inputs.Points, from, buffers.Trial, lane);
        LaneVectors.Copy(_residuals, from, buffers.TrialResiduals, lane);
        buffers.Start(lane);
        return true;
    }

    public void Dispose() => _inputs.Dispose();
}
