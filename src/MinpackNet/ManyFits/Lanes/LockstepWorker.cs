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
internal sealed unsafe class LockstepWorker : IFitWorker
{
    /// <summary>
    /// Towards the end lanes stay empty, and workers wait for the one that still has some: fewer fits for each lane are
    /// better shared out one by one.
    /// </summary>
    public const int FitsOfALane = 16;

    /// <summary>Elements of a Jacobian. Lanes of larger ones take much memory and gain little: no cache holds them.</summary>
    public const int LargestJacobian = 1 << 18;

    private readonly FitBatch _fits;
    private readonly OneByOneWorker _single;
    private readonly LaneMemory _memory;
    private readonly ILaneSource _model;
    private readonly LockstepEvaluator _evaluator;
    private readonly CancellationToken _cancellation;
    private readonly int[] _evaluations = new int[LaneMemory.Lanes];
    private readonly int[] _jacobianEvaluations = new int[LaneMemory.Lanes];

    private LockstepWorker(
        FitBatch fits,
        OneByOneWorker single,
        ILaneSource model,
        LeastSquaresOptions options,
        CancellationToken cancellation)
    {
        _fits = fits;
        _single = single;
        _model = model;
        SolverSettings settings = options.ToSettings(fits.ParameterCount, model.HasJacobian);
        _memory = new(fits.ParameterCount, fits.ResidualCount, model.DataLength, settings, model.HasJacobian);
        _evaluator = new(_memory, model, settings, cancellation);
        _cancellation = cancellation;
    }

    /// <summary>
    /// Makes one worker's side for a model of all lanes at once; over a library without lockstep it takes one fit at a
    /// time.
    /// </summary>
    public static IFitWorker Create(
        FitBatch fits,
        ReadOnlyMemory<double> data,
        LaneResidualFunction residuals,
        LaneJacobianFunction? jacobian,
        LeastSquaresOptions options,
        CancellationToken cancellation)
    {
        int dataLength = fits.FitCount == 0 ? 0 : data.Length / fits.FitCount;
        BroadcastFunctions alone = new(fits, data, dataLength, residuals, jacobian);
        OneByOneWorker single =
            new(fits, alone.Residuals, jacobian is null ? null : alone.Jacobian, options, cancellation);
        if (!IsPossible(fits))
        {
            return single;
        }

        VectorSource model = new(fits, data, dataLength, residuals, jacobian, options.NonFiniteValues, single);
        return new LockstepWorker(fits, single, model, options, cancellation);
    }

    /// <summary>The same for a model of one fit at a time; it takes one at a time too where that is better.</summary>
    public static IFitWorker Create(
        FitBatch fits,
        FitResidualFunction residuals,
        FitJacobianFunction? jacobian,
        LeastSquaresOptions options,
        int workers,
        CancellationToken cancellation)
    {
        OneByOneWorker single = new(fits, residuals, jacobian, options, cancellation);
        if (!IsFaster(fits, options, workers) || !IsPossible(fits))
        {
            return single;
        }

        PerFitSource model = new(fits, residuals, jacobian, options.NonFiniteValues, single, cancellation);
        return new LockstepWorker(fits, single, model, options, cancellation);
    }

    public void Run(FitQueue queue)
    {
        (int, int) portion = default;
        while (FillLanes(queue, ref portion))
        {
            if (_cancellation.IsCancellationRequested)
            {
                Cancel(queue);
                continue;
            }

            int evaluated;
            try
            {
                evaluated = _evaluator.Evaluate(_memory.Next);
            }
            catch (Exception)
            {
                // Of a model for all lanes at once: it may be any lane's. Each fit is done again by itself, where the bad
                // one meets its exception alone.
                FitOneByOne(queue);
                continue;
            }

            RecordFailures(queue);
            Advance(evaluated, queue);
        }
    }

    public void Dispose()
    {
        _single.Dispose();
        _memory.Dispose();
    }

    private static bool IsPossible(FitBatch fits) =>
        NativeMethods.mn_lockstep_length(LaneMemory.Lanes, fits.ResidualCount, fits.ParameterCount) >= 0;

    private static bool IsFaster(FitBatch fits, LeastSquaresOptions options, int workers) =>
        options.Arithmetic == Arithmetic.Exact
        && fits.FitCount >= (long)FitsOfALane * LaneMemory.Lanes * workers
        && (long)fits.ResidualCount * fits.ParameterCount <= LargestJacobian;

    /// <summary>Starts fits in the idle lanes.</summary>
    /// <returns>False when no lane has a fit.</returns>
    private bool FillLanes(FitQueue queue, ref (int, int) portion)
    {
        bool isBusy = false;
        int starts = 0;
        for (int lane = 0; lane < LaneMemory.Lanes; lane++)
        {
            if (_memory.FitIn[lane] == LaneMemory.NoFit && _model.TryStart(queue, ref portion, _memory, lane))
            {
                _evaluations[lane] = 0;
                _jacobianEvaluations[lane] = 0;
                Note(lane);
                starts |= 1 << lane;
            }

            isBusy |= _memory.FitIn[lane] != LaneMemory.NoFit;
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
                LaneMemory.Gather(_memory.Trial, lane, _fits.ParametersOf(_memory.FitIn[lane]));
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
            case CallbackRequest.Jacobian when _model.HasJacobian:
                _jacobianEvaluations[lane]++;
                break;
            case CallbackRequest.Jacobian:
                _evaluations[lane] += _fits.ParameterCount; // of the differences
                break;
        }
    }

    private void RecordFailures(FitQueue queue)
    {
        for (int lane = 0; lane < LaneMemory.Lanes; lane++)
        {
            if (_evaluator.Failures[lane] is { } failure)
            {
                RecordStop(lane, LeastSquaresStatus.Failed);
                _fits.Fail(_memory.FitIn[lane], failure);
                Release(lane, queue);
            }
        }
    }

    private void Cancel(FitQueue queue)
    {
        for (int lane = 0; lane < LaneMemory.Lanes; lane++)
        {
            if (_memory.FitIn[lane] != LaneMemory.NoFit)
            {
                RecordStop(lane, LeastSquaresStatus.Cancelled);
                Release(lane, queue);
            }
        }
    }

    /// <summary>Records a fit that ends in the middle of an evaluation.</summary>
    private void RecordStop(int lane, LeastSquaresStatus status)
    {
        LaneMemory.Gather(_memory.X, lane, _fits.ParametersOf(_memory.FitIn[lane]));
        Record(lane, status);
    }

    private void Record(int lane, LeastSquaresStatus status) => _fits.Record(
        _memory.FitIn[lane],
        new(status, _evaluations[lane], _jacobianEvaluations[lane]),
        _memory.Norm(lane),
        _memory.Factor(lane),
        _fits.ParameterCount,
        _memory.Pivots(lane),
        _memory.WorkOfOne);

    private void FitOneByOne(FitQueue queue)
    {
        for (int lane = 0; lane < LaneMemory.Lanes; lane++)
        {
            if (_memory.FitIn[lane] != LaneMemory.NoFit)
            {
                _single.Fit(_memory.FitIn[lane]);
                Release(lane, queue);
            }
        }
    }

    private void Release(int lane, FitQueue queue)
    {
        _memory.Want[lane] = 0;
        _memory.FitIn[lane] = LaneMemory.NoFit;
        queue.Ended();
    }
}
