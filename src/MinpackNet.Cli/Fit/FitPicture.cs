namespace MinpackNet.Cli;

/// <summary>The plot of a fit, or why there is none.</summary>
/// <param name="Plot">The plot; null if it cannot be drawn.</param>
/// <param name="Obstacle">Why not, in one sentence; null if it can.</param>
internal sealed record FitPicture(PlotData? Plot, string? Obstacle)
{
    /// <summary>Rows that are not in the picture, in words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What would show more; empty for nothing.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Whether the options for the picture leave nothing to draw.</summary>
    public bool IsUnusable { get; init; }
}
