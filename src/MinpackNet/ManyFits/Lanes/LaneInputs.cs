using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>What a model is shown of the fits in lanes: their numbers, points and data.</summary>
/// <remarks>
/// A lane whose fit is not to be evaluated, or that has none, holds some earlier point and data, so that the model
/// never sees values that belong to no fit.
/// </remarks>
internal sealed class LaneInputs : IDisposable
{
    /// <summary>In <see cref="Fits"/>.</summary>
    public const int NoFit = -1;

    private readonly VectorBlock _block;
    private readonly int _parameterCount;
    private readonly int[] _fits = new int[LockstepBuffers.LaneCount];
    private bool _isEmpty;

    public LaneInputs(int parameterCount, int dataLength)
    {
        _block = new(checked(parameterCount + dataLength));
        _parameterCount = parameterCount;
        Clear();
    }

    /// <summary>The number of the fit in each lane, or <see cref="NoFit"/>.</summary>
    public Span<int> Fits => _fits;

    public Span<Vector<double>> Points => _block.Vectors[.._parameterCount];

    public Span<Vector<double>> Data => _block.Vectors[_parameterCount..];

    /// <summary>Forgets all fits: the next one is shown in every lane until others come.</summary>
    public void Clear()
    {
        Array.Fill(_fits, NoFit);
        _isEmpty = true;
    }

    /// <summary>Puts a fit into a lane.</summary>
    public void Put(int lane, int fit, ReadOnlySpan<double> point, ReadOnlySpan<double> data)
    {
        if (_isEmpty)
        {
            LaneVectors.Broadcast(point, Points);
            LaneVectors.Broadcast(data, Data);
            _isEmpty = false;
        }
        else
        {
            LaneVectors.Scatter(point, Points, lane);
            LaneVectors.Scatter(data, Data, lane);
        }

        _fits[lane] = fit;
    }

    /// <summary>Puts a fit into a lane that stands in a lane elsewhere.</summary>
    public void Put(int lane, LaneInputs from, int fromLane)
    {
        if (_isEmpty)
        {
            from._block.Vectors.CopyTo(_block.Vectors);
            _isEmpty = false;
        }

        LaneVectors.Copy(from._block.Vectors, fromLane, _block.Vectors, lane);
        _fits[lane] = from._fits[fromLane];
    }

    public void Dispose() => _block.Dispose();
}
