using System.Globalization;
using System.Net;
using MinpackNet.Fitting;
using OxyPlot;
using OxyPlot.Series;

namespace MinpackNet.Cli;

/// <summary>A picture of some groups, a panel for each: the first ones, or those that are described worst.</summary>
/// <param name="columns">The columns, with a formula of one predictor.</param>
/// <param name="takesWorst">Whether to take the worst: first those that did not converge, then by R².</param>
internal sealed class GroupPicture(ColumnChoice columns, bool takesWorst)
{
    private const int Most = 12;
    private const int Across = 4;
    private const int PanelWidth = 280;
    private const int PanelHeight = 210;
    private const int TitleHeight = 56;
    private const int Steps = 200;
    private const double TextSize = 10;
    private const double MarkerSize = 2;
    private const double LineWidth = 1.5;

    private readonly Formula _model = columns.Model;
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
        int across = Math.Min(Across, Math.Max(_groups.Count, 1));
        int rows = (_groups.Count + across - 1) / across;
        (int width, int height) = (across * PanelWidth, TitleHeight + (rows * PanelHeight));
        string which = _groups.Count == count ? "" : takesWorst ? "the worst " : "the first ";
        string title = string.Create(
            CultureInfo.InvariantCulture,
            $"{source}: {which}{_groups.Count}{(_groups.Count == count ? "" : $" of {count}")} groups, {_model}");
        string head = Line(25, 14, theme.Text, title)
            + Line(44, 12, theme.Axis, $"{columns.Names[columns.Y]} against {columns.Names[columns.X[0]]}");
        PlotStyle style = new() { Width = PanelWidth, Height = PanelHeight, Theme = theme };
        return SvgSheet.Of(
            theme,
            width,
            height,
            _groups.Select((group, k) => (
                k % across * PanelWidth,
                TitleHeight + (k / across * PanelHeight),
                SvgElement.Of(
                    FormattableString.Invariant($"group{k}"), style, Panel(group.Fit, group.X, group.Y, style)))),
            head);
    }

    private static string Line(int y, int size, OxyColor color, string text) =>
        FormattableString.Invariant($"<text x=\"16\" y=\"{y}\" font-family=\"{SvgPlot.Font}\" ")
        + FormattableString.Invariant($"font-size=\"{size}\" fill=\"{SvgSheet.Css(color)}\">")
        + $"{WebUtility.HtmlEncode(PlainText.Of(text))}</text>\n";

    private static bool IsWorse(GroupFit fit, GroupFit other) => fit.Converged != other.Converged
        ? !fit.Converged
        : fit.RSquared < other.RSquared || (double.IsNaN(fit.RSquared) && !double.IsNaN(other.RSquared));

    private PlotModel Panel(GroupFit fit, double[] x, double[] y, PlotStyle style)
    {
        PlotTheme theme = style.Theme;
        double[] estimates = [.. fit.Parameters.Select(parameter => parameter.Value)];
        PlotAxis horizontal = new((x.Min(), x.Max()), PlotData.Margin);
        double[] places = [.. new PlotAxis((x.Min(), x.Max()), 0).Steps(Steps)];
        double[] curve = [.. places.Select(place => _model.Evaluate(estimates, place))];
        // Where the curve runs away, the data decide.
        double room = y.Max() - y.Min();
        double[] ends = [.. curve.Where(value => value > y.Min() - room && value < y.Max() + room), .. y];
        PlotAxis vertical = new((ends.Min(), ends.Max()), PlotData.Margin);
        PlotModel panel = SmallPanel.Of(
            style,
            horizontal,
            vertical,
            TextSize,
            PlainText.Brief(fit.Span.Label) + (fit.Converged ? "" : $" ({fit.Status})"));
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
}
