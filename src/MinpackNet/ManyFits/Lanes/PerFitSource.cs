using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Functions for one fit at a time, called for one lane after the other.</summary>
internal sealed class PerFitSource : ILaneSource
{
    private readonly int _n;
    private readonly int _m;
    private readonly FitResidualFunction _residuals;
    private readonly FitJacobianFunction? _jacobian;
    private readonly CancellationToken _cancellation;
    private readonly double[] _point;
    private readonly double[] _residualValues;
    private readonly double[] _derivatives;

    public PerFitSource(
        FitBatch fits, FitResidualFunction residuals, FitJacobianFunction? jacobian, CancellationToken cancellation)
    {
        _n = fits.ParameterCount;
        _m = fits.ResidualCount;
        _residuals = residuals;
        _jacobian = jacobian;
        _cancellation = cancellation;
        _point = new double[_n];
        _residualValues = new double[_m];
        _derivatives = jacobian is null ? [] : new double[checked(_m * _n)];
    }

    public bool HasJacobian => _jacobian is not null;

    public bool TakesAllLanes => false;

    public Vector<long> Evaluate(
        LaneInputs inputs, Vector<long> lanes, Span<Vector<double>> residuals, Span<Exception?> failures) =>
        EvaluateEach(CallResiduals, inputs, lanes, _residualValues, residuals, failures);

    public Vector<long> EvaluateJacobian(
        LaneInputs inputs, Vector<long> lanes, Span<Vector<double>> jacobian, Span<Exception?> failures) =>
        EvaluateEach(CallJacobian, inputs, lanes, _derivatives, jacobian, failures);

    private static void CallResiduals(PerFitSource source, int fit) =>
        source._residuals(fit, source._point, source._residualValues);

    private static void CallJacobian(PerFitSource source, int fit) =>
        source._jacobian!(fit, source._point, new(ref source._derivatives[0], source._m, source._n));

    private Vector<long> EvaluateEach(
        Action<PerFitSource, int> call,
        LaneInputs inputs,
        Vector<long> lanes,
        double[] values,
        Span<Vector<double>> vectors,
        Span<Exception?> failures)
    {
        for (int lane = 0; lane < LockstepBuffers.LaneCount; lane++)
        {
            if (lanes[lane] == 0)
            {
                continue;
            }

            if (_cancellation.IsCancellationRequested)
            {
                lanes = lanes.WithElement(lane, 0);
                continue;
            }

            LaneVectors.Gather(inputs.Points, lane, _point);
            failures[lane] = Call(call, inputs.Fits[lane]);
            if (failures[lane] is null)
            {
                LaneVectors.Scatter(values, vectors, lane);
            }
            else
            {
                lanes = lanes.WithElement(lane, 0);
            }
        }

        return lanes;
    }

    /// <returns>What was thrown, or null.</returns>
    private Exception? Call(Action<PerFitSource, int> call, int fit)
    {
        try
        {
            call(this, fit);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
