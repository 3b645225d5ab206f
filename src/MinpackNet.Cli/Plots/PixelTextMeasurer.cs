using OxyPlot;

namespace MinpackNet.Cli;

/// <summary>Measures text in the pixels of an SVG file; OxyPlot itself measures points, a quarter too few.</summary>
internal sealed class PixelTextMeasurer() : PdfRenderContext(1, 1, OxyColors.Undefined)
{
    private const double PixelsPerPoint = 96.0 / 72;

    // The space between lines; with more, labels would be placed below their ticks.
    private const double LineHeight = 1.22;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        OxySize points = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new(PixelsPerPoint * points.Width, LineHeight * points.Height);
    }
}
