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
internal sealed unsafe class LaneFitter : IFitter
{
    private const int Idle = LaneStarts.None;

    private readonly FitManyResult _fits;
    private readonly bool _hasJacobian;
    private readonly SingleFitter _single;
    private readonly LaneMemory _memory;
    private readonly LaneStarts _starts;
    private readonly LaneEvaluator _evaluator;
    private readonly int[] _fitIn = new int[LaneMemory.Lanes];
    private readonly int[] _evaluations = new int[LaneMemory.Lanes];
    private readonly int[] _jacobianEvaluations = new int[LaneMemory.Lanes];

    private LaneFitter(
        FitManyResult fits,
        ReadOnlyMemory<double> data,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian,
        LeastSquaresOptions options,
        SingleFitter single,
        CancellationToken cancellation)
    {
        _fits = fits;
        _hasJacobian = jacobian is not null;
        _single = single;
        int n = fits.ParameterCount;
        SolverSettings settings = options.ToSettings(n, _hasJacobian);
        int dataLength = fits.FitCount == 0 ? 0 : data.Length / fits.FitCount;
        _memory = new(n, fits.ResidualCount, dataLength, settings, _hasJacobian);
        _starts = new(fits, data, dataLength, residuals, settings.NonFiniteValues, single);
        _evaluator = new(_memory, residuals, jacobian, settings, cancellation);
        Array.Fill(_fitIn, Idle);
    }

    /// <summary>Makes one worker's side; over a library without lockstep it takes one fit at a time.</summary>
    public static IFitter Create(
        FitManyResult fits,
        ReadOnlyMemory<double> data,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian,
        LeastSquaresOptions options,
        CancellationToken cancellation)
    {
        OneLaneModel model = new(fits, data, residuals, jacobian);
        SingleFitter single =
            new(fits, model.Residuals, jacobian is null ? null : model.Jacobian, options, cancellation);
        try
        {
            return NativeMethods.mn_lockstep_length(LaneMemory.Lanes, fits.ResidualCount, fits.ParameterCount) < 0
                ? single
                : new LaneFitter(fits, data, residuals, jacobian, options, single, cancellation);
        }
        catch
        {
            single.Dispose();
            throw;
        }
    }

    public void Run(FitQueue queue)
    {
        (int, int) portion = default;
        while (FillLanes(queue, ref portion))
        {
            int request = _memory.Next;
            bool evaluated;
            try
            {
                evaluated = _evaluator.Evaluate(request);
            }
            catch (Exception)
            {
                // It may be any lane's. Each fit is done again by itself, where the bad one meets its exception alone.
                FitOneByOne(queue);
                continue;
            }

            if (!evaluated)
            {
                Cancel(queue);
                continue;
            }

            RecordFailures(queue);
            Advance(_memory.LanesThatWant(request), queue);
        }
    }

    public void Dispose()
    {
        _single.Dispose();
        _memory.Dispose();
        _starts.Dispose();
    }

    /// <summary>Starts fits in the idle lanes.</summary>
    /// <returns>False when no lane has a fit.</returns>
    private bool FillLanes(FitQueue queue, ref (int, int) portion)
    {
        bool isBusy = false;
        int starts = 0;
        for (int lane = 0; lane < _fitIn.Length; lane++)
        {
            if (_fitIn[lane] == Idle && _starts.TryLoad(queue, ref portion, _memory, lane, out _fitIn[lane]))
            {
                _evaluations[lane] = 0;
                _jacobianEvaluations[lane] = 0;
                Note(lane);
                starts |= 1 << lane;
            }

            isBusy |= _fitIn[lane] != Idle;
        }

        if (starts != 0)
        {
            Advance(starts, queue);
        }

        return isBusy;
    }

    /// <summary>
    /// Lets the core use what was evaluated in some lanes, given as bits, and takes the outcomes of the fits that it has
    /// done with.
    /// </summary>
    private void Advance(int lanes, FitQueue queue)
    {
        _memory.Advance(lanes);
        for (; lanes != 0; lanes &= lanes - 1)
        {
            int lane = BitOperations.TrailingZeroCount(lanes);
            Note(lane);
            if (_memory.Want[lane] == 0)
            {
                LaneMemory.Gather(_memory.X, lane, _fits.ParametersOf(_fitIn[lane]));
                Record(lane, (LeastSquaresStatus)_memory.Info(lane));
                Release(lane, queue);
            }
        }
    }

    /// <summary>
    /// Counts what a lane has come to want, as a single solve does, even when it is not to be had because a function
    /// throws or the token is set.
    /// </summary>
    private void Note(int lane)
    {
        switch (_memory.Want[lane])
        {
            case CallbackRequest.Residuals:
                _evaluations[lane]++;
                break;
            case CallbackRequest.Jacobian:
                _evaluations[lane] += _hasJacobian ? 0 : _fits.ParameterCount;
                _jacobianEvaluations[lane] += _hasJacobian ? 1 : 0;
                break;
        }
    }

    private void RecordFailures(FitQueue queue)
    {
        for (int lane = 0; lane < _fitIn.Length; lane++)
        {
            if (_evaluator.Failures[lane] is { } failure)
            {
                RecordStop(lane, LeastSquaresStatus.Failed);
                _fits.Fail(_fitIn[lane], failure);
                Release(lane, queue);
            }
        }
    }

    private void Cancel(FitQueue queue)
    {
        for (int lane = 0; lane < _fitIn.Length; lane++)
        {
            if (_fitIn[lane] != Idle)
            {
                RecordStop(lane, LeastSquaresStatus.Cancelled);
                Release(lane, queue);
            }
        }
    }

    /// <summary>Records a fit that ends in the middle of an evaluation.</summary>
    private void RecordStop(int lane, LeastSquaresStatus status)
    {
        LaneMemory.Gather(_memory.Best, lane, _fits.ParametersOf(_fitIn[lane]));
        Record(lane, status);
    }

    private void Record(int lane, LeastSquaresStatus status) => _fits.Record(
        _fitIn[lane],
        new(status, _evaluations[lane], _jacobianEvaluations[lane]),
        _memory.Norm(lane),
        _memory.Factor(lane),
        _fits.ParameterCount,
        _memory.Pivots(lane),
        _memory.WorkOfOne);

    private void FitOneByOne(FitQueue queue)
    {
        for (int lane = 0; lane < _fitIn.Length; lane++)
        {
            if (_fitIn[lane] != Idle)
            {
                _single.Fit(_fitIn[lane]);
                Release(lane, queue);
            }
        }
    }

    private void Release(int lane, FitQueue queue)
    {
        _memory.Want[lane] = 0;
        _fitIn[lane] = Idle;
        queue.Ended();
    }
}
