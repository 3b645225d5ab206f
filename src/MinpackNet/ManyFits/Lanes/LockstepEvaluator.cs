using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Evaluates a model for all lanes at once, and for each lane under the rules of a single solve: what is not finite in a
/// Jacobian fails the lane, at a trial point it is just a bad step for which the solver takes a shorter one, and a trial
/// point that is not finite is no place to evaluate.
/// </summary>
internal sealed class LockstepEvaluator
{
    private static readonly Vector<long> BitOfLane = MakeBits();

    private readonly LaneMemory _memory;
    private readonly ILaneSource _model;
    private readonly CancellationToken _cancellation;
    private readonly bool _rejectNonFinite;
    private readonly double _relativeStep;
    private readonly Exception?[] _failures = new Exception?[LaneMemory.Lanes];

    public LockstepEvaluator(
        LaneMemory memory, ILaneSource model, in SolverSettings settings, CancellationToken cancellation)
    {
        _memory = memory;
        _model = model;
        _cancellation = cancellation;
        _rejectNonFinite = settings.NonFiniteValues == NonFinitePolicy.Throw;
        _relativeStep = Math.Sqrt(Math.Max(settings.Epsfcn, Defaults.MachineEpsilon));
    }

    /// <summary>What made lanes fail in the last evaluation; null for the others.</summary>
    public Span<Exception?> Failures => _failures;

    /// <summary>Gives each lane that wants it residuals, or a Jacobian.</summary>
    /// <param name="request">A value of <see cref="CallbackRequest"/>.</param>
    /// <returns>Those that have got them, as bits: not those that failed, nor those left when the token was set.</returns>
    public int Evaluate(int request)
    {
        Array.Clear(_failures);
        Vector<long> wanting = Wanting(request);
        Vector<long> evaluated =
            request == CallbackRequest.Residuals ? EvaluateResiduals(wanting)
            : _model.HasJacobian ? EvaluateJacobian(wanting)
            : TakeDifferences(wanting);
        return (int)Vector.Sum(evaluated & BitOfLane);
    }

    private Vector<long> EvaluateResiduals(Vector<long> wanting)
    {
        Vector<long> refused = Vector<long>.Zero;
        if (_rejectNonFinite)
        {
            // These steps overflowed. A model may well be finite there, as 1 / x is, and end the fit at infinity.
            refused = Vector.AndNot(wanting, NonFinite.FiniteLanes(_memory.Trial));
            wanting = Vector.AndNot(wanting, refused);
        }

        SelectPoint(wanting, _memory.Trial);
        Span<Vector<double>> residuals = _memory.Fvec;
        Vector<long> evaluated = _model.Evaluate(_memory, wanting, residuals, _failures);
        if (refused != Vector<long>.Zero)
        {
            foreach (ref Vector<double> residual in residuals)
            {
                residual = Vector.ConditionalSelect(refused, new Vector<double>(double.NaN), residual);
            }
        }

        // In a single solve the token counts before the point does.
        return _cancellation.IsCancellationRequested ? evaluated : evaluated | refused;
    }

    private Vector<long> EvaluateJacobian(Vector<long> wanting)
    {
        SelectPoint(wanting, _memory.Trial);
        Span<Vector<double>> derivatives = _memory.Fjac;
        wanting = _model.EvaluateJacobian(_memory, wanting, derivatives, _failures);
        Vector<long> bad =
            _rejectNonFinite ? Vector.AndNot(wanting, NonFinite.FiniteLanes(derivatives)) : Vector<long>.Zero;
        for (int lane = 0; lane < LaneMemory.Lanes && bad != Vector<long>.Zero; lane++)
        {
            if (bad[lane] != 0)
            {
                int k = FirstNonFinite(derivatives, lane);
                (int column, int row) = Math.DivRem(k, _memory.Fvec.Length);
                _failures[lane] = Errors.NonFiniteDerivative(derivatives[k][lane], row, column, PointOf(lane));
            }
        }

        return Vector.AndNot(wanting, bad);
    }

