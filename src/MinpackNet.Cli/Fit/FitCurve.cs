using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The curve of a fit against its predictor, with its bands, and with gaps where it breaks.</summary>
internal static class FitCurve
{
    private const int Steps = 400;
    private const int MostAtData = 1000;
    private const int Most = 4000;
    private const int MostRefinements = 4;

    // A bend of this share of the picture's height is seen, unless it is this far above or below.
    private const double VisibleBend = 0.001;
    private const double Beyond = 0.1;

    /// <summary>Adds the curve with its bands to the plot of the points.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="data">The fit.</param>
    /// <param name="x">The predictor at all rows that have a place on its axis, ascending.</param>
    /// <param name="set">The number of the data set of these rows; null for a single one.</param>
    public static PlotData AddTo(PlotData plot, FittedData data, double[] x, int? set = null)
    {
        plot = WithBands(
            plot with
            {
                CurveTitle = data.Fit.Succeeded ? "fit"
                    : data.IsAtStart ? "start"
                    : data.Fit.Converged ? "fit (not to be trusted)"
                    : "last estimates (not converged)",
            },
            data,
            set,
            Places(x, plot));
        for (int round = 0; round < MostRefinements && plot.CanBeDrawn; round++)
        {
            double[] refined = Refined(plot);
            if (refined.Length == plot.CurveX.Length)
            {
                break;
            }

            plot = WithBands(plot, data, set, refined);
        }

        return plot.CanBeDrawn ? WithBreaks(plot, data, set) : plot;
    }

    /// <summary>Adds the curves of data sets one after the other, with gaps between.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="data">The fit.</param>
    /// <param name="order">The rows that have a place on the axis, in its order.</param>
    /// <param name="rows">The rows that are shown, ascending.</param>
    public static PlotData AddSetsTo(PlotData plot, FittedData data, int[] order, int[] rows)
    {
        List<PlotSet> sets = [];
        List<double> x = [];
        List<double> y = [];
        string title = "";
        int next = 0;
        foreach ((int number, (string name, int count)) in data.Table.Groups.Index())
        {
            int first = next;
            next += count;
            double[] own =
                [.. order.Where(row => row >= first && row < next).Select(row => data.Table.Columns[0][row])];
            if (own.Length > 0)
            {
                PlotData curve = AddTo(plot, data, own, number);
                sets.Add(new(
                    name,
                    rows.Count(row => row < first)..rows.Count(row => row < next),
                    x.Count..(x.Count + curve.CurveX.Length)));
                title = curve.CurveTitle;
                x.AddRange([.. curve.CurveX, own[^1]]);
                y.AddRange([.. curve.CurveY, double.NaN]);
            }
        }

        return plot with { CurveTitle = title, CurveX = [.. x], CurveY = [.. y], Sets = sets };
    }

    private static PlotData WithBands(PlotData plot, FittedData data, int? set, double[] places)
    {
        Band band = data.BandAt(places, set);
        return plot with
        {
            CurveX = places,
            CurveY = [.. band.Values],
            // Those of several sets would hide each other.
            Bands = set is null && band.Lower.Any(double.IsFinite)
                ?
                [
                    new(band.Title, band.Lower, band.Upper),
                    .. data.PredictionAt(places) is { } prediction
                        // The same level and distribution need not be said again.
                        ? (PlotBand[])[new("prediction band", prediction.Lower, prediction.Upper)]
                        : [],
                ]
                : [],
        };
    }

    /// <summary>Takes the line away from where the curve breaks or is not finite.</summary>
    private static PlotData WithBreaks(PlotData plot, FittedData data, int? set)
    {
        (double From, double To)[] breaks =
        [
            .. CurveBreaks.Of(
                plot.CurveX,
                plot.CurveY,
                place => data.ValueAt(place, set),
                plot.XAxis(0),
                plot.YAxis(0)),
        ];
        if (breaks.Length > 0)
        {
            IEnumerable<double> ends = breaks.SelectMany(at => (double[])[at.From, at.To]);
            plot = WithBands(plot, data, set, [.. plot.CurveX.Concat(ends).Distinct().Order()]);
        }

        return plot.BrokenAfter([.. breaks.Select(at => at.From)]);
    }

    /// <summary>
    /// Equal steps, the points shown, and the locations of the data with the middles between them, of which only some
    /// where they are many.
    /// </summary>
    private static double[] Places(double[] x, PlotData plot)
    {
        double[] places = Distinct(x);
        PlotAxis axis = new((places[0], places[^1]), 0, plot.HasLogX);
        int stride = (places.Length / MostAtData) + 1;
        IEnumerable<double> steps = axis.Steps(Steps);
        if (places.Length > 1)
        {
            // Rounding must not leave the data: the model may end there.
            steps = steps.Select(step => Math.Clamp(step, places[0], places[^1]));
        }

        List<double> all = [.. steps, .. plot.X.Where(place => place >= places[0] && place <= places[^1])];
        for (int i = 0; i < (2 * places.Length) - 1; i += stride)
        {
            int after = i - places.Length + 1;
            all.Add(after <= 0 ? places[i] : axis.Middle(places[after - 1], places[after]));
        }

        return [.. all.Distinct().Order()];
    }

    private static double[] Distinct(double[] ascending)
    {
        int count = 1;
        for (int i = 1; i < ascending.Length; i++)
        {
            count += ascending[i] == ascending[i - 1] ? 0 : 1;
        }

        return count == ascending.Length ? ascending : [.. ascending.Where((x, i) => i == 0 || x != ascending[i - 1])];
    }

    /// <summary>Adds places beside each where the curve turns visibly.</summary>
    private static double[] Refined(PlotData plot)
    {
        PlotAxis axis = plot.XAxis(0);
        PlotAxis vertical = plot.YAxis(0);
        double[] x = [.. plot.CurveX.Select(axis.Place)];
        double[] y = [.. plot.CurveY.Select(value => Math.Clamp(vertical.Place(value), -Beyond, 1 + Beyond))];
        SortedSet<double> places = [.. plot.CurveX];
        for (int i = 1; i < x.Length - 1 && places.Count < Most; i++)
        {
            double share = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1]);
            double bend = Math.Abs(y[i] - (((1 - share) * y[i - 1]) + (share * y[i + 1])));
            if (bend > VisibleBend)
            {
                places.Add(axis.Middle(plot.CurveX[i - 1], plot.CurveX[i]));
                places.Add(axis.Middle(plot.CurveX[i], plot.CurveX[i + 1]));
            }
        }

        return [.. places];
    }
}
