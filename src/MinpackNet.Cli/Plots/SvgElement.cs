using System.Globalization;
using System.Net;
using System.Text;
using OxyPlot;
using OxyPlot.Axes;

namespace MinpackNet.Cli;

/// <summary>Pictures in SVG, as files and as elements of a page.</summary>
internal static class SvgElement
{
    private const int SpotSize = 6;

    /// <summary>A picture as a file.</summary>
    public static byte[] FileOf(PlotStyle style, PlotModel model)
    {
        using MemoryStream file = new();
        SvgExporter exporter = new()
        {
            Width = style.Width,
            Height = style.Height,
            TextMeasurer = SvgPlot.Measurer,
            // Avoids an attribute that not every viewer supports.
            UseVerticalTextAlignmentWorkaround = true,
        };
        exporter.Export(model, file);
        return file.ToArray();
    }

    /// <summary>A picture as an element of a page.</summary>
    /// <param name="name">What tells the identifiers in it from those of other pictures of the page.</param>
    /// <param name="style">How to draw.</param>
    /// <param name="model">What.</param>
    public static string Of(string name, PlotStyle style, PlotModel model)
    {
        string svg = Encoding.UTF8.GetString(FileOf(style, model));
        return svg[svg.IndexOf("<svg", StringComparison.Ordinal)..]
            .Replace("clipPath", $"{name}-clip", StringComparison.Ordinal)
            .Replace($"<{name}-clip", "<clipPath", StringComparison.Ordinal)
            .Replace($"</{name}-clip", "</clipPath", StringComparison.Ordinal);
    }

    /// <summary>Adds a spot that says a text under the pointer, if it is in the picture.</summary>
    /// <param name="spots">What to add it to.</param>
    /// <param name="model">The picture, after it was drawn.</param>
    /// <param name="key">The vertical axis.</param>
    /// <param name="x">Its place on the horizontal axis.</param>
    /// <param name="y">Its place on the vertical one.</param>
    /// <param name="text">What it says.</param>
    public static void AddSpot(StringBuilder spots, PlotModel model, string key, double x, double y, string text)
    {
        if (!double.IsFinite(x + y) || y is < 0 or > 1)
        {
            return;
        }

        ScreenPoint place = model.DefaultXAxis.Transform(x, y, model.Axes.First(axis => axis.Key == key));
        spots.Append(CultureInfo.InvariantCulture, $"<circle class=\"spot\" cx=\"{place.X:F1}\" cy=\"{place.Y:F1}\" ")
            .Append(CultureInfo.InvariantCulture, $"r=\"{SpotSize}\" fill=\"transparent\">")
            .Append("<title>").Append(WebUtility.HtmlEncode(text)).Append("</title></circle>\n");
    }
}
