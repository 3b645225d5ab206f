using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>A model for one fit at a time, called for one lane after the other.</summary>
internal sealed class ScalarModel : ILaneModel
{
    private readonly FitManyResult _fits;
    private readonly FitResidualFunction _residuals;
    private readonly FitJacobianFunction? _jacobian;
    private readonly bool _rejectNonFinite;
    private readonly SingleFitter _single;
    private readonly CancellationToken _cancellation;
    private readonly double[] _point;
    private readonly double[] _residualValues;
    private readonly double[] _derivatives;

    public ScalarModel(
        FitManyResult fits,
        FitResidualFunction residuals,
        FitJacobianFunction? jacobian,
        LeastSquaresOptions options,
        SingleFitter single,
        CancellationToken cancellation)
    {
        _fits = fits;
        _residuals = residuals;
        _jacobian = jacobian;
        _rejectNonFinite = options.NonFiniteValues == NonFinitePolicy.Throw;
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
        EvaluateEach(memory, lanes, _residualValues, residuals, failures, static (model, fit) =>
            model._residuals(fit, model._point, model._residualValues));

    public Vector<long> EvaluateJacobian(
        LaneMemory memory, Vector<long> lanes, Span<Vector<double>> jacobian, Span<Exception?> failures) =>
        EvaluateEach(memory, lanes, _derivatives, jacobian, failures, static (model, fit) =>
            model._jacobian!(
                fit,
                model._point,
                new(ref model._derivatives[0], model._fits.ResidualCount, model._fits.ParameterCount)));

    public void Dispose()
    {
    }

    private Vector<long> EvaluateEach(
        LaneMemory memory,
        Vector<long> lanes,
        double[] values,
        Span<Vector<double>> vectors,
        Span<Exception?> failures,
        Action<ScalarModel, int> evaluate)
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
            if (TryEvaluate(memory.FitIn[lane], evaluate, out failures[lane]))
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

    private bool TryEvaluate(int fit, Action<ScalarModel, int> evaluate, out Exception? failure)
    {
        try
        {
            evaluate(this, fit);
            failure = null;
            return true;
        }
        catch (Exception exception)
        {
            failure = exception;
            return false;
        }
    }

    private bool TryEvaluateStart(int fit)
    {
        ReadOnlySpan<double> start = _fits.ParametersOf(fit);
        try
        {
            _residuals(fit, start, _residualValues);
            if (_rejectNonFinite && !NonFinite.AreFinite(_residualValues))
            {
                NonFinite.RejectResiduals(start, _residualValues, forDifference: false);
            }

            return true;
        }
        catch (Exception exception)
        {
            _fits.FailAtStart(fit, exception);
            return false;
        }
    }
}
