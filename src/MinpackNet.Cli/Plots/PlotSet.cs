namespace MinpackNet.Cli;

/// <summary>One of several data sets in a plot, with a curve of its own.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Points">Which of the points are its own.</param>
/// <param name="Curve">Which places of the curve are its own.</param>
internal sealed record PlotSet(string Name, Range Points, Range Curve);
