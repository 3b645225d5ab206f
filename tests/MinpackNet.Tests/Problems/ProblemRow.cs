namespace MinpackNet.Tests.Problems;

/// <summary>One row of the Jacobian of a test problem with the given number of residuals.</summary>
internal delegate void ProblemRow(int row, int residualCount, ReadOnlySpan<double> x, Span<double> gradient);
