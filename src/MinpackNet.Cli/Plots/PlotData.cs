namespace MinpackNet.Cli;

/// <summary>What a plot shows: points with their residuals, and a curve.</summary>
internal sealed record PlotData
{
    /// <summary>The room beyond the least and the greatest number of an axis, as a share of the range.</summary>
    public const double Margin = 0.05;

    // How far the curve may extend the axis of the data, in their range: where it runs away, and to its peaks.
    private const double MostBeyondData = 0.25;
    private const double MostOfPeaks = 4;

    // A peak is more than a pole if its neighbors fall off by less, as a share of what is beyond the data.
    private const double MostFall = 0.5;
    private const double LongestLogarithmicBar = 0.1;

    /// <summary>What is drawn, such as a formula.</summary>
    public required string Title { get; init; }

    /// <summary>Where the data are from.</summary>
    public required string Source { get; init; }

    /// <summary>The number of rows shown and in total, in words.</summary>
    public required string RowCount { get; init; }

    public required string XTitle { get; init; }

    public required string YTitle { get; init; }

    /// <summary>What <see cref="CurveY"/> is.</summary>
    public required string CurveTitle { get; init; }

    public required double[] X { get; init; }

    public required double[] Y { get; init; }

    public required double[] Residuals { get; init; }

    /// <summary>What <see cref="Y"/> is.</summary>
    public string DataTitle { get; init; } = "data";

    /// <summary>Half the length of the error bars; null for none.</summary>
    public double[]? Errors { get; init; }

    public required double[] CurveX { get; init; }

    /// <summary>The curve at each place; NaN for a gap.</summary>
    public required double[] CurveY { get; init; }

    /// <summary>Bands along the curve, each within the next.</summary>
    public IReadOnlyList<PlotBand> Bands { get; init; } = [];

    /// <summary>The data sets, each with its stretch of the curve; empty for a single one.</summary>
    public IReadOnlyList<PlotSet> Sets { get; init; } = [];

    /// <summary>Whether the axis of <see cref="X"/> is logarithmic; then they are all above zero.</summary>
    public bool HasLogX { get; init; }

    /// <summary>Whether the axis of <see cref="Y"/> is logarithmic; then they are all above zero.</summary>
    public bool HasLogY { get; init; }

    /// <summary>
    /// The same with gaps in curve and bands after some places of the curve, and where the curve is not finite.
    /// </summary>
    public PlotData BrokenAfter(HashSet<double> places)
    {
        // Each place of the curve, and after a break the same once more, as a gap.
        (int Place, double Factor)[] line =
        [
            .. Enumerable.Range(0, CurveX.Length).SelectMany(i => ((int, double)[])
            [
                (i, double.IsFinite(CurveY[i]) ? 1 : double.NaN),
                .. places.Contains(CurveX[i]) ? ((int, double)[])[(i, double.NaN)] : [],
            ]),
        ];
        return this with
        {
            CurveX = [.. line.Select(at => CurveX[at.Place])],
            CurveY = Along(CurveY),
            Bands = [.. Bands.Select(band => band with { Lower = Along(band.Lower), Upper = Along(band.Upper) })],
        };

        double[] Along(IReadOnlyList<double> values) => [.. line.Select(at => at.Factor * values[at.Place])];
    }

    /// <summary>Whether none of the axes overflows.</summary>
    public bool CanBeDrawn => XAxis(0).IsFinite && YAxis(0).IsFinite && ResidualAxis(0).IsFinite;

    public PlotAxis XAxis(double margin) => new((X.Min(), X.Max()), margin, HasLogX);

    /// <summary>Whether the axis has no room for a peak of the curve.</summary>
    public bool IsCutOff
    {
        get
        {
            PlotAxis axis = YAxis(0);
            (double from, double to) = Extent(Y, HasLogY);
            return Peaks(from, to).Any(peak => !axis.Has(peak));
        }
    }

    /// <summary>
    /// The axis of the observations with their error bars, and of the curve with its peaks unless it runs far away.
    /// </summary>
    public PlotAxis YAxis(double margin)
    {
        (double from, double to) = Extent(Y, HasLogY);
        (double least, double greatest) = HasLogY
            ? (from * Math.Pow(from / to, MostBeyondData), to * Math.Pow(to / from, MostBeyondData))
            : (from - (MostBeyondData * (to - from)), to + (MostBeyondData * (to - from)));
        double[] around = [.. CurveY.Concat(Bands.SelectMany(band => band.Lower.Concat(band.Upper)))
            .Where(value => double.IsFinite(value) && (value > 0 || !HasLogY))];
        double[] peaks = HasLogY
            ? []
            : [.. Peaks(from, to).Where(peak => Math.Max(peak - to, from - peak) < MostOfPeaks * (to - from))];
        double lowest = Math.Max(least, around.Append(from).Min());
        double highest = Math.Min(greatest, around.Append(to).Max());
        return new((peaks.Append(lowest).Min(), peaks.Append(highest).Max()), margin, HasLogY);
    }

    /// <summary>The turning points of the curve beyond the data, unless they are poles.</summary>
    private IEnumerable<double> Peaks(double from, double to)
    {
        for (int i = 1; i < CurveY.Length - 1; i++)
        {
            (double before, double here, double after) = (CurveY[i - 1], CurveY[i], CurveY[i + 1]);
            double beyond = Math.Max(here - to, from - here);
            bool turns = (here >= before && here >= after) || (here <= before && here <= after);
            if (turns && beyond > 0 && Math.Abs(here - before) + Math.Abs(here - after) < MostFall * beyond)
            {
                yield return here;
            }
        }
    }

    /// <summary>The axis of the residuals with their error bars.</summary>
    public PlotAxis ResidualAxis(double margin)
    {
        (double from, double to) = Extent(Residuals, isLogarithmic: false);
        return new((Math.Min(from, 0), Math.Max(to, 0)), margin);
    }

    private (double From, double To) Extent(double[] values, bool isLogarithmic)
    {
        double[] errors = Errors ?? new double[values.Length];

        // On a logarithmic axis, a bar that ends near zero would be longer than all else, and is cut.
        double[] ends = [.. values
            .Concat(values.Zip(errors)
                .Where(bar => !isLogarithmic || bar.First - bar.Second > LongestLogarithmicBar * bar.First)
                .Select(bar => bar.First - bar.Second))
            .Concat(values.Zip(errors, (value, error) => value + error))
            .Where(double.IsFinite)];
        return (ends.DefaultIfEmpty().Min(), ends.DefaultIfEmpty().Max());
    }
}
