using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Gives the fits in lanes what they want, each under the rules of a single solve.</summary>
internal sealed class LockstepEvaluator(
    LockstepBuffers buffers,
    LaneInputs inputs,
    ILaneSource source,
    NonFiniteRules rules,
    CancellationToken cancellation)
{
    private readonly Exception?[] _failures = new Exception?[LockstepBuffers.LaneCount];

    /// <summary>What made lanes fail in the last evaluation; null for the others.</summary>
    public ReadOnlySpan<Exception?> Failures => _failures;

    /// <summary>Evaluates residuals as long as any lane wants them, and then Jacobians.</summary>
    /// <returns>
    /// The lanes that got what they want, as bits: not those that failed, nor those left when the token was set.
    /// </returns>
    public int Evaluate()
    {
        Array.Clear(_failures);
        Vector<long> lanes = LanesThatWant(CallbackRequest.Residuals);
        if (lanes != Vector<long>.Zero)
        {
            return LaneVectors.ToBits(
                EvaluateResiduals(lanes, buffers.Trial, inputs.Points, buffers.TrialResiduals));
        }

        lanes = LanesThatWant(CallbackRequest.Jacobian);
        Show(lanes, buffers.Trial, inputs.Points);
        return LaneVectors.ToBits(source.HasJacobian ? EvaluateJacobian(lanes) : EvaluateDifferences(lanes));
    }

    /// <summary>Evaluates residuals at starts, which must be finite.</summary>
    /// <param name="starts">The fits and their starts, in these lanes or others.</param>
    /// <param name="lanes">All bits set in the lanes in question.</param>
    /// <param name="residuals">To be filled.</param>
    /// <returns>As <see cref="Evaluate()"/>.</returns>
    public int EvaluateStarts(LaneInputs starts, Vector<long> lanes, Span<Vector<double>> residuals)
    {
        Array.Clear(_failures);
        lanes = source.Evaluate(starts, lanes, residuals, _failures);
        Vector<long> rejected = lanes & rules.Rejected(residuals);
        for (int bits = LaneVectors.ToBits(rejected); bits != 0; bits &= bits - 1)
        {
            int lane = BitOperations.TrailingZeroCount(bits);
            _failures[lane] = rules.InResiduals(
                LaneVectors.Gather(starts.Points, lane), LaneVectors.Gather(residuals, lane), forDifference: false);
        }

        return LaneVectors.ToBits(Vector.AndNot(lanes, rejected));
    }

    /// <param name="lanes">Where residuals are wanted.</param>
    /// <param name="points">At which points, or what changes in those that are shown.</param>
    /// <param name="shown">Where the model sees these.</param>
    /// <param name="residuals">To be filled.</param>
    private Vector<long> EvaluateResiduals(
        Vector<long> lanes,
        ReadOnlySpan<Vector<double>> points,
        Span<Vector<double>> shown,
        Span<Vector<double>> residuals)
    {
        Vector<long> refused = lanes & rules.Refused(points);
        lanes = Vector.AndNot(lanes, refused);
        Show(lanes, points, shown);
        lanes = source.Evaluate(inputs, lanes, residuals, _failures);
        NonFiniteRules.FillRefused(refused, residuals);

        // In a single solve the token counts before the point does.
        return cancellation.IsCancellationRequested ? lanes : lanes | refused;
    }

    private Vector<long> EvaluateJacobian(Vector<long> lanes)
    {
        lanes = source.EvaluateJacobian(inputs, lanes, buffers.Jacobian, _failures);
        Vector<long> rejected = lanes & rules.Rejected(buffers.Jacobian);
        for (int bits = LaneVectors.ToBits(rejected); bits != 0; bits &= bits - 1)
        {
            int lane = BitOperations.TrailingZeroCount(bits);
            double[] derivatives = LaneVectors.Gather(buffers.Jacobian, lane);
            _failures[lane] = rules.InJacobian(
                LaneVectors.Gather(buffers.Trial, lane),
                new(ref derivatives[0], buffers.TrialResiduals.Length, buffers.Trial.Length));
        }

        return Vector.AndNot(lanes, rejected);
    }

    /// <summary>
    /// Fills each column of the Jacobian with the residuals where its parameter is moved; the core makes them
    /// derivatives.
    /// </summary>
    private Vector<long> EvaluateDifferences(Vector<long> lanes)
    {
        int m = buffers.TrialResiduals.Length;
        for (int j = 0; j < buffers.Trial.Length; j++)
        {
            if (cancellation.IsCancellationRequested)
            {
                return Vector<long>.Zero;
            }

            Span<Vector<double>> column = buffers.Jacobian.Slice(j * m, m);
            Span<Vector<double>> shown = inputs.Points.Slice(j, 1);
            lanes = EvaluateResiduals(lanes, buffers.Moved.Slice(j, 1), shown, column);
            lanes = Vector.AndNot(lanes, RejectColumn(lanes, j, column));
            Show(lanes, buffers.Trial.Slice(j, 1), shown);
        }

        return lanes;
    }

    private Vector<long> RejectColumn(Vector<long> lanes, int j, ReadOnlySpan<Vector<double>> residuals)
    {
        Vector<long> rejected = lanes & rules.Rejected(residuals);
        for (int bits = LaneVectors.ToBits(rejected); bits != 0; bits &= bits - 1)
        {
            int lane = BitOperations.TrailingZeroCount(bits);
            double[] point = LaneVectors.Gather(buffers.Trial, lane);
            point[j] = buffers.Moved[j][lane];
            _failures[lane] = rules.InResiduals(
                point, LaneVectors.Gather(residuals, lane), forDifference: true);
        }

        return rejected;
    }

    private Vector<long> LanesThatWant(int request)
    {
        int bits = 0;
        for (int lane = 0; lane < LockstepBuffers.LaneCount; lane++)
        {
            bits |= buffers.Want[lane] == request ? 1 << lane : 0;
        }

        return LaneVectors.ToMask(bits);
    }

    /// <summary>Shows the model the points of some lanes, and in the others what it has seen last.</summary>
    private static void Show(
        Vector<long> lanes, ReadOnlySpan<Vector<double>> points, Span<Vector<double>> shown)
    {
        for (int j = 0; j < shown.Length; j++)
        {
            shown[j] = Vector.ConditionalSelect(lanes, points[j], shown[j]);
        }
    }
}
