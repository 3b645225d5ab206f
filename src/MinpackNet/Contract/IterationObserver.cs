namespace MinpackNet;

/// <summary>Watches a solve, once an iteration, and may end it.</summary>
/// <param name="iteration">The state of the solve. Valid only during the call.</param>
/// <returns>True to go on; false to stop with the best point so far and the status <c>Stopped</c>.</returns>
/// <remarks>An exception thrown here ends the solve and comes out of it as the same instance.</remarks>
public delegate bool IterationObserver(IterationInfo iteration);
