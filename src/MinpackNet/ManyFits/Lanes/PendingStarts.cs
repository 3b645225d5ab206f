using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// The next fits and the residuals at their starts, which a source for all lanes evaluates all at once: lanes become
/// idle one by one, and to evaluate the start of a single one takes as long.
/// </summary>
internal sealed class PendingStarts : IDisposable
{
    private readonly FitBatch _fits;
    private readonly FitData _data;
    private readonly ILaneSource _source;
    private readonly NonFiniteRules _rules;
    private readonly LaneInputs _inputs;
    private readonly Vector<double>[] _residuals;
    private readonly Exception?[] _failures = new Exception?[LockstepBuffers.LaneCount];
    private readonly int _capacity;
    private int _evaluated;

    public PendingStarts(FitBatch fits, FitData data, ILaneSource source, NonFiniteRules rules)
    {
        _fits = fits;
        _data = data;
        _source = source;
        _rules = rules;
        _inputs = new(fits.ParameterCount, data.Length);
        _residuals = new Vector<double>[fits.ResidualCount];
        _capacity = source.TakesAllLanes ? LockstepBuffers.LaneCount : 1;
    }

    public int Count { get; private set; }

    public bool IsFull => Count == _capacity;

    public void Clear()
    {
        _inputs.Clear();
        Count = 0;
        _evaluated = 0;
    }

    public void Add(int fit)
    {
        _inputs.Put(Count, fit, _fits.ParametersOf(fit), _data.Of(fit));
        Count++;
    }

    /// <summary>
    /// Evaluates the residuals. None has them when a source for all lanes throws, because that may be about any lane.
    /// </summary>
    public void Evaluate()
    {
        Array.Clear(_failures);
        Vector<long> lanes;
        try
        {
            lanes = _source.Evaluate(_inputs, LaneVectors.ToMask((1 << Count) - 1), _residuals, _failures);
        }
        catch (Exception)
        {
            return;
        }

        int rejected = LaneVectors.ToBits(lanes & _rules.Rejected(_residuals));
        _evaluated = LaneVectors.ToBits(lanes) & ~rejected;
        for (; rejected != 0; rejected &= rejected - 1)
        {
            int lane = BitOperations.TrailingZeroCount(rejected);
            _failures[lane] = NonFiniteRules.InResiduals(
                _fits.ParametersOf(_inputs.Fits[lane]), LaneVectors.Gather(_residuals, lane), forDifference: false);
        }
    }

    /// <summary>Whether a fit got no residuals, and why if that is known.</summary>
    public bool IsBad(int index, out int fit, out Exception? failure)
    {
        fit = _inputs.Fits[index];
        failure = _failures[index];
        return (_evaluated & (1 << index)) == 0;
    }

    /// <summary>Starts the next fit that has residuals in a lane.</summary>
    /// <returns>False when there is none left.</returns>
    public bool TryStart(int lane, LaneInputs inputs, LockstepBuffers buffers)
    {
        if (_evaluated == 0)
        {
            return false;
        }

        int from = BitOperations.TrailingZeroCount(_evaluated);
        _evaluated &= _evaluated - 1;
        inputs.Put(lane, _inputs, from);
        LaneVectors.Copy(_inputs.Points, from, buffers.Trial, lane);
        LaneVectors.Copy(_residuals, from, buffers.TrialResiduals, lane);
        buffers.Start(lane);
        return true;
    }

    public void Dispose() => _inputs.Dispose();
}
