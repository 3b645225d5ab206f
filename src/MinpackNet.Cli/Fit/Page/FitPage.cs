using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>
/// A fit as one page that needs nothing else: picture, report, warnings, rows, and what it takes to make it again.
/// </summary>
internal sealed class FitPage
{
    private const int MostRows = 1000;
    private const int MostSpots = 1000;
    private const int CurveSpots = 100;
    private const int NarrowSize = 400;
    private const int PanelWidth = 480;
    private const int PanelHeight = 360;
    private const string Attempts = "attempt";

    private readonly StringBuilder _html = new();
    private readonly FittedData _data;

    private FitPage(FittedData data) => _data = data;

    /// <summary>The page in UTF-8.</summary>
    public static byte[] Of(FittedData data)
    {
        FitPage page = new(data);
        page.Write();
        return Encoding.UTF8.GetBytes(page._html.ToString());
    }

    private void Write()
    {
        string y = _data.Columns.Names[_data.Columns.Y];
        string title = $"{y} = {_data.Columns.Model}";
        _html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Encoded(title)}</title>\n<style>\n{PageStyle.Sheet}\n")
            .Append("</style>\n</head>\n<body>\n<main>\n")
            .Append(CultureInfo.InvariantCulture, $"<h1>{Encoded(title)}</h1>\n");
        foreach (string line in FitSummary.Input(_data))
        {
            _html.Append(CultureInfo.InvariantCulture, $"<p class=\"faint\">{Encoded(line)}</p>\n");
        }

