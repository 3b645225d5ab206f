using OxyPlot;
using OxyPlot.Axes;

namespace MinpackNet.Cli;

/// <summary>What small panels have in common: two axes, and a title or none.</summary>
internal static class SmallPanel
{
    private const double TitleRatio = 1.1;

    /// <summary>The size of the title above labels of a size.</summary>
    public static double TitleSizeOf(double textSize) => TitleRatio * textSize;

    /// <summary>A panel in which nothing is drawn yet.</summary>
    /// <param name="theme">The colors.</param>
    /// <param name="x">The ticks of the horizontal axis.</param>
    /// <param name="y">The ticks of the vertical axis.</param>
    /// <param name="textSize">The size of the labels in pixels.</param>
    /// <param name="title">What is above; null for nothing.</param>
    /// <param name="xTitle">What is below; null for nothing.</param>
    /// <param name="yTitle">What is on the left; null for nothing.</param>
    public static PlotModel Of(
        PlotTheme theme,
        AxisTicks x,
        AxisTicks y,
        double textSize = SvgPlot.TextSize,
        string? title = null,
        string? xTitle = null,
        string? yTitle = null)
    {
        PlotModel panel = new()
        {
            Title = title,
            TitleFontSize = TitleSizeOf(textSize),
            TitleFontWeight = FontWeights.Normal,
            DefaultFont = SvgPlot.Font,
            DefaultFontSize = textSize,
            TextColor = theme.Text,
            Background = theme.Background,
            PlotAreaBorderThickness = new(0),
        };
        panel.Axes.Add(new TickAxis(x, theme)
        {
            Position = AxisPosition.Bottom,
            Title = xTitle is null && x.Offset.Length == 0 ? null : $"{xTitle}{x.Offset}".Trim(),
        });
        panel.Axes.Add(new TickAxis(y, theme)
        {
            Title = yTitle is null && y.Offset.Length == 0 ? null : $"{yTitle}{y.Offset}".Trim(),
        });
        return panel;
    }
}
