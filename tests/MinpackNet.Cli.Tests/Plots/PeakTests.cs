namespace MinpackNet.Cli.Tests;

/// <summary>A peak of the curve between the points is in the picture; a pole is not.</summary>
public sealed class PeakTests
{
    private static readonly double[] X = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

    [Theory]
    [InlineData(4.5)]
    [InlineData(-8)]
    [InlineData(15)]
    public void A_peak_between_points_is_shown_whole(double height)
    {
        PlotData plot = Plot(x => (height * Math.Exp(-Math.Pow((x - 4.3) / 0.45, 2))) + 1);
        Assert.True(plot.YAxis(0).Has(height + 1));
        Assert.False(plot.IsCutOff);
    }

    [Fact]
    public void A_peak_far_above_the_points_is_cut_off_and_that_is_told()
    {
        PlotData plot = Plot(x => (800 * Math.Exp(-Math.Pow((x - 4.5) / 0.12, 2))) + Math.Sin(x));
        Assert.False(plot.YAxis(0).Has(800));
        Assert.True(plot.IsCutOff);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_pole_takes_no_more_room_than_a_curve_that_runs_away(int order)
    {
        PlotData plot = Plot(x => 1 / Math.Pow(x - 4.47, order));
        (double least, double most) = (plot.Y.Min(), plot.Y.Max());
        Assert.False(plot.YAxis(0).Has(most + (0.3 * (most - least))));
        Assert.False(plot.IsCutOff);
    }

    private static PlotData Plot(Func<double, double> curve)
    {
        double[] places = [.. Enumerable.Range(0, 601).Select(i => i / 60.0)];
        return new()
        {
            Title = "",
            Source = "",
            RowCount = "",
            XTitle = "",
            YTitle = "",
            CurveTitle = "",
            X = X,
            Y = [.. X.Select(curve)],
            Residuals = [.. X.Select(_ => 0.0)],
            CurveX = places,
            CurveY = [.. places.Select(curve)],
        };
    }
}
