using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MinpackNet.Cli;

/// <summary>A plot as an SVG file: the data and the curve, with the residuals below.</summary>
internal static class SvgPlot
{
    private const int Width = 800;
    private const int Height = 600;
    private const double ResidualsEnd = 0.26;
    private const double CurveStart = 0.33;
    private const double LineWidth = 1.8;
    private const double MarkerSize = 3;
    private const double SmallMarkerSize = 1.6;
    private const double MinorTickSize = 3;
    private const double HalfPixel = 0.5;
    private const int ManyPoints = 300;
    private const double TitleSize = 15;
    private const double SubtitleSize = 12;
    private const double TextSize = 13;
    private const string Font = "Arial";
    private const string DataKey = "data";
    private const string ResidualKey = "residuals";

    // The room for texts, with a reserve for fonts that are wider than the one that is measured.
    private const double TitleRoom = 680;
    private const double XTitleRoom = 500;
    private const double YTitleRoom = 240;
    private const double LabelsRoom = 660;
    private const double LabelGap = 16;

    // From the labels of an axis to the middle of its title.
    private const double TitleDistance = 16;
    private const double RightPadding = 24;
    private const int MostXTicks = 9;
    private const int MostYTicks = 7;
    private const int MostResidualTicks = 5;

    private static readonly PixelTextMeasurer Measurer = new(SubtitleSize);
    private static readonly OxyColor TextColor = OxyColor.FromRgb(0x33, 0x3f, 0x4f);
    private static readonly OxyColor DataColor = OxyColor.FromRgb(0x1f, 0x5a, 0x96);
    private static readonly OxyColor CurveColor = OxyColor.FromRgb(0xd5, 0x4a, 0x1f);
    private static readonly OxyColor BandColor = OxyColor.FromArgb(0x48, 0xd5, 0x4a, 0x1f);
    private static readonly OxyColor GridColor = OxyColor.FromRgb(0xe4, 0xe7, 0xeb);
    private static readonly OxyColor AxisColor = OxyColor.FromRgb(0x6b, 0x74, 0x80);

    /// <summary>The bytes of the file, the same for the same data.</summary>
    public static byte[] Of(PlotData data)
    {
        using MemoryStream file = new();
        SvgExporter exporter = new()
        {
            Width = Width,
            Height = Height,
            TextMeasurer = Measurer,
            // Avoids an attribute that not every viewer supports.
            UseVerticalTextAlignmentWorkaround = true,
        };
        exporter.Export(ModelOf(data), file);
        return file.ToArray();
    }

