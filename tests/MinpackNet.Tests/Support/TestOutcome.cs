namespace MinpackNet.Tests;

/// <summary>What the results of all solvers have in common.</summary>
/// <param name="Status">By name, because each solver has an enumeration of its own.</param>
internal sealed record TestOutcome(
    string Status,
    bool Converged,
    bool? IsRoot,
    double[] Parameters,
    double[] Residuals,
    double ResidualNorm,
    int Evaluations);
