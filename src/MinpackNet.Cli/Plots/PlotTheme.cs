using OxyPlot;

namespace MinpackNet.Cli;

/// <summary>The colors of a picture.</summary>
/// <param name="Text">Of texts.</param>
/// <param name="Data">Of points.</param>
/// <param name="Curve">Of the curve; those of its bands are the same with little opacity.</param>
/// <param name="Grid">Of lines behind the points.</param>
/// <param name="Axis">Of axes and of the second line of the title.</param>
/// <param name="Background">Of what is behind all.</param>
/// <param name="Sets">Of several data sets, six.</param>
internal sealed record PlotTheme(
    OxyColor Text,
    OxyColor Data,
    OxyColor Curve,
    OxyColor Grid,
    OxyColor Axis,
    OxyColor Background,
    IReadOnlyList<OxyColor> Sets)
{
    private static readonly byte[] BandOpacities = [0x48, 0x20];

    /// <summary>For paper and bright screens.</summary>
    public static readonly PlotTheme Light = new(
        OxyColor.FromRgb(0x33, 0x3f, 0x4f),
        OxyColor.FromRgb(0x1f, 0x5a, 0x96),
        OxyColor.FromRgb(0xd5, 0x4a, 0x1f),
        OxyColor.FromRgb(0xe4, 0xe7, 0xeb),
        OxyColor.FromRgb(0x6b, 0x74, 0x80),
        OxyColors.White,
        [
            OxyColor.FromRgb(0x1f, 0x5a, 0x96),
            OxyColor.FromRgb(0xd5, 0x4a, 0x1f),
            OxyColor.FromRgb(0x2f, 0x7d, 0x4f),
            OxyColor.FromRgb(0x7b, 0x4f, 0xa3),
            OxyColor.FromRgb(0xa6, 0x7c, 0x00),
            OxyColor.FromRgb(0x4a, 0x4a, 0x4a),
        ]);

    /// <summary>For dark screens.</summary>
    public static readonly PlotTheme Dark = new(
        OxyColor.FromRgb(0xe3, 0xe8, 0xee),
        OxyColor.FromRgb(0x7f, 0xb8, 0xf0),
        OxyColor.FromRgb(0xff, 0x9a, 0x6b),
        OxyColor.FromRgb(0x36, 0x3f, 0x4a),
        OxyColor.FromRgb(0xa9, 0xb4, 0xc0),
        OxyColor.FromRgb(0x17, 0x1b, 0x21),
        [
            OxyColor.FromRgb(0x7f, 0xb8, 0xf0),
            OxyColor.FromRgb(0xff, 0x9a, 0x6b),
            OxyColor.FromRgb(0x7f, 0xd6, 0xa2),
            OxyColor.FromRgb(0xc7, 0xa6, 0xea),
            OxyColor.FromRgb(0xe8, 0xc4, 0x5a),
            OxyColor.FromRgb(0xc4, 0xcb, 0xd3),
        ]);

    /// <summary>Of a band, by its number from the innermost.</summary>
    public OxyColor Band(int number) => OxyColor.FromAColor(BandOpacities[number], Curve);
}
