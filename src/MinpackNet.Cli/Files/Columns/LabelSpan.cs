namespace MinpackNet.Cli;

/// <summary>Rows with one label, one after the other.</summary>
/// <param name="Label">The label.</param>
/// <param name="Line">The line of the first, whether it has values or not.</param>
/// <param name="Count">The number of those with values.</param>
internal sealed record LabelSpan(string Label, int Line, int Count);
