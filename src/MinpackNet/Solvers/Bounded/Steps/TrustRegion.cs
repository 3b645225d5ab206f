namespace MinpackNet;

/// <summary>How far the local model is trusted.</summary>
internal static class TrustRegion
{
    /// <summary>The agreement of a step with the model: its achieved over its predicted reduction.</summary>
    public static double Ratio(double actual, double predicted) =>
        predicted > 0 ? actual / predicted : predicted == 0 && actual == 0 ? 1 : 0;

    /// <summary>The radius after a step to where the cost is not finite.</summary>
    public static double AfterFailure(double stepLength) => 0.25 * stepLength;

    /// <summary>The radius after a step.</summary>
    /// <param name="radius">That before.</param>
    /// <param name="ratio">The agreement with the model.</param>
    /// <param name="stepLength">In the norm of the region.</param>
    /// <param name="isAtEdge">Whether the step was limited by the radius.</param>
    public static double NextRadius(double radius, double ratio, double stepLength, bool isAtEdge) =>
        ratio < 0.25 ? 0.25 * stepLength : ratio > 0.75 && isAtEdge ? 2 * radius : radius;
}
