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
    private const double LineWidth = 1.8;
    private const double MarkerSize = 3;
    private const double SmallMarkerSize = 1.6;
    private const double HalfPixel = 0.5;
    private const int ManyPoints = 300;
    private const double TitleSize = 15;
    private const double SubtitleSize = 12;
    public const double TextSize = 13;
    public const string Font = "Arial";
    private const string DataKey = "data";
    private const string ResidualKey = "residuals";
    private const double LabelsMargin = 140;
    private const double LabelGap = 16;
    private const double RightPadding = 24;

    public static readonly PixelTextMeasurer Measurer = new(SubtitleSize);

    private readonly PlotData _data;
    private readonly PlotStyle _style;
    private readonly PlotTheme _theme;
    private readonly SvgLayout _layout;

    private SvgPlot(PlotData data, PlotStyle style) =>
        (_data, _style, _theme, _layout) = (data, style, style.Theme, new(style.Width, style.Height));

    /// <summary>The bytes of an SVG file, the same for the same data.</summary>
    public static byte[] Of(PlotData data, PlotStyle style) =>
        SvgElement.FileOf(style, new SvgPlot(data, style).Model());

    /// <summary>
    /// The picture as an element of a page, on which points and places of the curve say their numbers when the pointer
    /// is on them.
    /// </summary>
    /// <param name="name">What tells the identifiers in it from those of other pictures of the page.</param>
    /// <param name="data">What to draw.</param>
    /// <param name="style">How.</param>
    /// <param name="points">What each point says, in the order of the data; empty for nothing.</param>
    /// <param name="curve">Places of the curve, and what they say.</param>
    public static string ElementOf(
        string name,
        PlotData data,
        PlotStyle style,
        IReadOnlyList<string> points,
        IReadOnlyList<(double X, double Y, string Text)> curve)
    {
        SvgPlot plot = new(data, style);
        PlotModel model = plot.Model();
        string svg = SvgElement.Of(name, style, model);
        StringBuilder spots = new();
        PlotAxis x = data.XAxis(PlotData.Margin);
        PlotAxis y = data.YAxis(PlotData.Margin);
        foreach ((double placeX, double placeY, string text) in curve)
        {
            SvgElement.AddSpot(spots, model, DataKey, x.Place(placeX), y.Place(placeY), text);
        }

        PlotAxis? residual = plot._layout.HasResiduals ? data.ResidualAxis(PlotData.Margin) : null;
        for (int i = 0; i < points.Count; i++)
        {
            double place = x.Place(data.X[i]);
            SvgElement.AddSpot(spots, model, DataKey, place, y.Place(data.Y[i]), points[i]);
            if (residual is not null)
            {
                SvgElement.AddSpot(spots, model, ResidualKey, place, residual.Place(data.Residuals[i]), points[i]);
            }
        }

        return $"{svg[..svg.LastIndexOf("</svg>", StringComparison.Ordinal)]}{spots}</svg>";
    }

    private PlotModel Model()
    {
        PlotData data = _data;
        string title = _style.Title ?? data.Title;
        PlotAxis x = data.XAxis(PlotData.Margin);
        PlotAxis y = data.YAxis(PlotData.Margin);
        AxisTicks xTicks = TicksOf(x, SvgLayout.MostXTicks, _style.Width - LabelsMargin);
        bool isLong = WidthOf(title, TitleSize) > _layout.TitleRoom;
        string rows = isLong ? data.RowCount : $", {data.RowCount}";
        PlotModel model = new()
        {
            Title = isLong ? Fit(_style.Title ?? data.Source, _layout.TitleRoom, TitleSize) : title,
            TitleFontSize = TitleSize,
            TitleFontWeight = FontWeights.Normal,
            Subtitle = isLong ? rows : Fit(data.Source, _layout.TitleRoom, SubtitleSize, rows),
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
        AddAxes(model, data, xTicks, y.Ticks(_layout.YTicks));
        AddSeries(model, data, x, y);
        if (_layout.HasResiduals)
        {
            AddResiduals(model, data, x);
        }

        if (_layout.HasLegend)
        {
            model.Legends.Add(new Legend
            {
                LegendPosition = LegendPosition.TopRight,
                LegendPlacement = LegendPlacement.Outside,
                LegendOrientation = LegendOrientation.Horizontal,
            });
        }

        return model;
    }

    private void AddAxes(PlotModel model, PlotData data, AxisTicks xTicks, AxisTicks yTicks)
    {
        model.Axes.Add(new TickAxis(xTicks, _theme)
        {
            Position = AxisPosition.Bottom,
            Title = Fit(data.XTitle, _layout.XTitleRoom, TextSize, xTicks.Offset),
        });
        model.Axes.Add(new TickAxis(yTicks, _theme)
        {
            Key = DataKey,
            Title = Fit(data.YTitle, _layout.YTitleRoom, TextSize, yTicks.Offset),
            StartPosition = _layout.DataStart,
        });
    }

    private void AddResiduals(PlotModel model, PlotData data, PlotAxis x)
    {
        PlotAxis y = data.ResidualAxis(PlotData.Margin);
        model.Axes.Add(new TickAxis(y.Ticks(_layout.ResidualTicks), _theme)
        {
            Key = ResidualKey,
            Title = "residual",
            EndPosition = _layout.ResidualsEnd,
        });
        foreach ((PlotSet set, SvgStyle style) in StyledSets(data))
        {
            AddPoints(model, data, set, style, x, data.Residuals, y, ResidualKey);
        }

        model.Annotations.Add(new LineAnnotation
        {
            Type = LineAnnotationType.Horizontal,
            Y = y.Place(0),
            YAxisKey = ResidualKey,
            Color = data.Sets.Count == 0 ? _theme.Curve : _theme.Axis,
            LineStyle = LineStyle.Solid,
            StrokeThickness = LineWidth,
            Layer = AnnotationLayer.BelowSeries,
        });
    }

    private (PlotSet Set, SvgStyle Style)[] StyledSets(PlotData data) => data.Sets.Count == 0
        ? [(new(data.DataTitle, .., ..), SvgStyle.Single(_theme))]
        : [.. data.Sets.Select((set, number) => (set, SvgStyle.OfSet(number, _theme)))];

    private void AddSeries(PlotModel model, PlotData data, PlotAxis x, PlotAxis y)
    {
        double[] curveX = [.. data.CurveX.Select(x.Place)];
        foreach ((int number, PlotBand band) in data.Bands.Index())
        {
            AreaSeries area = new()
            {
                Title = Short(band.Title),
                YAxisKey = DataKey,
                Fill = _theme.Band(number),
                Color = OxyColors.Transparent,
                Color2 = OxyColors.Transparent,
                MinimumSegmentLength = HalfPixel,
            };
            area.Points.AddRange(curveX.Zip(band.Lower, (place, end) => new DataPoint(place, Within(y.Place(end)))));
            area.Points2.AddRange(curveX.Zip(band.Upper, (place, end) => new DataPoint(place, Within(y.Place(end)))));
            model.Series.Add(area);
        }

        (PlotSet Set, SvgStyle Style)[] sets = StyledSets(data);
        foreach ((PlotSet set, SvgStyle style) in sets)
        {
            string name = Fit(set.Name, _layout.NameRoom(sets.Length), TextSize);
            AddPoints(model, data, set, style, x, data.Y, y, DataKey, name);
            LineSeries curve = new()
            {
                Title = set == sets[^1].Set ? data.CurveTitle : null,
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

    /// <summary>As many ticks of a horizontal axis as their labels have room for.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="most">About the largest number of ticks.</param>
    /// <param name="width">Its width in pixels.</param>
    public static AxisTicks TicksOf(PlotAxis axis, int most, double width)
    {
        return Enumerable.Range(2, most - 1).Reverse()
            .Select(axis.Ticks)
            .SkipWhile(AreCrowded)
            .FirstOrDefault(axis.Ticks(2));

        bool AreCrowded(AxisTicks ticks) => ticks.Places.Zip(ticks.Places.Skip(1), (a, b) => b - a)
            .Zip(ticks.Labels.Zip(ticks.Labels.Skip(1), (a, b) => WidthOf(a + b, TextSize) / 2))
            .Any(pair => pair.First * width < pair.Second + LabelGap);
    }

    /// <summary>A text that is cut where it would be wider than its room, with a suffix that is not.</summary>
    public static string Fit(string text, double room, double size, string suffix = "") =>
        TextWidth.Fit(text, room - WidthOf(suffix, size), part => WidthOf(part, size)) + suffix;

    /// <summary>The name of a band, without what is in parentheses where that has no room.</summary>
    private string Short(string band) =>
        WidthOf(band, TextSize) < _layout.NameRoom(1) ? band : band.Split(" (")[0];

    private static double WidthOf(string text, double size) =>
        Measurer.MeasureText(text, Font, size, FontWeights.Normal).Width;
}
