using System.Numerics;

namespace MinpackNet;

/// <summary>Functions for all lanes at once.</summary>
internal sealed class VectorSource(LaneResidualFunction residuals, LaneJacobianFunction? jacobian) : ILaneSource
{
    public bool HasJacobian => jacobian is not null;

    public bool TakesAllLanes => true;

    public Vector<long> Evaluate(
        LaneInputs inputs, Vector<long> lanes, Span<Vector<double>> values, Span<Exception?> failures)
    {
        residuals(inputs.Points, inputs.Data, values);
        return lanes;
    }

    public Vector<long> EvaluateJacobian(
        LaneInputs inputs, Vector<long> lanes, Span<Vector<double>> derivatives, Span<Exception?> failures)
    {
        jacobian!(inputs.Points, inputs.Data, derivatives);
        return lanes;
    }
}
