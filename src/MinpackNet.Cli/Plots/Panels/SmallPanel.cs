using OxyPlot;
using OxyPlot.Axes;

namespace MinpackNet.Cli;

/// <summary>What small panels have in common: two axes, and a title or none.</summary>
internal static class SmallPanel
{
    private const double TitleRatio = 1.1;
    private const double LabelsMargin = 70;
    private const int MostTicks = 4;

    /// <summary>The size of the title above labels of a size.</summary>
    public static double TitleSizeOf(double textSize) => TitleRatio * textSize;

    /// <summary>A panel in which nothing is drawn yet.</summary>
    /// <param name="style">The width and the colors.</param>
    /// <param name="x">The horizontal axis.</param>
    /// <param name="y">The vertical axis.</param>
    /// <param name="textSize">The size of the labels in pixels.</param>
    /// <param name="title">What is above; null for nothing.</param>
    /// <param name="xTitle">What is below; null for nothing.</param>
    /// <param name="yTitle">What is on the left; null for nothing.</param>
    public static PlotModel Of(
        PlotStyle style,
        PlotAxis x,
        PlotAxis y,
        double textSize = SvgPlot.TextSize,
        string? title = null,
        string? xTitle = null,
        string? yTitle = null)
    {
        PlotTheme theme = style.Theme;
        AxisTicks xTicks = SvgPlot.TicksOf(x, MostTicks, style.Width - LabelsMargin);
        AxisTicks yTicks = y.Ticks(MostTicks);
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
        panel.Axes.Add(new TickAxis(xTicks, theme)
        {
            Position = AxisPosition.Bottom,
            Title = TitleOf(xTitle, xTicks),
        });
        panel.Axes.Add(new TickAxis(yTicks, theme)
        {
            Title = TitleOf(yTitle, yTicks),
        });
        return panel;

        static string? TitleOf(string? name, AxisTicks ticks) =>
            name is null && ticks.Offset.Length == 0 ? null : $"{name}{ticks.Offset}".Trim();
    }
}
