namespace MinpackNet.Cli;

/// <summary>Row groups of a Parquet file, one after the other.</summary>
/// <param name="First">The first one.</param>
/// <param name="End">Behind the last one.</param>
internal readonly record struct RowGroups(int First, int End);
