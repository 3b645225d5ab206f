using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>A model for one fit at a time, called for one lane after the other.</summary>
internal sealed class PerFitSource : ILaneSource
{
    private readonly FitBatch _fits;
    private readonly FitResidualFunction _residuals;
    private readonly FitJacobianFunction? _jacobian;
    private readonly bool _rejectNonFinite;
    private readonly OneByOneWorker _single;
    private readonly CancellationToken _cancellation;
    private readonly double[] _point;
    private readonly double[] _residualValues;
    private readonly double[] _derivatives;

    public PerFitSource(
        FitBatch fits,
        FitResidualFunction residuals,
        FitJacobianFunction? jacobian,
        NonFinitePolicy policy,
        OneByOneWorker single,
        CancellationToken cancellation)
    {
        _fits = fits;
        _residuals = residuals;
        _jacobian = jacobian;
        _rejectNonFinite = policy == NonFinitePolicy.Throw;
        _single = single;
        _cancellation = cancellation;
        _point = new double[fits.ParameterCount];
        _residualValues = new double[fits.ResidualCount];
        _derivatives = jacobian is null ? [] : new double[checked(fits.ResidualCount * fits.ParameterCount)];
    }

    public bool HasJacobian => _jacobian is not null;

    /// <summary>None: the functions know a fit's data by its number.</summary>
    public int DataLength => 0;

    public bool TryStart(FitQueue queue, ref (int, int) portion, LaneMemory memory, int lane)
    {
        while (queue.TryTake(ref portion, out int fit))
        {
            if (_single.IsReady(fit) && TryEvaluateStart(fit))
            {
                memory.Start(lane, fit, _fits.ParametersOf(fit), _residualValues);
                return true;
            }

            queue.Ended();
        }

        return false;
    }

    public Vector<long> Evaluate(
        LaneMemory memory, Vector<long> lanes, Span<Vector<double>> residuals, Span<Exception?> failures) =>
        EvaluateEach(CallResiduals, memory, lanes, _residualValues, residuals, failures);

    public Vector<long> EvaluateJacobian(
        LaneMemory memory, Vector<long> lanes, Span<Vector<double>> jacobian, Span<Exception?> failures) =>
        EvaluateEach(CallJacobian, memory, lanes, _derivatives, jacobian, failures);

    private static void CallResiduals(PerFitSource model, int fit) =>
        model._residuals(fit, model._point, model._residualValues);

    private static void CallJacobian(PerFitSource model, int fit) => model._jacobian!(
        fit, model._point, new(ref model._derivatives[0], model._fits.ResidualCount, model._fits.ParameterCount));

    private Vector<long> EvaluateEach(
        Action<PerFitSource, int> call,
        LaneMemory memory,
        Vector<long> lanes,
        double[] values,
        Span<Vector<double>> vectors,
        Span<Exception?> failures)
    {
        for (int lane = 0; lane < LaneMemory.Lanes; lane++)
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

            LaneMemory.Gather(memory.Point, lane, _point);
            if (TryCall(call, memory.FitIn[lane], out failures[lane]))
            {
                LaneMemory.Scatter(values, vectors, lane);
            }
            else
            {
                lanes = lanes.WithElement(lane, 0);
            }
        }

        return lanes;
    }

    private bool TryEvaluateStart(int fit)
    {
        _fits.ParametersOf(fit).CopyTo(_point);
        if (TryCall(CallResiduals, fit, out Exception? failure)
            && _rejectNonFinite && NonFinite.IndexIn(_residualValues) is >= 0 and int i)
        {
            failure = Errors.NonFiniteResidual(_residualValues[i], i, _point, forDifference: false);
        }

        if (failure is not null)
        {
            _fits.FailAtStart(fit, failure);
        }

        return failure is null;
    }

    private bool TryCall(Action<PerFitSource, int> call, int fit, out Exception? failure)
    {
        try
        {
            call(this, fit);
            failure = null;
            return true;
        }
        catch (Exception exception)
        {
            failure = exception;
            return false;
        }
    }
}
