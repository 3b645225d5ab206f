using OxyPlot;

namespace MinpackNet.Cli;

/// <summary>How points and their curve are drawn.</summary>
/// <param name="Point">The color of the points.</param>
/// <param name="Curve">The color of the curve.</param>
/// <param name="Marker">The shape of the points.</param>
/// <param name="Line">The strokes of the curve.</param>
/// <param name="IsFilled">Whether the points are filled.</param>
internal sealed record SvgStyle(OxyColor Point, OxyColor Curve, MarkerType Marker, LineStyle Line, bool IsFilled)
{
    // Told apart without colors too.
    private static readonly (MarkerType Marker, LineStyle Line, bool IsFilled)[] Sets =
    [
        (MarkerType.Circle, LineStyle.Solid, true),
        (MarkerType.Square, LineStyle.Dash, true),
        (MarkerType.Diamond, LineStyle.Dot, true),
        (MarkerType.Triangle, LineStyle.DashDot, true),
        (MarkerType.Circle, LineStyle.LongDash, false),
        (MarkerType.Square, LineStyle.DashDotDot, false),
    ];

    /// <summary>A single data set.</summary>
    public static SvgStyle Single(PlotTheme theme) =>
        new(theme.Data, theme.Curve, MarkerType.Circle, LineStyle.Solid, IsFilled: true);

    /// <summary>One of several data sets, by its number from 0.</summary>
    public static SvgStyle OfSet(int number, PlotTheme theme)
    {
        (MarkerType marker, LineStyle line, bool isFilled) = Sets[number % Sets.Length];
        OxyColor color = theme.Sets[number % theme.Sets.Count];
        return new(color, color, marker, line, isFilled);
    }
}
