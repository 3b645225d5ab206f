namespace MinpackNet.Cli;

/// <summary>How a picture looks.</summary>
internal sealed record PlotStyle
{
    public const int UsualWidth = 800;
    public const int UsualHeight = 600;

    /// <summary>The width in pixels.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>The height in the same.</summary>
    public int Height { get; init; } = UsualHeight;

    /// <summary>Whether small panels are below it.</summary>
    public bool HasPanels { get; init; }

    public PlotTheme Theme { get; init; } = PlotTheme.Light;

    /// <summary>What is above the picture; null for the observations and the formula.</summary>
    public string? Title { get; init; }
}
