using System.Collections.Immutable;

namespace MinpackNet.Nist;

/// <summary>A least-squares solution of a set.</summary>
/// <param name="Parameters">The parameters, n values.</param>
/// <param name="StandardErrors">Their standard errors, n values.</param>
/// <param name="SumOfSquares">The residual sum of squares.</param>
public sealed record NistSolution(
    ImmutableArray<double> Parameters, ImmutableArray<double> StandardErrors, double SumOfSquares);