    private static PlotModel ModelOf(PlotData data)
    {
        PlotAxis x = data.XAxis(PlotData.Margin);
        PlotAxis y = data.YAxis(PlotData.Margin);
        PlotAxis residual = data.ResidualAxis(PlotData.Margin);
        AxisTicks xTicks = Enumerable.Range(2, MostXTicks - 1).Reverse()
            .Select(x.Ticks)
            .SkipWhile(AreCrowded)
            .FirstOrDefault(x.Ticks(2));
        bool isLong = WidthOf(data.Title, TitleSize) > TitleRoom;
        string rows = isLong ? data.RowCount : $", {data.RowCount}";
        PlotModel model = new()
        {
            Title = isLong ? Fit(data.Source, TitleRoom, TitleSize) : data.Title,
            TitleFontSize = TitleSize,
            TitleFontWeight = FontWeights.Normal,
            Subtitle = isLong ? rows : Fit(data.Source, TitleRoom, SubtitleSize, rows),
            SubtitleFontSize = SubtitleSize,
            SubtitleColor = AxisColor,
            DefaultFont = Font,
            DefaultFontSize = TextSize,
            TextColor = TextColor,
            Background = OxyColors.White,
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
            Color = CurveColor,
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

    private static void AddAxes(
        PlotModel model, PlotData data, AxisTicks xTicks, AxisTicks yTicks, AxisTicks residualTicks)
    {
        model.Axes.Add(new TickAxis(xTicks)
        {
            Position = AxisPosition.Bottom,
            Title = Fit(data.XTitle, XTitleRoom, TextSize, xTicks.Offset),
        });
        model.Axes.Add(new TickAxis(yTicks)
        {
            Key = DataKey,
            Title = Fit(data.YTitle, YTitleRoom, TextSize, yTicks.Offset),
            StartPosition = CurveStart,
        });
        model.Axes.Add(new TickAxis(residualTicks)
        {
            Key = ResidualKey,
            Title = "residual",
            EndPosition = ResidualsEnd,
        });
    }

    private static void AddSeries(PlotModel model, PlotData data, PlotAxis x, PlotAxis y, PlotAxis residual)
    {
        double[] curveX = [.. data.CurveX.Select(x.Place)];
        if (data.Band is { } band)
        {
            AreaSeries area = new()
            {
                Title = band.Title,
                YAxisKey = DataKey,
                Fill = BandColor,
                Color = OxyColors.Transparent,
                Color2 = OxyColors.Transparent,
                MinimumSegmentLength = HalfPixel,
            };
            area.Points.AddRange(curveX.Zip(band.Lower, (place, end) => new DataPoint(place, Within(y.Place(end)))));
            area.Points2.AddRange(curveX.Zip(band.Upper, (place, end) => new DataPoint(place, Within(y.Place(end)))));
            model.Series.Add(area);
        }

        AddPoints(model, data, x, data.Y, y, DataKey, data.DataTitle);
        LineSeries curve = new()
        {
            Title = data.CurveTitle,
            YAxisKey = DataKey,
            Color = CurveColor,
            StrokeThickness = LineWidth,
            // Otherwise points near each other are dropped, and with them the top of a peak.
            MinimumSegmentLength = 0,
        };
        curve.Points.AddRange(curveX.Zip(data.CurveY, (place, value) => new DataPoint(place, y.Place(value))));
        model.Series.Add(curve);
        AddPoints(model, data, x, data.Residuals, residual, ResidualKey);
    }

    private static void AddPoints(
        PlotModel model, PlotData data, PlotAxis x, double[] values, PlotAxis y, string key, string? title = null)
    {
        double[] places = [.. data.X.Select(x.Place)];
        if (data.Errors is { } errors)
        {
            LineSeries bars = new() { YAxisKey = key, Color = DataColor, StrokeThickness = 1 };
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
            MarkerType = MarkerType.Circle,
            MarkerSize = places.Length > ManyPoints ? SmallMarkerSize : MarkerSize,
            MarkerFill = DataColor,
        };
        points.Points.AddRange(places.Zip(values, (place, value) => new ScatterPoint(place, y.Place(value))));
        model.Series.Add(points);
    }

    private static double Within(double place) => Math.Clamp(place, 0, 1);

    private static bool AreCrowded(AxisTicks ticks) => ticks.Places.Zip(ticks.Places.Skip(1), (a, b) => b - a)
        .Zip(ticks.Labels.Zip(ticks.Labels.Skip(1), (a, b) => WidthOf(a + b, TextSize) / 2))
        .Any(pair => pair.First * LabelsRoom < pair.Second + LabelGap);

    private static string Fit(string text, double room, double size, string suffix = "") =>
        TextWidth.Fit(text, room - WidthOf(suffix, size), part => WidthOf(part, size)) + suffix;

    private static double WidthOf(string text, double size) =>
        Measurer.MeasureText(text, Font, size, FontWeights.Normal).Width;

    /// <summary>An axis from 0 to 1 with the ticks that it is given.</summary>
    private sealed class TickAxis : LinearAxis
    {
        private readonly AxisTicks _ticks;

        public TickAxis(AxisTicks ticks)
        {
            _ticks = ticks;
            Position = AxisPosition.Left;
            (Minimum, Maximum) = (0, 1);
            AxislineStyle = LineStyle.Solid;
            AxislineColor = AxisColor;
            TicklineColor = AxisColor;
            MinorTicklineColor = AxisColor;
            TickStyle = TickStyle.Outside;
            MinorTickSize = SvgPlot.MinorTickSize;
            MajorGridlineStyle = LineStyle.Solid;
            MajorGridlineColor = GridColor;
            AxisTitleDistance = TitleDistance;
        }

        public override void GetTickValues(
            out IList<double> majorLabelValues, out IList<double> majorTickValues, out IList<double> minorTickValues)
        {
            majorLabelValues = _ticks.Places;
            majorTickValues = _ticks.Places;
            minorTickValues = _ticks.Minor;
        }

        protected override string FormatValueOverride(double x) => _ticks.Labels[Array.IndexOf(_ticks.Places, x)];
    }
}
