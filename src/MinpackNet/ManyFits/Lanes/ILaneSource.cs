using System.Numerics;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Where the numbers of the fits in lanes come from: the user's functions, of one kind or the other.</summary>
internal interface ILaneSource
{
    bool HasJacobian { get; }

    /// <summary>How many numbers of each fit the model reads from <see cref="LaneMemory.Data"/>.</summary>
    int DataLength { get; }

    /// <summary>Starts the next fit that can start in a lane, with its residuals. Those that cannot are recorded.</summary>
    /// <returns>False when there is none left.</returns>
    bool TryStart(FitQueue queue, ref (int, int) portion, LaneMemory memory, int lane);

    /// <summary>Computes residuals at the points of some lanes; those of the other lanes are undefined.</summary>
    /// <param name="memory">With the points.</param>
    /// <param name="lanes">All bits set in those lanes.</param>
    /// <param name="residuals">To be filled.</param>
    /// <param name="failures">What made lanes fail.</param>
    /// <returns>The lanes that have got them: not those that failed, nor those left when the token was set.</returns>
    Vector<long> Evaluate(
        LaneMemory memory, Vector<long> lanes, Span<Vector<double>> residuals, Span<Exception?> failures);

    /// <summary>The same for Jacobians, column by column.</summary>
    Vector<long> EvaluateJacobian(
        LaneMemory memory, Vector<long> lanes, Span<Vector<double>> jacobian, Span<Exception?> failures);
}
