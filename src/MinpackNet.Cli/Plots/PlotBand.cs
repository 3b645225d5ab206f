namespace MinpackNet.Cli;

/// <summary>A band along the curve of a plot.</summary>
/// <param name="Title">What the band is.</param>
/// <param name="Lower">The lower limit at each point of the curve.</param>
/// <param name="Upper">The upper limit at each point of the curve.</param>
internal sealed record PlotBand(string Title, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper);
