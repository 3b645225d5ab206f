using OxyPlot;

namespace MinpackNet.Cli;

/// <summary>The colors of a picture.</summary>
/// <param name="Text">Of texts.</param>
/// <param name="Data">Of points.</param>
/// <param name="Curve">Of the curve; that of its band is the same with little opacity.</param>
/// <param name="Grid">Of lines behind the points.</param>
/// <param name="Axis">Of axes and of the second line of the title.</param>
/// <param name="Background">Of what is behind all.</param>
internal sealed record PlotTheme(
    OxyColor Text, OxyColor Data, OxyColor Curve, OxyColor Grid, OxyColor Axis, OxyColor Background)
{
    private const byte BandOpacity = 0x48;

    /// <summary>For paper and bright screens.</summary>
    public static readonly PlotTheme Light = new(
        OxyColor.FromRgb(0x33, 0x3f, 0x4f),
        OxyColor.FromRgb(0x1f, 0x5a, 0x96),
        OxyColor.FromRgb(0xd5, 0x4a, 0x1f),
        OxyColor.FromRgb(0xe4, 0xe7, 0xeb),
        OxyColor.FromRgb(0x6b, 0x74, 0x80),
        OxyColors.White);

    /// <summary>For dark screens.</summary>
    public static readonly PlotTheme Dark = new(
        OxyColor.FromRgb(0xe3, 0xe8, 0xee),
        OxyColor.FromRgb(0x7f, 0xb8, 0xf0),
        OxyColor.FromRgb(0xff, 0x9a, 0x6b),
        OxyColor.FromRgb(0x36, 0x3f, 0x4a),
        OxyColor.FromRgb(0xa9, 0xb4, 0xc0),
        OxyColor.FromRgb(0x17, 0x1b, 0x21));

    public OxyColor Band => OxyColor.FromAColor(BandOpacity, Curve);
}
