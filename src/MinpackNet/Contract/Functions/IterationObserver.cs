namespace MinpackNet;

/// <summary>Watches a solve, once per iteration, and may stop it.</summary>
/// <param name="iteration">The state of the solve. Valid only during the call.</param>
/// <returns>
/// True to continue; false to stop with the best point so far and the status <see cref="LeastSquaresStatus.Stopped"/>
/// or <see cref="NonlinearEquationsStatus.Stopped"/>.
/// </returns>
/// <remarks>An exception thrown here ends the solve and reaches its caller as the same instance.</remarks>
public delegate bool IterationObserver(IterationInfo iteration);
