namespace MinpackNet.Cli;

/// <summary>What <c>minpack compare</c> is asked to do.</summary>
/// <param name="Fits">A fit of each model to the same data.</param>
/// <param name="AreNested">Whether every model contains the one with the fewest parameters.</param>
internal sealed record CompareRequest(IReadOnlyList<FitRequest> Fits, bool AreNested);
