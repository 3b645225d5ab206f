namespace MinpackNet.Cli;

/// <summary>The style of a page, which follows the screen of its reader.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet.</summary>
    public static string Sheet { get; } = Read();

    /// <summary>
    /// The picture in the colors of the page: those of its own as variables in styles, and by rules for texts, whose
    /// colors are attributes.
    /// </summary>
    public static string Themed(string svg, PlotTheme theme)
    {
        (OxyPlot.OxyColor Color, string Variable)[] colors =
        [
            (theme.Text, "text"), (theme.Data, "data"), (theme.Curve, "curve"), (theme.Grid, "grid"),
            (theme.Axis, "faint"), (theme.Background, "paper"),
            .. theme.Sets.Select((color, k) => (color, FormattableString.Invariant($"set{k + 1}"))),
        ];
        foreach ((OxyPlot.OxyColor color, string variable) in colors)
        {
            string rgb = FormattableString.Invariant($"rgb({color.R},{color.G},{color.B})");
            svg = svg.Replace($":{rgb}", $":var(--{variable})", StringComparison.Ordinal)
                .Replace($"fill=\"{rgb}\"", $"style=\"fill:var(--{variable})\"", StringComparison.Ordinal);
        }

        return svg;
    }

    private static string Read()
    {
        using Stream stream = typeof(PageStyle).Assembly.GetManifestResourceStream("page.css")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
