namespace MinpackNet.Cli;

/// <summary>The columns read from a file, without the rows in which one of them has no value.</summary>
/// <param name="Columns">
/// The columns asked for, in that order, each with <paramref name="RowCount"/> finite values.
/// </param>
/// <param name="RowCount">How many rows are there.</param>
/// <param name="Missing">How many rows were skipped because this column, the first such, had no value.</param>
internal sealed record CsvTable(double[][] Columns, int RowCount, int[] Missing);
