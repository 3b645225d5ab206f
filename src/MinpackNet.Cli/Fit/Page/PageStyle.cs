namespace MinpackNet.Cli;

/// <summary>The style sheet of a page, for bright and dark screens, narrow ones, and paper.</summary>
internal static class PageStyle
{
    public const string Sheet =
        """
        :root { color-scheme: light dark; --text: #333f4f; --strong: #1b232d; --faint: #5b6570; --line: #d5dae0;
          --grid: #e4e7eb; --paper: #ffffff; --panel: #f5f7f9; --data: #1f5a96; --curve: #d54a1f;
          --band: rgba(213,74,31,.28); --good: #1a6b3c; --bad: #a3301a; }
        @media (prefers-color-scheme: dark) { :root { --text: #dfe5ec; --strong: #ffffff; --faint: #a9b4c0;
          --line: #3a434e; --grid: #36404a; --paper: #171b21; --panel: #20262e; --data: #7fb8f0; --curve: #ff9a6b;
          --band: rgba(255,154,107,.28); --good: #7fd6a2; --bad: #ffa08c; } }
        @media print { :root { color-scheme: light; --text: #222; --strong: #000; --faint: #444; --line: #bbb;
          --grid: #ddd; --paper: #fff; --panel: #fff; --data: #1f5a96; --curve: #d54a1f;
          --band: rgba(213,74,31,.28); --good: #14532d; --bad: #8a2514; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 54rem; background: var(--paper);
          color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
        h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; color: var(--strong);
          overflow-wrap: anywhere; }
        h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; color: var(--strong); }
        p, ul { margin: .5rem 0; } li { margin: .4rem 0; }
        .faint { color: var(--faint); font-size: .9rem; }
        .verdict { margin: 1rem 0; padding: .75rem 1rem; background: var(--panel);
          border-left: .3rem solid var(--good); }
        .verdict.bad { border-left-color: var(--bad); }
        .verdict strong { color: var(--good); } .verdict.bad strong { color: var(--bad); }
        figure { margin: 1rem 0; } figure svg { display: block; width: 100%; height: auto; }
        figure svg .spot:hover { fill: var(--data); fill-opacity: .35; }
        .panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; }
        .scroll { overflow-x: auto; } .scroll:focus-visible { outline: 2px solid var(--data); outline-offset: 2px; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        caption { text-align: left; padding: .75rem 0 .35rem; font-weight: 600; color: var(--strong); }
        th, td { padding: .2rem .9rem .2rem 0; text-align: right; white-space: nowrap;
          border-bottom: 1px solid var(--line); }
        th { font-weight: 600; } th[scope=row], td.text, th.text { text-align: left; }
        th[scope=row] { font-weight: 400; } td.text { white-space: normal; min-width: 14rem; }
        summary { margin: 1.25rem 0 .25rem; cursor: pointer; font-weight: 600; color: var(--strong); }
        summary:focus-visible { outline: 2px solid var(--data); outline-offset: 2px; }
        pre { padding: .75rem 1rem; background: var(--panel); white-space: pre-wrap; overflow-wrap: anywhere;
          font: .9rem/1.45 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; }
        footer { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .5rem; }
        @media print { body { padding: 0; max-width: none; font-size: 11pt; } figure, table, .verdict, .panels > *
          { break-inside: avoid; } h2 { break-after: avoid; } .scroll { overflow: visible; } }
        """;

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
        ];
        foreach ((OxyPlot.OxyColor color, string variable) in colors)
        {
            string rgb = FormattableString.Invariant($"rgb({color.R},{color.G},{color.B})");
            svg = svg.Replace($":{rgb}", $":var(--{variable})", StringComparison.Ordinal)
                .Replace($"fill=\"{rgb}\"", $"style=\"fill:var(--{variable})\"", StringComparison.Ordinal);
        }

        return svg;
    }
}
