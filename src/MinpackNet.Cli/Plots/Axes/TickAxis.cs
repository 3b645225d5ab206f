using OxyPlot;
using OxyPlot.Axes;

namespace MinpackNet.Cli;

/// <summary>An axis from 0 to 1 with the ticks that it is given.</summary>
internal sealed class TickAxis : LinearAxis
{
    // From the labels of an axis to the middle of its title.
    private const double TitleDistance = 16;
    private const double SmallTickSize = 3;

    private readonly AxisTicks _ticks;

    public TickAxis(AxisTicks ticks, PlotTheme theme)
    {
        _ticks = ticks;
        Position = AxisPosition.Left;
        (Minimum, Maximum) = (0, 1);
        AxislineStyle = LineStyle.Solid;
        AxislineColor = theme.Axis;
        TicklineColor = theme.Axis;
        MinorTicklineColor = theme.Axis;
        TickStyle = TickStyle.Outside;
        MinorTickSize = SmallTickSize;
        MajorGridlineStyle = LineStyle.Solid;
        MajorGridlineColor = theme.Grid;
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
