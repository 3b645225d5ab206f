using System.Globalization;
using System.Net;
using System.Text;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MinpackNet.Cli;

/// <summary>A plot as an SVG file: the data and the curve, with the residuals below.</summary>
internal sealed class SvgPlot
{
    private const double ResidualsEnd = 0.26;
    private const double CurveStart = 0.33;
    private const double LineWidth = 1.8;
    private const double MarkerSize = 3;
    private const double SmallMarkerSize = 1.6;
    private const int SpotSize = 6;
    private const double HalfPixel = 0.5;
    private const int ManyPoints = 300;
    private const double TitleSize = 15;
    private const double SubtitleSize = 12;
    public const double TextSize = 13;
    public const string Font = "Arial";
    private const string DataKey = "data";
    private const string ResidualKey = "residuals";

    // The room for texts, with a reserve for fonts that are wider than the one that is measured.
    private const double TitleMargin = 120;
    private const double XTitleMargin = 300;
    private const double YTitleShare = 0.4;
    private const double LabelsMargin = 140;
    private const double LegendMargin = 320;
    private const double LabelGap = 16;

    private const double RightPadding = 24;
    private const int MostXTicks = 9;
    private const int MostYTicks = 7;
    private const int MostResidualTicks = 5;

    private static readonly PixelTextMeasurer Measurer = new(SubtitleSize);
    private readonly PlotData _data;
    private readonly PlotStyle _style;
    private readonly PlotTheme _theme;

    private SvgPlot(PlotData data, PlotStyle style) => (_data, _style, _theme) = (data, style, style.Theme);

    private double TitleRoom => _style.Width - TitleMargin;

    /// <summary>The bytes of an SVG file, the same for the same data.</summary>
    public static byte[] Of(PlotData data, PlotStyle style) =>
        Bytes(style, new SvgPlot(data, style).Model());

    /// <summary>
    /// The picture as an element of a page, on which points and places of the curve say their numbers when the pointer
    /// is on them.
    /// </summary>
    /// <param name="data">What to draw.</param>
    /// <param name="style">How.</param>
    /// <param name="points">What each point says, in the order of the data; empty for nothing.</param>
    /// <param name="curve">Places of the curve, and what they say.</param>
    public static string ElementOf(
        PlotData data,
        PlotStyle style,
        IReadOnlyList<string> points,
        IReadOnlyList<(double X, double Y, string Text)> curve)
    {
        SvgPlot plot = new(data, style);
        PlotModel model = plot.Model();
        string svg = ElementOf("curve", style, model);
        StringBuilder spots = new();
        PlotAxis x = data.XAxis(PlotData.Margin);
        PlotAxis y = data.YAxis(PlotData.Margin);
        foreach ((double placeX, double placeY, string text) in curve)
        {
            Spot(spots, model, DataKey, x.Place(placeX), y.Place(placeY), text);
        }

        PlotAxis residual = data.ResidualAxis(PlotData.Margin);
        for (int i = 0; i < points.Count; i++)
        {
            Spot(spots, model, DataKey, x.Place(data.X[i]), y.Place(data.Y[i]), points[i]);
            Spot(spots, model, ResidualKey, x.Place(data.X[i]), residual.Place(data.Residuals[i]), points[i]);
        }

        return $"{svg[..svg.LastIndexOf("</svg>", StringComparison.Ordinal)]}{spots}</svg>";
    }

    /// <summary>A picture as an element of a page.</summary>
    /// <param name="name">What tells the identifiers in it from those of other pictures of the page.</param>
    /// <param name="style">How to draw.</param>
    /// <param name="model">What.</param>
    public static string ElementOf(string name, PlotStyle style, PlotModel model)
    {
        string svg = Encoding.UTF8.GetString(Bytes(style, model));
        return svg[svg.IndexOf("<svg", StringComparison.Ordinal)..]
            .Replace("clipPath", $"{name}-clip", StringComparison.Ordinal)
            .Replace($"<{name}-clip", "<clipPath", StringComparison.Ordinal)
            .Replace($"</{name}-clip", "</clipPath", StringComparison.Ordinal);
    }

