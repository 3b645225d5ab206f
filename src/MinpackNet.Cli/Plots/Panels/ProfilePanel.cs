using System.Globalization;
using MathNet.Numerics.Interpolation;
using MinpackNet.Fitting;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Series;

namespace MinpackNet.Cli;

/// <summary>
/// The profile of a parameter or quantity: the increase of the sum of squares over the variance, τ², with the level at
/// which the interval ends, and the parabola that the standard error is for.
/// </summary>
internal static class ProfilePanel
{
    private const int Fewest = 3;
    private const int Steps = 160;
    private const double LineWidth = 1.8;
    private const double ThinLine = 1;
    private const double MarkerSize = 2.5;
    private const double TitleMargin = 50;

    private static readonly string[] Formats = ["G5", "G3"];

    // How far above the level the panel goes, and how far out on an open side, in the distance of the other limit.
    private const double Above = 1.3;
    private const double Outward = 3;

    // Points closer than this share of the width are one: near an end their differences are rounding.
    private const double Near = 0.01;

    /// <summary>Whether there is a curve to draw.</summary>
    public static bool CanDraw(ProfileCurve curve) =>
        Apart(curve).Length >= Fewest && new PlotAxis(Range(curve), PlotData.Margin).IsFinite;

    /// <summary>The panel.</summary>
    /// <param name="curve">The profile.</param>
    /// <param name="level">The confidence level of its interval.</param>
    /// <param name="yTitle">What the increase is called.</param>
    /// <param name="name">What tells the identifiers in it from those of other pictures of the page.</param>
    /// <param name="style">How to draw.</param>
    public static string Of(ProfileCurve curve, double level, string yTitle, string name, PlotStyle style)
    {
        PlotTheme theme = style.Theme;
        double end = curve.Quantile * curve.Quantile;
        ProfilePoint[] apart = Apart(curve);
        PlotAxis x = new(Range(curve), PlotData.Margin);
        PlotAxis y = new((0, Above * end), 0);
        PlotModel panel = SmallPanel.Of(
            style,
            x,
            y,
            title: TitleOf(curve, style.Width - TitleMargin),
            yTitle: yTitle);
        panel.Annotations.Add(new LineAnnotation
        {
            Type = LineAnnotationType.Horizontal,
            Y = y.Place(end),
            Color = theme.Axis,
            LineStyle = LineStyle.Dash,
            StrokeThickness = ThinLine,
            Text = string.Create(CultureInfo.InvariantCulture, $"{100 * level:G6} %"),
            TextHorizontalAlignment = HorizontalAlignment.Center,
            TextLinePosition = 0.5,
            TextColor = theme.Axis,
        });
        foreach (double limit in new[] { curve.Interval.Lower, curve.Interval.Upper }.Where(double.IsFinite))
        {
            LineSeries line = new() { Color = theme.Axis, StrokeThickness = ThinLine };
            line.Points.AddRange([new(x.Place(limit), 0), new(x.Place(limit), y.Place(end))]);
            panel.Series.Add(line);
        }

        panel.Series.Add(Line(
            value => Math.Pow((value - curve.Estimate) / curve.StandardError, 2),
            new() { Color = theme.Data, LineStyle = LineStyle.Dash, StrokeThickness = ThinLine }));
        CubicSpline roots = CubicSpline.InterpolatePchipSorted(
            [.. apart.Select(point => point.Value)], [.. apart.Select(point => point.Root)]);
        panel.Series.Add(Line(
            value => value < apart[0].Value || value > apart[^1].Value
                ? double.NaN
                : Math.Pow(roots.Interpolate(value), 2),
            new() { Color = theme.Curve, StrokeThickness = LineWidth }));
        ScatterSeries points = new()
        {
            MarkerType = MarkerType.Circle,
            MarkerSize = MarkerSize,
            MarkerFill = theme.Curve,
        };
        points.Points.AddRange(curve.Points
            .Select(point => new ScatterPoint(x.Place(point.Value), y.Place(point.Root * point.Root)))
            .Where(point => point.X is >= 0 and <= 1 && point.Y <= 1));
        panel.Series.Add(points);
        return SvgElement.Of(name, style, panel);

        LineSeries Line(Func<double, double> height, LineSeries line)
        {
            // Above the panel there is a gap.
            double[] places =
                [.. x.Steps(Steps).Concat(apart.Select(point => point.Value)).Where(x.Has).Distinct().Order()];
            line.Points.AddRange(places.Select(place => (X: x.Place(place), Y: y.Place(height(place))))
                .Select(place => new DataPoint(place.X, place.Y <= 1 ? place.Y : double.NaN)));
            return line;
        }
    }

    /// <summary>The name with the limits, shortened or left out where the whole has no room.</summary>
    private static string TitleOf(ProfileCurve curve, double room)
    {
        double size = SmallPanel.TitleSizeOf(SvgPlot.TextSize);
        return Formats.Select(format => $"{curve.Name}: {Limits(curve.Interval, format)}")
            .FirstOrDefault(title => SvgPlot.Fit(title, room, size) == title, SvgPlot.Fit(curve.Name, room, size));
    }

    private static string Limits(Interval interval, string format) => (interval.Lower, interval.Upper) switch
    {
        (double.NegativeInfinity, double.PositiveInfinity) => "open",
        (var lower, double.PositiveInfinity) => $"from {Text(lower, format)}, open above",
        (double.NegativeInfinity, var upper) => $"to {Text(upper, format)}, open below",
        (double.NaN, double.NaN) => "limits unknown",
        var (lower, upper) => $"{Text(lower, format)} to {Text(upper, format)}",
    };

    private static string Text(double value, string format) =>
        double.IsNaN(value) ? "?" : value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>From one end to the other; an open side is cut, and one without limit ends with its points.</summary>
    private static (double From, double To) Range(ProfileCurve curve)
    {
        (double lower, double upper) = (curve.Interval.Lower, curve.Interval.Upper);
        double most = Outward * new[]
        {
            curve.Estimate - lower, upper - curve.Estimate, curve.Quantile * curve.StandardError,
        }.FirstOrDefault(distance => double.IsFinite(distance) && distance > 0, double.PositiveInfinity);
        return (
            double.IsFinite(lower) ? lower : Math.Max(curve.Points[0].Value, curve.Estimate - most),
            double.IsFinite(upper) ? upper : Math.Min(curve.Points[^1].Value, curve.Estimate + most));
    }

    /// <summary>The points that are apart, outward from the estimate, with the ends.</summary>
    private static ProfilePoint[] Apart(ProfileCurve curve)
    {
        if (curve.Points.Count == 0)
        {
            return [];
        }

        (double from, double to) = Range(curve);
        double least = Near * (to - from);
        return
        [
            .. Side(curve.Points.Reverse().Where(point => point.Value < curve.Estimate)).Reverse(),
            new(curve.Estimate, 0),
            .. Side(curve.Points.Where(point => point.Value > curve.Estimate)),
        ];

        IEnumerable<ProfilePoint> Side(IEnumerable<ProfilePoint> outward)
        {
            List<ProfilePoint> kept = [];
            foreach (ProfilePoint point in outward)
            {
                double last = kept.Count == 0 ? curve.Estimate : kept[^1].Value;
                if (Math.Abs(point.Value - last) >= least)
                {
                    kept.Add(point);
                }
                else if (kept.Count > 0)
                {
                    kept[^1] = point;
                }
            }

            return kept;
        }
    }
}
