using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Carries out as many fits at once as a vector has lanes, and refills each lane when its fit has ended.
/// </summary>
/// <remarks>
/// Lanes that want a Jacobian wait until all want one: it is the larger part of the work, and is done for all lanes
/// or none.
/// </remarks>
internal sealed class LockstepWorker : IFitWorker
{
    private readonly FitBatch _fits;
    private readonly FitShare _share;
    private readonly ILaneSource _source;
    private readonly SingleFit _single;
    private readonly CancellationToken _cancellation;
    private readonly PendingStarts _starts;
    private readonly LaneInputs _inputs;
    private readonly LockstepBuffers _buffers;
    private readonly LockstepEvaluator _evaluator;
    private readonly double[] _work;

    public LockstepWorker(
        FitBatch fits,
        FitData data,
        FitShare share,
        ILaneSource source,
        SingleFit single,
        LeastSquaresOptions options,
        CancellationToken cancellation)
    {
        int n = fits.ParameterCount;
        SolverSettings settings = options.ToSettings(n, source.HasJacobian);
        NonFiniteRules rules = new(settings.NonFiniteValues, settings.Names);
        _fits = fits;
        _share = share;
        _source = source;
        _single = single;
        _cancellation = cancellation;
        _starts = new(fits, data);
        _inputs = new(n, data.Length);
        _buffers = new(n, fits.ResidualCount, settings, source.HasJacobian);
        _evaluator = new(_buffers, _inputs, source, rules, cancellation);
        _work = new double[n];
    }

    public void Run()
    {
        while (FillLanes())
        {
            if (_cancellation.IsCancellationRequested)
            {
                CancelAll();
                continue;
            }

            int evaluated;
            try
            {
                evaluated = _evaluator.Evaluate();
            }
            catch (Exception)
            {
                // From functions of all lanes at once: it may be about any lane. Each fit is done again by itself,
                // where the bad one meets its exception alone.
                RunOneByOne();
                continue;
            }

            RecordFailures();
            Advance(evaluated);
        }
    }

    public void Dispose()
    {
        _single.Dispose();
        _starts.Dispose();
        _inputs.Dispose();
        _buffers.Dispose();
    }

    /// <summary>Starts fits in the idle lanes.</summary>
    /// <returns>False when no lane has a fit.</returns>
    private bool FillLanes()
    {
        bool isBusy = false;
        int started = 0;
        for (int lane = 0; lane < LockstepBuffers.LaneCount; lane++)
        {
            if (IsIdle(lane) && TryStart(lane))
            {
                started |= 1 << lane;
            }

            isBusy |= !IsIdle(lane);
        }

        if (started != 0)
        {
            Advance(started);
        }

        return isBusy;
    }

    private bool IsIdle(int lane) => _inputs.Fits[lane] == LaneInputs.NoFit;

    private bool TryStart(int lane) => _source.TakesAllLanes ? TryStartPending(lane) : TryStartNext(lane);

    private bool TryStartNext(int lane)
    {
        while (TryTakeReady(out int fit))
        {
            _inputs.Put(lane, fit, _fits.ParametersOf(fit), data: []);
            if (_evaluator.EvaluateStarts(_inputs, LaneVectors.ToMask(1 << lane), _buffers.TrialResiduals) != 0)
            {
                LaneVectors.Copy(_inputs.Points, lane, _buffers.Trial, lane);
                _buffers.Start(lane);
                return true;
            }

            _inputs.Fits[lane] = LaneInputs.NoFit;
            EndAtStart(fit, _evaluator.Failures[lane]);
        }

        return false;
    }

    private bool TryStartPending(int lane)
    {
        do
        {
            if (!_share.IsStopped && _starts.TryStart(lane, _inputs, _buffers))
            {
                return true;
            }
        }
        while (TryEvaluateStarts());

        return false;
    }

    /// <summary>Evaluates the starts of the next fits, and records those that cannot start.</summary>
    /// <returns>False when there are none.</returns>
    private bool TryEvaluateStarts()
    {
        _starts.Clear();
        while (!_starts.IsFull && TryTakeReady(out int fit))
        {
            _starts.Add(fit);
        }

        if (_starts.Count == 0 || _share.IsStopped)
        {
            return false;
        }

        _starts.Evaluate(_evaluator);
        for (int k = 0; k < _starts.Count && !_share.IsStopped; k++)
        {
            if (_starts.IsBad(k, out int fit))
            {
                EndAtStart(fit, _evaluator.Failures[k]);
            }
        }

        return true;
    }

    private bool TryTakeReady(out int fit)
    {
        while (_share.TryTake(out fit))
        {
            if (_single.IsReady(fit))
            {
                return true;
            }

            _share.Ended();
        }

        return false;
    }

    private void EndAtStart(int fit, Exception? failure)
    {
        if (failure is null)
        {
            _single.Run(fit);
        }
        else
        {
            _fits.FailAtStart(fit, failure);
        }

        _share.Ended();
    }

    /// <summary>
    /// Lets the core use what was evaluated in some lanes, given as bits, and takes the outcomes of the fits that have
    /// ended.
    /// </summary>
    private void Advance(int lanes)
    {
        _buffers.Advance(lanes);
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            if (_buffers.Want[lane] == CallbackRequest.None)
            {
                Record(lane, _buffers.Status(lane));
                Release(lane);
            }
        }
    }

    private void RecordFailures()
    {
        for (int lane = 0; lane < LockstepBuffers.LaneCount; lane++)
        {
            if (_evaluator.Failures[lane] is { } failure)
            {
                Record(lane, LeastSquaresStatus.Failed);
                _fits.Fail(_inputs.Fits[lane], failure);
                Release(lane);
            }
        }
    }

    private void CancelAll()
    {
        for (int lane = 0; lane < LockstepBuffers.LaneCount; lane++)
        {
            if (!IsIdle(lane))
            {
                Record(lane, LeastSquaresStatus.Canceled);
                Release(lane);
            }
        }
    }

    private void RunOneByOne()
    {
        for (int lane = 0; lane < LockstepBuffers.LaneCount; lane++)
        {
            if (!IsIdle(lane))
            {
                _single.Run(_inputs.Fits[lane]);
                Release(lane);
            }
        }
    }

    /// <summary>Records the fit in a lane as it stands, be it in the middle of an evaluation.</summary>
    private void Record(int lane, LeastSquaresStatus status)
    {
        int fit = _inputs.Fits[lane];
        (int residuals, int jacobians) = _buffers.Evaluations(lane);
        LaneVectors.Gather(_buffers.X, lane, _fits.ParametersOf(fit));
        double norm = _buffers.Norm(lane);
        JacobianMatrix factor = _buffers.Factor(lane);
        LeastSquaresSummary summary = new(status, residuals, jacobians)
        {
            IsNotFinite = !EndOfSolve.IsFinite(norm, factor),
            HasZeroDifferences = status == LeastSquaresStatus.SmallGradient
                && !_source.HasJacobian
                && EndOfSolve.IsStuck(norm, factor),
        };
        _fits.Record(fit, summary, norm, factor, _buffers.Pivots(lane), _work);
    }

    private void Release(int lane)
    {
        _buffers.Want[lane] = CallbackRequest.None;
        _inputs.Fits[lane] = LaneInputs.NoFit;
        _share.Ended();
    }
}