    private static void Spot(StringBuilder spots, PlotModel model, string key, double x, double y, string text)
    {
        if (!double.IsFinite(x + y) || y is < 0 or > 1)
        {
            return;
        }

        ScreenPoint place = model.DefaultXAxis.Transform(x, y, model.Axes.First(axis => axis.Key == key));
        spots.Append(CultureInfo.InvariantCulture, $"<circle class=\"spot\" cx=\"{place.X:F1}\" cy=\"{place.Y:F1}\" ")
            .Append(CultureInfo.InvariantCulture, $"r=\"{SpotSize}\" fill=\"transparent\">")
            .Append("<title>").Append(WebUtility.HtmlEncode(text)).Append("</title></circle>\n");
    }

    private static byte[] Bytes(PlotStyle style, PlotModel model)
    {
        using MemoryStream file = new();
        SvgExporter exporter = new()
        {
            Width = style.Width,
            Height = style.Height,
            TextMeasurer = Measurer,
            // Avoids an attribute that not every viewer supports.
            UseVerticalTextAlignmentWorkaround = true,
        };
        exporter.Export(model, file);
        return file.ToArray();
    }

    private PlotModel Model()
    {
        PlotData data = _data;
        string title = _style.Title ?? data.Title;
        PlotAxis x = data.XAxis(PlotData.Margin);
        PlotAxis y = data.YAxis(PlotData.Margin);
        PlotAxis residual = data.ResidualAxis(PlotData.Margin);
        AxisTicks xTicks = Enumerable.Range(2, MostXTicks - 1).Reverse()
            .Select(x.Ticks)
            .SkipWhile(AreCrowded)
            .FirstOrDefault(x.Ticks(2));
        bool isLong = WidthOf(title, TitleSize) > TitleRoom;
        string rows = isLong ? data.RowCount : $", {data.RowCount}";
        PlotModel model = new()
        {
            Title = isLong ? Fit(_style.Title ?? data.Source, TitleRoom, TitleSize) : title,
            TitleFontSize = TitleSize,
            TitleFontWeight = FontWeights.Normal,
            Subtitle = isLong ? rows : Fit(data.Source, TitleRoom, SubtitleSize, rows),
            SubtitleFontSize = SubtitleSize,
            SubtitleColor = _theme.Axis,
            DefaultFont = Font,
            DefaultFontSize = TextSize,
            TextColor = _theme.Text,
            Background = _theme.Background,
            PlotAreaBorderThickness = new(0),
            // The last label may reach over the end of its axis.
            Padding = new(12, 8, Math.Max(RightPadding, WidthOf(xTicks.Labels.LastOrDefault(""), TextSize) / 2), 8),
        };
        AddAxes(model, data, xTicks, y.Ticks(MostYTicks), residual.Ticks(MostResidualTicks));
        AddSeries(model, data, x, y, residual);
        model.Annotations.Add(new LineAnnotation
        {
            Type = LineAnnotationType.Horizontal,
            Y = residual.Place(0),
            YAxisKey = ResidualKey,
            Color = data.Sets.Count == 0 ? _theme.Curve : _theme.Axis,
            LineStyle = LineStyle.Solid,
            StrokeThickness = LineWidth,
            Layer = AnnotationLayer.BelowSeries,
        });
        model.Legends.Add(new Legend
        {
            LegendPosition = LegendPosition.TopRight,
            LegendPlacement = LegendPlacement.Outside,
            LegendOrientation = LegendOrientation.Horizontal,
        });
        return model;
    }

    private void AddAxes(
        PlotModel model, PlotData data, AxisTicks xTicks, AxisTicks yTicks, AxisTicks residualTicks)
    {
        model.Axes.Add(new TickAxis(xTicks, _theme)
        {
            Position = AxisPosition.Bottom,
            Title = Fit(data.XTitle, _style.Width - XTitleMargin, TextSize, xTicks.Offset),
        });
        model.Axes.Add(new TickAxis(yTicks, _theme)
        {
            Key = DataKey,
            Title = Fit(data.YTitle, YTitleShare * _style.Height, TextSize, yTicks.Offset),
            StartPosition = CurveStart,
        });
        model.Axes.Add(new TickAxis(residualTicks, _theme)
        {
            Key = ResidualKey,
            Title = "residual",
            EndPosition = ResidualsEnd,
        });
    }

