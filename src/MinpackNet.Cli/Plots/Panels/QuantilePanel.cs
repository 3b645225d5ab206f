using MathNet.Numerics.Distributions;
using OxyPlot;
using OxyPlot.Series;

namespace MinpackNet.Cli;

/// <summary>Sorted residuals against the quantiles of the normal distribution, as an element of a page.</summary>
internal static class QuantilePanel
{
    private const int Fewest = 3;
    private const int Most = 1000;
    private const double MarkerSize = 3;
    private const double LineWidth = 1.8;

    /// <summary>The element; null with too few residuals.</summary>
    /// <param name="residuals">In units of their standard deviations; those that are not finite are left out.</param>
    /// <param name="style">How to draw.</param>
    public static string? Of(IReadOnlyList<double> residuals, PlotStyle style)
    {
        double[] sorted = [.. residuals.Where(double.IsFinite).Order()];
        if (sorted.Length < Fewest)
        {
            return null;
        }

        // Blom's places, (i - 3/8)/(m + 1/4), are near the means of sorted normal numbers.
        double[] quantiles =
            [.. sorted.Select((_, i) => Normal.InvCDF(0, 1, (i + 0.625) / (sorted.Length + 0.25)))];
        PlotAxis x = new((quantiles[0], quantiles[^1]), PlotData.Margin);
        PlotAxis y = new((Math.Min(sorted[0], quantiles[0]), Math.Max(sorted[^1], quantiles[^1])), PlotData.Margin);
        PlotModel model = SmallPanel.Of(
            style,
            x,
            y,
            xTitle: "normal quantile",
            yTitle: "standardized residual");
        LineSeries line = new() { Color = style.Theme.Curve, StrokeThickness = LineWidth };
        line.Points.Add(new(x.Place(quantiles[0]), y.Place(quantiles[0])));
        line.Points.Add(new(x.Place(quantiles[^1]), y.Place(quantiles[^1])));
        model.Series.Add(line);
        ScatterSeries points = new()
        {
            MarkerType = MarkerType.Circle,
            MarkerSize = MarkerSize,
            MarkerFill = style.Theme.Data,
        };

        // Of very many, the ends are all shown, and of the others some.
        int stride = (sorted.Length / Most) + 1;
        points.Points.AddRange(Enumerable.Range(0, sorted.Length)
            .Where(i => i % stride == 0 || i < Most / 10 || i >= sorted.Length - (Most / 10))
            .Select(i => new ScatterPoint(x.Place(quantiles[i]), y.Place(sorted[i]))));
        model.Series.Add(points);
        return SvgElement.Of("quantiles", style, model);
    }
}
