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
    private const double Margin = 0.05;
    private const double WidestLabel = 90;
    private const double TallestLabel = 50;
    private const double LineWidth = 1.8;
    private const double MarkerSize = 3;
    private const double SmallMarkerSize = 1.6;
    private const int ManyPoints = 300;
    private const string Font = "Arial";
    private const string DataKey = "data";
    private const string ResidualKey = "residuals";

    private static readonly OxyColor TextColor = OxyColor.FromRgb(0x33, 0x3f, 0x4f);
    private static readonly OxyColor DataColor = OxyColor.FromRgb(0x1f, 0x5a, 0x96);
    private static readonly OxyColor CurveColor = OxyColor.FromRgb(0xd5, 0x4a, 0x1f);
    private static readonly OxyColor BandColor = OxyColor.FromArgb(0x48, 0xd5, 0x4a, 0x1f);
    private static readonly OxyColor GridColor = OxyColor.FromRgb(0xe4, 0xe7, 0xeb);
    private static readonly OxyColor AxisColor = OxyColor.FromRgb(0x6b, 0x74, 0x80);

    /// <summary>Writes the file, with the same bytes for the same data.</summary>
    public static void Write(string path, PlotData data)
    {
        using FileStream file = File.Create(path);
        SvgExporter exporter = new()
        {
            Width = Width,
            Height = Height,
            TextMeasurer = new PixelTextMeasurer(),
            // Avoids an attribute that not every viewer supports.
            UseVerticalTextAlignmentWorkaround = true,
        };
        exporter.Export(ModelOf(data), file);
    }

    private static PlotModel ModelOf(PlotData data)
    {
        PlotModel model = new()
        {
            Title = data.Title,
            TitleFontSize = 15,
            TitleFontWeight = FontWeights.Normal,
            Subtitle = data.Caption,
            SubtitleFontSize = 12,
            SubtitleColor = AxisColor,
            DefaultFont = Font,
            DefaultFontSize = 13,
            TextColor = TextColor,
            Background = OxyColors.White,
            PlotAreaBorderThickness = new(0),
            Padding = new(12, 8, 24, 8),
        };
        (double From, double To) x = AxisTicks.Widened(data.X.Min(), data.X.Max(), Margin);
        model.Axes.Add(AxisOf(AxisPosition.Bottom, data.XTitle, x));
        model.Axes.Add(VerticalAxis(DataKey, data.YTitle, data.YRange(Margin), CurveStart, 1));
        model.Axes.Add(VerticalAxis(ResidualKey, "residual", data.ResidualRange(Margin), 0, ResidualsEnd));
        AddSeries(model, data);
        model.Annotations.Add(new LineAnnotation
        {
            Type = LineAnnotationType.Horizontal,
            Y = 0,
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

    private static LinearAxis VerticalAxis(
        string key, string title, (double From, double To) range, double start, double end)
    {
        LinearAxis axis = AxisOf(AxisPosition.Left, title, range);
        axis.Key = key;
        axis.StartPosition = start;
        axis.EndPosition = end;
        return axis;
    }

    private static LinearAxis AxisOf(AxisPosition position, string title, (double From, double To) range)
    {
        LinearAxis axis = new()
        {
            Position = position,
            Title = title,
            Minimum = range.From,
            Maximum = range.To,
            AxislineStyle = LineStyle.Solid,
            AxislineColor = AxisColor,
            TicklineColor = AxisColor,
            TickStyle = TickStyle.Outside,
            MinorTickSize = 0,
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = GridColor,
            AxisTitleDistance = 10,
            IntervalLength = position == AxisPosition.Bottom ? WidestLabel : TallestLabel,
        };
        double size = AxisTicks.Size(range);
        axis.LabelFormatter = value => AxisTicks.Label(value, axis.ActualMajorStep, size);
        return axis;
    }

    private static void AddSeries(PlotModel model, PlotData data)
    {
        if (data.Band is { } band)
        {
            AreaSeries area = new()
            {
                Title = band.Title,
                YAxisKey = DataKey,
                Fill = BandColor,
                Color = OxyColors.Transparent,
                Color2 = OxyColors.Transparent,
            };
            area.Points.AddRange(data.CurveX.Zip(band.Lower, (x, y) => new DataPoint(x, y)));
            area.Points2.AddRange(data.CurveX.Zip(band.Upper, (x, y) => new DataPoint(x, y)));
            model.Series.Add(area);
        }

        ScatterErrorSeries points = PointsOf(data, data.Y, DataKey);
        points.Title = data.DataTitle;
        model.Series.Add(points);
        LineSeries curve = new()
        {
            Title = data.CurveTitle,
            YAxisKey = DataKey,
            Color = CurveColor,
            StrokeThickness = LineWidth,
            // Otherwise points near each other are dropped, and with them the top of a peak.
            MinimumSegmentLength = 0,
        };
        curve.Points.AddRange(data.CurveX.Zip(data.CurveY, (x, y) => new DataPoint(x, y)));
        model.Series.Add(curve);
        model.Series.Add(PointsOf(data, data.Residuals, ResidualKey));
    }

    private static ScatterErrorSeries PointsOf(PlotData data, double[] values, string axis)
    {
        ScatterErrorSeries points = new()
        {
            YAxisKey = axis,
            MarkerType = MarkerType.Circle,
            MarkerSize = data.X.Length > ManyPoints ? SmallMarkerSize : MarkerSize,
            MarkerFill = DataColor,
            ErrorBarColor = DataColor,
            ErrorBarStrokeThickness = 1,
            ErrorBarStopWidth = 2,
        };
        // OxyPlot takes the whole length of a bar.
        for (int i = 0; i < data.X.Length; i++)
        {
            points.Points.Add(new(data.X[i], values[i], 0, 2 * (data.Errors?[i] ?? 0)));
        }

        return points;
    }
}
