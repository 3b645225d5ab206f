using System.Globalization;
using System.Text;
using OxyPlot;

namespace MinpackNet.Cli;

/// <summary>Pictures side by side in one file.</summary>
internal static class SvgSheet
{
    /// <summary>The file.</summary>
    /// <param name="theme">The colors.</param>
    /// <param name="width">The width of all in pixels.</param>
    /// <param name="height">The height of all.</param>
    /// <param name="panels">The pictures, as elements, and where their upper left corners are.</param>
    /// <param name="head">Elements besides.</param>
    public static byte[] Of(
        PlotTheme theme, int width, int height, IEnumerable<(int Left, int Top, string Svg)> panels, string head = "")
    {
        StringBuilder svg = new("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" ")
            .Append(CultureInfo.InvariantCulture, $"height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n")
            .Append("<rect width=\"100%\" height=\"100%\" ")
            .Append(CultureInfo.InvariantCulture, $"fill=\"{Css(theme.Background)}\"/>\n")
            .Append(head);
        foreach ((int left, int top, string panel) in panels)
        {
            svg.Append(panel.Replace(
                "<svg", FormattableString.Invariant($"<svg x=\"{left}\" y=\"{top}\""), StringComparison.Ordinal))
                .Append('\n');
        }

        return Encoding.UTF8.GetBytes(svg.Append("</svg>\n").ToString());
    }

    /// <summary>A color in an attribute.</summary>
    public static string Css(OxyColor color) =>
        FormattableString.Invariant($"rgb({color.R},{color.G},{color.B})");
}
