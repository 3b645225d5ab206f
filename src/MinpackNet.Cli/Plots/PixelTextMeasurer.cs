using System.Text;
using OxyPlot;

namespace MinpackNet.Cli;

/// <summary>Measures text in the pixels of an SVG file; OxyPlot itself measures points, a quarter too few.</summary>
/// <param name="subtitleSize">The size of the text below the title, which gets more space above.</param>
internal sealed class PixelTextMeasurer(double subtitleSize) : PdfRenderContext(1, 1, OxyColors.Undefined)
{
    private const double PixelsPerPoint = 96.0 / 72;

    // The space between lines; with more, labels would be placed below their ticks.
    private const double LineHeight = 1.22;
    private const double SubtitleHeight = 1.8;

    // OxyPlot knows the widths of Latin letters; others are at most as wide as they are high.
    private const int LastLatin = 0xff;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        if (string.IsNullOrEmpty(text))
        {
            return OxySize.Empty;
        }

        Rune[] runes = [.. text.EnumerateRunes()];
        string latin = string.Concat(runes.Where(rune => rune.Value <= LastLatin));
        double width = base.MeasureText(latin, fontFamily, fontSize, fontWeight).Width;
        double others = fontSize * runes.Count(rune => rune.Value > LastLatin);
        double height = base.MeasureText("x", fontFamily, fontSize, fontWeight).Height;
        return new(
            (PixelsPerPoint * width) + others, height * (fontSize == subtitleSize ? SubtitleHeight : LineHeight));
    }
}
