using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>A model for all lanes at once.</summary>
internal sealed class VectorSource : ILaneSource
{
    private readonly PendingStarts _starts;
    private readonly LaneResidualFunction _residuals;
    private readonly LaneJacobianFunction? _jacobian;

    public VectorSource(
        FitBatch fits,
        ReadOnlyMemory<double> data,
        int dataLength,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian,
        NonFinitePolicy policy,
        OneByOneWorker single)
    {
        DataLength = dataLength;
        _starts = new(fits, data, dataLength, residuals, policy, single);
        _residuals = residuals;
        _jacobian = jacobian;
    }

    public bool HasJacobian => _jacobian is not null;

    public int DataLength { get; }

    public bool TryStart(FitQueue queue, ref (int, int) portion, LaneMemory memory, int lane) =>
        _starts.TryLoad(queue, ref portion, memory, lane);

    public Vector<long> Evaluate(
        LaneMemory memory, Vector<long> lanes, Span<Vector<double>> residuals, Span<Exception?> failures)
    {
        _residuals(memory.Point, memory.Data, residuals);
        return lanes;
    }

    public Vector<long> EvaluateJacobian(
        LaneMemory memory, Vector<long> lanes, Span<Vector<double>> jacobian, Span<Exception?> failures)
    {
        _jacobian!(memory.Point, memory.Data, jacobian);
        return lanes;
    }
}