    private void AddSeries(PlotModel model, PlotData data, PlotAxis x, PlotAxis y, PlotAxis residual)
    {
        double[] curveX = [.. data.CurveX.Select(x.Place)];
        if (data.Band is { } band)
        {
            AreaSeries area = new()
            {
                Title = band.Title,
                YAxisKey = DataKey,
                Fill = _theme.Band,
                Color = OxyColors.Transparent,
                Color2 = OxyColors.Transparent,
                MinimumSegmentLength = HalfPixel,
            };
            area.Points.AddRange(curveX.Zip(band.Lower, (place, end) => new DataPoint(place, Within(y.Place(end)))));
            area.Points2.AddRange(curveX.Zip(band.Upper, (place, end) => new DataPoint(place, Within(y.Place(end)))));
            model.Series.Add(area);
        }

        IReadOnlyList<PlotSet> sets = data.Sets.Count > 0 ? data.Sets : [new(data.DataTitle, .., ..)];
        foreach ((int number, PlotSet set) in sets.Index())
        {
            SvgStyle style = data.Sets.Count == 0 ? SvgStyle.Single(_theme) : SvgStyle.OfSet(number, _theme);
            string name = Fit(set.Name, (_style.Width - LegendMargin) / sets.Count, TextSize);
            AddPoints(model, data, set, style, x, data.Y, y, DataKey, name);
            LineSeries curve = new()
            {
                Title = number == sets.Count - 1 ? data.CurveTitle : null,
                YAxisKey = DataKey,
                Color = style.Curve,
                LineStyle = style.Line,
                StrokeThickness = LineWidth,
                // Otherwise points near each other are dropped, and with them the top of a peak.
                MinimumSegmentLength = 0,
            };
            curve.Points.AddRange(curveX[set.Curve].Zip(
                data.CurveY[set.Curve], (place, value) => new DataPoint(place, y.Place(value))));
            model.Series.Add(curve);
            AddPoints(model, data, set, style, x, data.Residuals, residual, ResidualKey);
        }
    }

    private void AddPoints(
        PlotModel model,
        PlotData data,
        PlotSet set,
        SvgStyle style,
        PlotAxis x,
        double[] all,
        PlotAxis y,
        string key,
        string? title = null)
    {
        double[] places = [.. data.X[set.Points].Select(x.Place)];
        double[] values = all[set.Points];
        if (data.Errors?[set.Points] is { } errors)
        {
            LineSeries bars = new() { YAxisKey = key, Color = style.Point, StrokeThickness = 1 };
            for (int i = 0; i < places.Length; i++)
            {
                // A gap after each; a bar that leaves the axis is cut at its end.
                bars.Points.AddRange([
                    new(places[i], Within(y.Place(values[i] - errors[i]))),
                    new(places[i], Within(y.Place(values[i] + errors[i]))),
                    DataPoint.Undefined,
                ]);
            }

            model.Series.Add(bars);
        }

        ScatterSeries points = new()
        {
            Title = title,
            YAxisKey = key,
            MarkerType = style.Marker,
            MarkerSize = data.X.Length > ManyPoints ? SmallMarkerSize : MarkerSize,
            MarkerFill = style.IsFilled ? style.Point : _theme.Background,
        };
        if (!style.IsFilled)
        {
            points.MarkerStroke = style.Point;
        }

        points.Points.AddRange(places.Zip(values, (place, value) => new ScatterPoint(place, y.Place(value))));
        model.Series.Add(points);
    }

    private static double Within(double place) => Math.Clamp(place, 0, 1);

    private bool AreCrowded(AxisTicks ticks) => ticks.Places.Zip(ticks.Places.Skip(1), (a, b) => b - a)
        .Zip(ticks.Labels.Zip(ticks.Labels.Skip(1), (a, b) => WidthOf(a + b, TextSize) / 2))
        .Any(pair => pair.First * (_style.Width - LabelsMargin) < pair.Second + LabelGap);

    private static string Fit(string text, double room, double size, string suffix = "") =>
        TextWidth.Fit(text, room - WidthOf(suffix, size), part => WidthOf(part, size)) + suffix;

    private static double WidthOf(string text, double size) =>
        Measurer.MeasureText(text, Font, size, FontWeights.Normal).Width;
}