        Verdict();
        Figure();
        Tables();
        Warnings();
        Quantiles();
        Profiles();
        Rows();
        Origin();
        _html.Append("</main>\n</body>\n</html>\n");
    }

    private void Verdict()
    {
        FitResult fit = _data.Fit;
        string verdict = !fit.Converged ? "Did not converge."
            : !fit.Succeeded ? "Do not trust the estimates."
            : fit.IsCertified ? "Certified."
            : "Converged.";
        string rest = fit.Message.StartsWith(verdict.TrimEnd('.'), StringComparison.Ordinal)
            ? fit.Message[verdict.TrimEnd('.').Length..].TrimStart(':', '.', ' ')
            : fit.Message;
        _html.Append(CultureInfo.InvariantCulture, $"<p class=\"verdict{(fit.Succeeded ? "" : " bad")}\">")
            .Append(CultureInfo.InvariantCulture, $"<strong>{verdict}</strong> {Encoded(Capitalized(rest))}</p>\n");
    }

    private void Figure()
    {
        if (_data.Picture?.Plot is not { } plot)
        {
            string obstacle = Encoded(_data.Picture?.Obstacle ?? "");
            _html.Append(CultureInfo.InvariantCulture, $"<p>There is no picture, because {obstacle}.</p>\n");
            return;
        }

        string label = $"Data, curve and residuals: {plot.YTitle} against {plot.XTitle}.";
        PlotStyle style = _data.Request.Style;
        Panel(SvgPlot.ElementOf("curve", plot, style, PointTexts(plot), CurveTexts(plot)), style, label, "wide");
        PlotStyle narrow = style with { Width = NarrowSize, Height = NarrowSize };
        Panel(SvgPlot.ElementOf("narrow", plot, narrow, [], []), narrow, label, "narrow");
        if (_data.Picture.Advice.Length > 0)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<p class=\"faint\">{Encoded(_data.Picture.Advice)}</p>\n");
        }
    }

    private void Panel(string svg, PlotStyle style, string label, string kind = "panel")
    {
        string role = $"<svg role=\"img\" aria-label=\"{Encoded(label)}\" viewBox=\"0 0 "
            + FormattableString.Invariant($"{style.Width} {style.Height}\"");
        _html.Append(CultureInfo.InvariantCulture, $"<figure class=\"{kind}\" style=\"max-width:{style.Width}px\">")
            .Append(PageStyle.Themed(svg.Replace("<svg", role, StringComparison.Ordinal), style.Theme))
            .Append("</figure>\n");
    }

    private static string[] PointTexts(PlotData plot) => plot.X.Length > MostSpots
        ? []
        : [.. plot.X.Select((x, i) => $"{plot.XTitle} = {Short(x)}, {plot.YTitle} = {Short(plot.Y[i])}, residual "
            + Short(plot.Residuals[i]))];

    private static (double X, double Y, string Text)[] CurveTexts(PlotData plot)
    {
        int stride = (plot.CurveX.Length / CurveSpots) + 1;
        return
        [
            .. Enumerable.Range(0, plot.CurveX.Length).Where(i => i % stride == 0).Select(i => (
                plot.CurveX[i],
                plot.CurveY[i],
                $"{plot.CurveTitle} at {plot.XTitle} = {Short(plot.CurveX[i])}: {Short(plot.CurveY[i])}"
                    + (plot.Bands is [{ } band, ..] && double.IsFinite(band.Lower[i] + band.Upper[i])
                        ? $", from {Short(band.Lower[i])} to {Short(band.Upper[i])}"
                        : ""))),
        ];
    }

    /// <summary>The tables of the report, each with the lines below it; those of a search are folded.</summary>
    private void Tables()
    {
        _html.Append("<h2>Results</h2>\n");
        foreach (ReportBlock block in _data.ReportBlocks.Skip(2).TakeWhile(block => block.Text != "warnings"))
        {
            if (!block.IsTable)
            {
                _html.Append(CultureInfo.InvariantCulture, $"<p class=\"faint\">{Encoded(block.Text)}</p>\n");
            }
            else if (block.HasHeadings && block.Rows[0][0] == Attempts)
            {
                _html.Append("<details><summary>Attempts of the search</summary>\n");
                Table("Attempts of the search", block.Rows, hasHeadings: true, lastIsText: true);
                _html.Append("</details>\n");
            }
            else
            {
                string caption = !block.HasHeadings ? "Statistics"
                    : block.Rows[0][0] == "parameter" ? "Parameters"
                    : Capitalized(block.Rows[0][0]);
                Table(caption, block.Rows, block.HasHeadings, lastIsText: false);
            }
        }
    }

    private void Table(
        string caption, IReadOnlyList<IReadOnlyList<string>> rows, bool hasHeadings, bool lastIsText)
    {
        int width = rows.Max(row => row.Count);
        _html.Append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" ")
            .Append(CultureInfo.InvariantCulture, $"aria-label=\"{Encoded(caption)}\">")
            .Append(CultureInfo.InvariantCulture, $"<table><caption>{Encoded(caption)}</caption>\n");
        foreach ((int index, IReadOnlyList<string> row) in rows.Index())
        {
            bool isHead = hasHeadings && index == 0;
            _html.Append(isHead ? "<thead><tr>" : "<tr>");
            for (int c = 0; c < width; c++)
            {
                string cell = Encoded(c < row.Count ? row[c] : "");
                string text = c == 0 || (lastIsText && c == width - 1) ? " class=\"text\"" : "";
                _html.Append(isHead ? $"<th scope=\"col\"{text}>{cell}</th>"
                    : c == 0 ? $"<th scope=\"row\">{cell}</th>"
                    : $"<td{text}>{cell}</td>");
            }

            _html.Append(isHead ? "</tr></thead>\n" : "</tr>\n");
        }

        _html.Append("</table></div>\n");
    }

    private void Warnings()
    {
        if (_data.Fit.Diagnoses.Count == 0)
        {
            return;
        }

        _html.Append("<h2>Warnings</h2>\n<ul>\n");
        foreach (Diagnosis diagnosis in _data.Fit.Diagnoses)
        {
            _html.Append(CultureInfo.InvariantCulture, $"<li>{Encoded(diagnosis.Message)}</li>\n");
        }

        _html.Append("</ul>\n");
    }

    /// <summary>The residuals beside those of a normal distribution, on which they are a line.</summary>
    private void Quantiles()
    {
        PlotStyle style = new() { Width = PanelWidth, Height = PanelHeight };
        if (QuantilePanel.Of(_data.Fit.StandardizedResiduals, style) is not { } svg)
        {
            return;
        }

        _html.Append("<h2>Are the residuals normal?</h2>\n<p class=\"faint\">Points near the line are what normal "
            + "errors leave; an S, a bend or single points far off are outliers, skewness or heavy tails.</p>\n");
        Panel(svg, style, "Standardized residuals against the quantiles of the normal distribution.");
    }

    /// <summary>How the sum of squares rises with each parameter and quantity.</summary>
    private void Profiles()
    {
        IReadOnlyList<(string Name, string Svg)> panels = FitPanels.ProfilesOf(_data, FitPanels.OnPage);
        if (panels.Count == 0)
        {
            return;
        }

        string sum = _data.Request.Counts ? "deviance" : "sum of squares";
        string unit = _data.Fit.HasAbsoluteSigma ? "" : ", over the variance s²";
        _html.Append(CultureInfo.InvariantCulture, $"<h2>Profiles</h2>\n<p class=\"faint\">The increase of the {sum} ")
            .Append(CultureInfo.InvariantCulture, $"when one value is held and all others are fitted again{unit}; ")
            .Append("points were computed. The interval ends at the line of its level. The dashed parabola is what ")
            .Append("the standard error stands for: where the curve leaves it, take the limits of the profile.</p>\n")
            .Append("<div class=\"panels\">\n");
        foreach ((string name, string svg) in panels)
        {
            Panel(svg, FitPanels.OnPage, $"Profile of {name}.");
        }

        _html.Append("</div>\n");
    }

    private void Rows()
    {
        AnswerTable table = FitAnswers.AtRows(_data);
        int count = Math.Min(table.RowCount, MostRows);
        List<IReadOnlyList<string>> rows =
        [
            [.. (table.LabelName is { } name ? (string[])[name] : []), .. table.Columns.Select(column => column.Name)],
            .. Enumerable.Range(0, count).Select(row => (string[])
            [
                .. table.Labels is { } labels ? (string[])[labels[row]] : [],
                .. table.Columns.Select(column => Short(column.Values[row])),
            ]),
        ];
        string caption = count < table.RowCount
            ? string.Create(CultureInfo.InvariantCulture, $"The first {count} of {table.RowCount} rows")
            : Capitalized(Things.Count(table.RowCount, "row"));
        _html.Append(CultureInfo.InvariantCulture, $"<details><summary>{Encoded(caption)}</summary>\n");
        Table(caption, rows, hasHeadings: true, lastIsText: false);
        _html.Append("</details>\n");
    }

    /// <summary>What it takes to make the fit again, and to see that the data are the same.</summary>
    private void Origin()
    {
        _html.Append("<footer>\n<h2>Origin</h2>\n")
            .Append(CultureInfo.InvariantCulture, $"<pre>{Encoded(_data.Request.CommandLine)}</pre>\n");
        if (_data.Request.File != "-")
        {
            using FileStream file = File.OpenRead(_data.Request.File);
            string hash = Convert.ToHexStringLower(SHA256.HashData(file));
            _html.Append(CultureInfo.InvariantCulture, $"<p class=\"faint\">SHA-256 of {Encoded(_data.Source)}:<br>")
                .Append(CultureInfo.InvariantCulture, $"{hash}</p>\n");
        }

        string version = typeof(FitPage).Assembly.GetName().Version?.ToString(3) ?? "";
        _html.Append(CultureInfo.InvariantCulture, $"<p class=\"faint\">minpack {version}, ")
            .Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC</p>\n</footer>\n");
    }

    private static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Encoded(string text) => WebUtility.HtmlEncode(PlainText.Of(text));

    private static string Capitalized(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
