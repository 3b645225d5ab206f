using System.Globalization;
using System.Net;
using System.Text;
using MinpackNet.Fitting;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace MinpackNet.Cli;

/// <summary>A picture of some groups, a panel for each: the first ones, or those that are described worst.</summary>
/// <param name="model">The formula, of one predictor.</param>
/// <param name="takesWorst">Whether to take the worst: first those that did not converge, then by R².</param>
internal sealed class GroupPicture(Formula model, bool takesWorst)
{
    private const int Most = 12;
    private const int Across = 4;
    private const int PanelWidth = 280;
    private const int PanelHeight = 210;
    private const int TitleHeight = 40;
    private const int Steps = 200;
    private const int MostTicks = 4;
    private const double TitleSize = 12;
    private const double TextSize = 10;
    private const double MarkerSize = 2;
    private const double LineWidth = 1.5;

    private readonly List<(GroupFit Fit, double[] X, double[] Y)> _groups = [];

    /// <summary>Keeps a group if it belongs to those.</summary>
    public void Offer(GroupFit fit, Func<(double[] X, double[] Y)> data)
    {
        if (fit.Span.Count == 0 || (_groups.Count == Most && !(takesWorst && IsWorse(fit, _groups[^1].Fit))))
        {
            return;
        }

        (double[] x, double[] y) = data();
        int place = takesWorst ? _groups.FindIndex(kept => IsWorse(fit, kept.Fit)) : -1;
        _groups.Insert(place < 0 ? _groups.Count : place, (fit, x, y));
        if (_groups.Count > Most)
        {
            _groups.RemoveAt(Most);
        }
    }

    /// <summary>The file.</summary>
    /// <param name="source">Where the data are from.</param>
    /// <param name="count">The number of all groups.</param>
    /// <param name="theme">The colors.</param>
    public byte[] ToSvg(string source, int count, PlotTheme theme)
    {
        int columns = Math.Min(Across, Math.Max(_groups.Count, 1));
        int rows = (_groups.Count + columns - 1) / columns;
        (int width, int height) = (columns * PanelWidth, TitleHeight + (rows * PanelHeight));
        string which = _groups.Count == count ? "" : takesWorst ? "the worst " : "the first ";
        string title = string.Create(
            CultureInfo.InvariantCulture,
            $"{source}: {which}{_groups.Count}{(_groups.Count == count ? "" : $" of {count}")} groups, {model}");
        StringBuilder svg = new("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" ")
            .Append(CultureInfo.InvariantCulture, $"height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n")
            .Append("<rect width=\"100%\" height=\"100%\" ")
            .Append(CultureInfo.InvariantCulture, $"fill=\"{Css(theme.Background)}\"/>\n")
            .Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"25\" font-family=\"{SvgPlot.Font}\" ")
            .Append(CultureInfo.InvariantCulture, $"font-size=\"14\" fill=\"{Css(theme.Text)}\">")
            .Append(WebUtility.HtmlEncode(PlainText.Of(title))).Append("</text>\n");
        foreach ((int k, (GroupFit fit, double[] x, double[] y)) in _groups.Index())
        {
            (int left, int top) = (k % columns * PanelWidth, TitleHeight + (k / columns * PanelHeight));
            PlotStyle style = new() { Width = PanelWidth, Height = PanelHeight, Theme = theme };
            string panel = SvgElement.Of(FormattableString.Invariant($"group{k}"), style, Panel(fit, x, y, theme));
            svg.Append(panel.Replace(
                "<svg", FormattableString.Invariant($"<svg x=\"{left}\" y=\"{top}\""), StringComparison.Ordinal))
                .Append('\n');
        }

        return Encoding.UTF8.GetBytes(svg.Append("</svg>\n").ToString());
    }

    private static bool IsWorse(GroupFit fit, GroupFit other) => fit.Converged != other.Converged
        ? !fit.Converged
        : fit.RSquared < other.RSquared || (double.IsNaN(fit.RSquared) && !double.IsNaN(other.RSquared));

    private PlotModel Panel(GroupFit fit, double[] x, double[] y, PlotTheme theme)
    {
        double[] estimates = [.. fit.Parameters.Select(parameter => parameter.Value)];
        PlotAxis horizontal = new((x.Min(), x.Max()), PlotData.Margin);
        double[] places = [.. new PlotAxis((x.Min(), x.Max()), 0).Steps(Steps)];
        double[] curve = [.. places.Select(place => model.Evaluate(estimates, place))];
        // Where the curve runs away, the data decide.
        double room = y.Max() - y.Min();
        double[] ends = [.. curve.Where(value => value > y.Min() - room && value < y.Max() + room), .. y];
        PlotAxis vertical = new((ends.Min(), ends.Max()), PlotData.Margin);
        PlotModel panel = new()
        {
            Title = PlainText.Brief(fit.Span.Label) + (fit.Converged ? "" : $" ({fit.Status})"),
            TitleFontSize = TitleSize,
            TitleFontWeight = FontWeights.Normal,
            DefaultFont = SvgPlot.Font,
            DefaultFontSize = TextSize,
            TextColor = theme.Text,
            Background = theme.Background,
            PlotAreaBorderThickness = new(0),
        };
        panel.Axes.Add(new TickAxis(horizontal.Ticks(MostTicks), theme) { Position = AxisPosition.Bottom });
        panel.Axes.Add(new TickAxis(vertical.Ticks(MostTicks), theme));
        ScatterSeries points = new()
        {
            MarkerType = MarkerType.Circle,
            MarkerSize = MarkerSize,
            MarkerFill = theme.Data,
        };
        points.Points.AddRange(x.Zip(y, (a, b) => new ScatterPoint(horizontal.Place(a), vertical.Place(b))));
        panel.Series.Add(points);
        LineSeries line = new() { Color = theme.Curve, StrokeThickness = LineWidth, MinimumSegmentLength = 0 };
        line.Points.AddRange(
            places.Zip(curve, (a, b) => new DataPoint(horizontal.Place(a), vertical.Place(b))));
        panel.Series.Add(line);
        return panel;
    }

    private static string Css(OxyColor color) =>
        FormattableString.Invariant($"rgb({color.R},{color.G},{color.B})");
}
