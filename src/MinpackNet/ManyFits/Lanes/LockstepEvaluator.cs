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
            return LaneVectors.ToBits(EvaluateResiduals(lanes, .., buffers.TrialResiduals));
        }

        lanes = LanesThatWant(CallbackRequest.Jacobian);
        return LaneVectors.ToBits(source.HasJacobian ? EvaluateJacobian(lanes) : TakeDifferences(lanes));
    }

    /// <param name="lanes">Where residuals are wanted.</param>
    /// <param name="changed">The parameters in which the points to be shown may differ from those shown last.</param>
    /// <param name="residuals">To be filled.</param>
    private Vector<long> EvaluateResiduals(Vector<long> lanes, Range changed, Span<Vector<double>> residuals)
    {
        Vector<long> refused = lanes & rules.Refused(buffers.Trial[changed]);
        lanes = Vector.AndNot(lanes, refused);
        ShowPoints(lanes, changed);
        lanes = source.Evaluate(inputs, lanes, residuals, _failures);
        NonFiniteRules.FillRefused(refused, residuals);

        // In a single solve the token counts before the point does.
        return cancellation.IsCancellationRequested ? lanes : lanes | refused;
    }

    private Vector<long> EvaluateJacobian(Vector<long> lanes)
    {
        ShowPoints(lanes, ..);
        lanes = source.EvaluateJacobian(inputs, lanes, buffers.Jacobian, _failures);
        Vector<long> rejected = lanes & rules.Rejected(buffers.Jacobian);
        for (int bits = LaneVectors.ToBits(rejected); bits != 0; bits &= bits - 1)
        {
            int lane = BitOperations.TrailingZeroCount(bits);
            double[] derivatives = LaneVectors.Gather(buffers.Jacobian, lane);
            _failures[lane] = NonFiniteRules.InJacobian(
                LaneVectors.Gather(buffers.Trial, lane),
                new(ref derivatives[0], buffers.TrialResiduals.Length, buffers.Trial.Length));
        }

        return Vector.AndNot(lanes, rejected);
    }

    /// <summary>Fills each column with the residuals at a moved point, which the core makes derivatives.</summary>
    private Vector<long> TakeDifferences(Vector<long> lanes)
    {
        int n = buffers.Trial.Length;
        int m = buffers.TrialResiduals.Length;
        ShowPoints(lanes, ..);
        for (int j = 0; j < n; j++)
        {
            if (cancellation.IsCancellationRequested)
            {
                return Vector<long>.Zero;
            }

            buffers.Move(j);
            Span<Vector<double>> column = buffers.Jacobian.Slice(j * m, m);
            lanes = EvaluateResiduals(lanes, Math.Max(j - 1, 0)..(j + 1), column);
            lanes = Vector.AndNot(lanes, RejectDifferences(lanes, column));
        }

        buffers.Move(n);
        return lanes;
    }

    private Vector<long> RejectDifferences(Vector<long> lanes, ReadOnlySpan<Vector<double>> residuals)
    {
        Vector<long> rejected = lanes & rules.Rejected(residuals);
        for (int bits = LaneVectors.ToBits(rejected); bits != 0; bits &= bits - 1)
        {
            int lane = BitOperations.TrailingZeroCount(bits);
            _failures[lane] = NonFiniteRules.InResiduals(
                LaneVectors.Gather(buffers.Trial, lane), LaneVectors.Gather(residuals, lane), forDifference: true);
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

    private void ShowPoints(Vector<long> lanes, Range changed)
    {
        Span<Vector<double>> shown = inputs.Points[changed];
        ReadOnlySpan<Vector<double>> wanted = buffers.Trial[changed];
        for (int j = 0; j < shown.Length; j++)
        {
            shown[j] = Vector.ConditionalSelect(lanes, wanted[j], shown[j]);
        }
    }
}
