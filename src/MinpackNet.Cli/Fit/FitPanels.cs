using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>What small panels show of a fit: the normal quantiles of its residuals, and its profiles.</summary>
internal static class FitPanels
{
    private const int MostProfiles = 9;
    private const int LeastWidth = 260;
    private const int MostAcross = 4;

    /// <summary>The size of a panel on a page.</summary>
    public static readonly PlotStyle OnPage = new() { Width = 320, Height = 240 };

    /// <summary>The profiles as elements.</summary>
    public static IReadOnlyList<(string Name, string Svg)> ProfilesOf(FittedData data, PlotStyle style) =>
    [
        .. Drawable(data).Select((curve, k) => (
            curve.Name,
            ProfilePanel.Of(
                curve,
                data.Request.Level,
                data.Fit.HasAbsoluteSigma ? "increase" : "increase / s²",
                FormattableString.Invariant($"profile{k}"),
                style))),
    ];

    /// <summary>What is not drawn, in words.</summary>
    public static IEnumerable<string> Notes(FittedData data)
    {
        string[] others = [.. Drawable(data).Skip(MostProfiles).Select(curve => curve.Name)];
        return others.Length == 0
            ? []
            : [$"profiles of {Things.List(others)} left out of the picture, which has room for {MostProfiles}"];
    }

    /// <summary>The file of the picture with the panels below.</summary>
    public static byte[] SheetOf(FittedData data, PlotData plot)
    {
        PlotStyle style = data.Request.Style;
        int across = Math.Clamp(style.Width / LeastWidth, 1, MostAcross);
        PlotStyle small = style with { Width = style.Width / across, Height = style.Width / across * 3 / 4 };
        string[] panels =
        [
            .. QuantilePanel.Of(data.Fit.StandardizedResiduals, small) is { } quantiles ? (string[])[quantiles] : [],
            .. ProfilesOf(data, small).Take(MostProfiles).Select(panel => panel.Svg),
        ];
        int rows = (panels.Length + across - 1) / across;
        return SvgSheet.Of(
            style.Theme,
            style.Width,
            style.Height + (rows * small.Height),
            [
                (0, 0, SvgPlot.ElementOf("curve", plot, style, [], [])),
                .. panels.Select((panel, k) =>
                    (k % across * small.Width, style.Height + (k / across * small.Height), panel)),
            ]);
    }

    private static IEnumerable<ProfileCurve> Drawable(FittedData data) =>
        (data.ParameterCurves ?? []).Concat(data.DerivedCurves ?? []).Where(ProfilePanel.CanDraw);
}
