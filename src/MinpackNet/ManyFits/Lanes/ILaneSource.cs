using System.Numerics;

namespace MinpackNet;

/// <summary>Evaluates fits in lanes by the user's functions, of one kind or the other.</summary>
internal interface ILaneSource
{
    bool HasJacobian { get; }

    /// <summary>Whether one call evaluates all lanes, and so takes as long for one of them.</summary>
    bool TakesAllLanes { get; }

    /// <summary>Computes residuals at the points of some lanes; those of the other lanes are undefined.</summary>
    /// <param name="inputs">The fits and their points.</param>
    /// <param name="lanes">All bits set in those lanes.</param>
    /// <param name="residuals">To be filled.</param>
    /// <param name="failures">What made lanes fail.</param>
    /// <returns>The lanes that got them: not those that failed, nor those left when the token was set.</returns>
    Vector<long> Evaluate(
        LaneInputs inputs, Vector<long> lanes, Span<Vector<double>> residuals, Span<Exception?> failures);

    /// <summary>The same for Jacobians, column by column.</summary>
    Vector<long> EvaluateJacobian(
        LaneInputs inputs, Vector<long> lanes, Span<Vector<double>> jacobian, Span<Exception?> failures);
}