    /// <summary>The same operations, in each lane, as in native/src/forward_difference.c.</summary>
    private Vector<long> TakeDifferences(Vector<long> wanting)
    {
        SelectPoint(wanting, _memory.Trial);
        Span<Vector<double>> x = _memory.Trial;
        Span<Vector<double>> point = _memory.Point;
        Span<Vector<double>> here = _memory.Residuals;
        for (int j = 0; j < x.Length; j++)
        {
            if (_cancellation.IsCancellationRequested)
            {
                return Vector<long>.Zero;
            }

            Vector<double> step = new Vector<double>(_relativeStep) * Vector.Abs(x[j]);
            step = Vector.ConditionalSelect(
                Vector.Equals(step, Vector<double>.Zero), new Vector<double>(_relativeStep), step);
            point[j] = Vector.ConditionalSelect(wanting, x[j] + step, point[j]);
            wanting = RefuseMoved(wanting, j);

            Span<Vector<double>> column = _memory.Fjac.Slice(j * here.Length, here.Length);
            wanting = _model.Evaluate(_memory, wanting, column, _failures);
            wanting = RejectDifferences(wanting, column);
            for (int i = 0; i < column.Length; i++)
            {
                column[i] = (column[i] - here[i]) / step;
            }

            point[j] = Vector.ConditionalSelect(wanting, x[j], point[j]);
        }

        return wanting;
    }

    /// <summary>Fails the lanes whose parameter j has moved to infinity, and moves it back.</summary>
    /// <returns>The lanes that remain.</returns>
    private Vector<long> RefuseMoved(Vector<long> wanting, int j)
    {
        Span<Vector<double>> point = _memory.Point;
        Vector<long> refused = Vector.AndNot(wanting, NonFinite.FiniteLanes(point.Slice(j, 1)));
        if (!_rejectNonFinite || refused == Vector<long>.Zero)
        {
            return wanting;
        }

        for (int lane = 0; lane < LaneMemory.Lanes; lane++)
        {
            if (refused[lane] != 0)
            {
                _failures[lane] = Errors.NonFiniteResidual(double.NaN, 0, PointOf(lane), forDifference: true);
            }
        }

        point[j] = Vector.ConditionalSelect(refused, _memory.Trial[j], point[j]);
        return Vector.AndNot(wanting, refused);
    }

    /// <summary>Fails the lanes whose moved residuals are not finite, if that is the policy.</summary>
    /// <returns>The lanes that remain.</returns>
    private Vector<long> RejectDifferences(Vector<long> wanting, ReadOnlySpan<Vector<double>> residuals)
    {
        if (!_rejectNonFinite || wanting == Vector<long>.Zero)
        {
            return wanting;
        }

        Vector<long> bad = Vector.AndNot(wanting, NonFinite.FiniteLanes(residuals));
        for (int lane = 0; lane < LaneMemory.Lanes && bad != Vector<long>.Zero; lane++)
        {
            if (bad[lane] != 0)
            {
                int i = FirstNonFinite(residuals, lane);
                _failures[lane] = Errors.NonFiniteResidual(residuals[i][lane], i, PointOf(lane), forDifference: true);
            }
        }

        return Vector.AndNot(wanting, bad);
    }

    private Vector<long> Wanting(int request) =>
        Vector.Equals(BitOfLane & new Vector<long>(_memory.LanesThatWant(request)), BitOfLane);

    private void SelectPoint(Vector<long> lanes, ReadOnlySpan<Vector<double>> values)
    {
        Span<Vector<double>> point = _memory.Point;
        for (int j = 0; j < point.Length; j++)
        {
            point[j] = Vector.ConditionalSelect(lanes, values[j], point[j]);
        }
    }

    private double[] PointOf(int lane)
    {
        double[] point = new double[_memory.Point.Length];
        LaneMemory.Gather(_memory.Point, lane, point);
        return point;
    }

    private static Vector<long> MakeBits()
    {
        Span<long> bits = stackalloc long[LaneMemory.Lanes];
        for (int lane = 0; lane < bits.Length; lane++)
        {
            bits[lane] = 1L << lane;
        }

        return new(bits);
    }

    private static int FirstNonFinite(ReadOnlySpan<Vector<double>> values, int lane)
    {
        int k = 0;
        while (double.IsFinite(values[k][lane]))
        {
            k++;
        }

        return k;
    }
}
