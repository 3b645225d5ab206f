namespace MinpackNet.Cli;

/// <summary>A column as it was read.</summary>
/// <param name="Values">Its values.</param>
/// <param name="Errors">The errors beside them, NaN where there is none; null without any.</param>
internal readonly record struct ReadColumn(double[] Values, double[]? Errors);
