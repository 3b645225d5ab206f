namespace MinpackNet.Cli;

/// <summary>An axis: the places of numbers on it, as shares of its length, and its ticks.</summary>
internal sealed class PlotAxis
{
    // Far enough outside that a line to it leaves the picture where it should; a pixel there is still a number.
    private const double Outside = 10;

    // On a narrower logarithmic axis the numbers are evenly spaced to more digits than a picture has.
    private const double NarrowestLogarithm = 1e-6;

    // The steps of a narrower range would not be normal numbers, and the ends of a larger one would be infinite.
    private const double NarrowestRange = 1e-300;
    private const double LargestNumber = 1e307;

    // The room of a single number on both sides: a share of it, or of a decade.
    private const double RoomOfPoint = 0.05;
    private const double HalfDecade = 0.5;
    private const int FewTicks = 3;

    // The numbers, or their logarithms.
    private readonly double _from;
    private readonly double _to;
    private readonly double _margin;

    /// <summary>Makes an axis.</summary>
    /// <param name="range">The least and the greatest number; both above zero on a logarithmic axis.</param>
    /// <param name="margin">The room beyond each of them, as a share of the range.</param>
    /// <param name="isLogarithmic">Whether equal ratios, not equal differences, are equally far apart.</param>
    public PlotAxis((double From, double To) range, double margin, bool isLogarithmic = false)
    {
        (double From, double To) logarithms = (Math.Log10(range.From), Math.Log10(range.To));
        bool isPoint = range.From == range.To;
        IsLogarithmic = isLogarithmic && (isPoint || logarithms.To - logarithms.From > NarrowestLogarithm);
        (_from, _to) = IsLogarithmic ? logarithms : range;
        _margin = margin;
        if (isPoint || (!IsLogarithmic && _to - _from < NarrowestRange))
        {
            double size = AxisTicks.Size(range);
            double room = IsLogarithmic ? HalfDecade : size < NarrowestRange ? 1 : RoomOfPoint * size;
            (_from, _to, _margin) = (_from - room, _to + room, 0);
        }
    }

    /// <summary>Whether equal ratios are equally far apart.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>Whether all its numbers are far from infinite.</summary>
    public bool IsFinite => AxisTicks.Size((_from, _to)) < LargestNumber && _to - _from < LargestNumber;

    private double Room => _margin * (_to - _from);

    /// <summary>
    /// The place of a number: 0 at the start of the axis, 1 at its end, and not far outside for numbers that are not
    /// on it.
    /// </summary>
    public double Place(double value) => PlaceOf(
        !IsLogarithmic ? value - _from
        : value <= 0 ? double.NegativeInfinity
        : Math.Log10(value) - _from);

    /// <summary>Whether a number is on the axis.</summary>
    public bool Has(double value) => Place(value) is >= 0 and <= 1;

    /// <summary>Numbers at equal steps from the least to the greatest, or over the axis if they are one.</summary>
    public IEnumerable<double> Steps(int count) => Enumerable.Range(0, count + 1)
        .Select(i => (double)i / count)
        .Select(share => ((1 - share) * _from) + (share * _to))
        .Select(value => IsLogarithmic ? Math.Pow(10, value) : value);

    /// <summary>The number in the middle between two others.</summary>
    public double Middle(double a, double b) => IsLogarithmic ? Math.Sqrt(a) * Math.Sqrt(b) : (a / 2) + (b / 2);

    /// <summary>The ticks.</summary>
    /// <param name="most">About the largest number of ticks.</param>
    public AxisTicks Ticks(int most)
    {
        if (!IsLogarithmic)
        {
            // Differences from an offset nearby are exact, where sums would round a small range away.
            AxisOffset offset = AxisTicks.OffsetOf(_from - Room, _to + Room, most);
            double start = offset.Value;
            return AxisTicks.Even(
                _from - start - Room, _to - start + Room, most, offset, tick => PlaceOf(tick + (start - _from)));
        }

        (double from, double to) = (_from - Room, _to + Room);
        int[] decades = AxisTicks.Decades(from, to);
        double[] small = [.. AxisTicks.Multiples(from, to, [1, 2, 3, 4, 5, 6, 7, 8, 9])];
        if (decades.Length > 1)
        {
            int stride = AxisTicks.Stride(decades.Length, most);
            return AxisTicks.OfPowers(
                [.. decades.Where(decade => decade % stride == 0).Select(decade => AxisTicks.Decimal(1, decade))],
                stride == 1 ? small : [],
                Place);
        }

        double[] round = [.. AxisTicks.Multiples(from, to, [1, 2, 5])];
        double[] ticks = round.Length < FewTicks ? small : round;
        return ticks.Length < FewTicks
            ? new PlotAxis((Math.Pow(10, from), Math.Pow(10, to)), 0).Ticks(most).Moved(Place)
            : AxisTicks.OfPowers(ticks, small, Place);
    }

    private double PlaceOf(double distance) =>
        Math.Clamp((Room + distance) / (_to - _from + (2 * Room)), -Outside, 1 + Outside);
}
