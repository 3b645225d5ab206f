using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>
/// The plot of a fit: the curve against its predictor, or the observations against the fitted values if there are
/// several predictors.
/// </summary>
internal static class FitPlot
{
    private const int MostRows = 1000;
    private const int CurvePoints = 400;
    private const int MostCurvePointsAtData = 1000;
    private const int MostCurvePoints = 4000;
    private const int MostRefinements = 4;
    private const int SampleParts = 200;

    // A bend of this share of the picture's height is seen.
    private const double VisibleBend = 0.001;
    private const int LongestTitle = 90;
    private const int LongestFile = 60;
    private const int LongestAxisTitle = 40;

    /// <summary>Makes the plot of a fit.</summary>
    /// <returns>The plot; null if the numbers are too large to draw, or none of them is finite.</returns>
    public static PlotData? Of(FittedData data)
    {
        double[] drawn = data.Columns.X.Length > 1 ? [.. data.Fit.Fitted] : data.Y;
        int[] rows = [.. Sample(data).Where(row => double.IsFinite(drawn[row]))];
        if (rows.Length == 0)
        {
            return null;
        }

        PlotData plot = data.Columns.X.Length > 1 ? OverFitted(data, rows) : OverPredictor(data, rows);

        // If standard deviations are relative, the residuals set their unit.
        double unit = data.Fit.HasAbsoluteSigma ? 1 : data.Fit.ResidualStandardDeviation;
        if (data.Sigma is { } sigma && double.IsFinite(unit))
        {
            plot = plot with
            {
                DataTitle = $"data ± {(data.Fit.HasAbsoluteSigma ? "" : "scaled ")}standard deviation",
                Errors = [.. rows.Select(row => sigma[row] * unit)],
            };
        }

        return plot.CanBeDrawn ? plot : null;
    }

    private static PlotData OverPredictor(FittedData data, int[] rows)
    {
        bool hasPredictor = data.Columns.X.Length == 1;
        double[] all = hasPredictor
            ? data.Table.Columns[0]
            : [.. Enumerable.Range(1, data.Table.RowCount).Select(row => (double)row)];
        double[] x = [.. rows.Select(row => all[row])];
        double[] curveX = CurvePlaces(all, x);
        Band band = BandAt(data, curveX);
        for (int round = 0; round < MostRefinements; round++)
        {
            double[] refined = Refined(curveX, band.Values);
            if (refined.Length == curveX.Length)
            {
                break;
            }

            curveX = refined;
            band = BandAt(data, curveX);
        }

        string percent = (100 * data.Request.Level).ToString("G6", CultureInfo.InvariantCulture);
        return With(data, rows) with
        {
            XTitle = hasPredictor ? Shown(data, data.Columns.X[0]) : "row",
            CurveTitle = IsAtStart(data) ? "start" : "fit",
            X = x,
            CurveX = curveX,
            CurveY = [.. band.Values],
            Band = band.Lower.Concat(band.Upper).All(double.IsFinite)
                ? new($"{percent} % confidence band", band.Lower, band.Upper)
                : null,
        };
    }

    private static PlotData OverFitted(FittedData data, int[] rows)
    {
        double[] x = [.. rows.Select(row => data.Fit.Fitted[row])];
        double[] ends = [x.Min(), x.Max()];
        return With(data, rows) with
        {
            XTitle = $"fitted {Shown(data, data.Columns.Y)}",
            YTitle = $"observed {Shown(data, data.Columns.Y)}",
            CurveTitle = "observed = fitted",
            X = x,
            CurveX = ends,
            CurveY = ends,
        };
    }

    private static PlotData With(FittedData data, int[] rows)
    {
        string formula = PlainText.Of(data.Columns.Model.ToString());
        string file = PlainText.Cut(PlainText.Of(Path.GetFileName(data.Source)), LongestFile);
        string y = Shown(data, data.Columns.Y);
        bool isLong = y.Length + formula.Length > LongestTitle;
        string all = Things.Count(data.Table.RowCount, "row");
        string count = rows.Length < data.Table.RowCount
            ? string.Create(CultureInfo.InvariantCulture, $"{rows.Length:N0} of {all} shown")
            : all;
        return new()
        {
            Title = isLong ? file : $"{y} = {formula}",
            Caption = isLong ? count : $"{file}, {count}",
            RowCount = count,
            XTitle = "",
            YTitle = y,
            CurveTitle = "",
            X = [],
            Y = [.. rows.Select(row => data.Y[row])],
            Residuals = [.. rows.Select(row => data.Fit.Residuals[row])],
            CurveX = [],
            CurveY = [],
        };
    }

    private static string Shown(FittedData data, int column) =>
        PlainText.Cut(data.Columns.Names[column], LongestAxisTitle);

    private static bool IsAtStart(FittedData data) => !data.Fit.Converged
        && data.Fit.Parameters.All(parameter =>
            data.Request.Parameters.Start.Any(start =>
                start.Name == parameter.Name && start.Value.Equals(parameter.Value)));

    private static Band BandAt(FittedData data, double[] places) => data.Fit.ConfidenceBand(
        DataFitter.PredictorsOf(data.Columns.Model, [places], places.Length), data.Request.Level);

    /// <summary>
    /// The rows to show: all of them, or the extremes of observation and residual in each of many parts of the file,
    /// and evenly spread others, the same each time.
    /// </summary>
    private static int[] Sample(FittedData data)
    {
        int count = data.Table.RowCount;
        if (count <= MostRows)
        {
            return [.. Enumerable.Range(0, count)];
        }

        int[] order = [.. Enumerable.Range(0, count)];
        if (data.Columns.X.Length == 1)
        {
            double[] x = data.Table.Columns[0];
            Array.Sort((double[])x.Clone(), order);
        }

        SortedSet<int> shown = [];
        for (int part = 0; part < SampleParts; part++)
        {
            int from = (int)((long)part * count / SampleParts);
            int[] rows = order[from..(int)((part + 1L) * count / SampleParts)];
            shown.UnionWith([
                rows.MinBy(row => data.Y[row]), rows.MaxBy(row => data.Y[row]),
                rows.MinBy(row => data.Fit.Residuals[row]), rows.MaxBy(row => data.Fit.Residuals[row]),
            ]);
        }

#pragma warning disable CA5394 // It only spreads points over a picture.
        Random random = new(Seed: 1);
        while (shown.Count < MostRows)
        {
            shown.Add(random.Next(count));
        }
#pragma warning restore CA5394
        return [.. shown];
    }

    /// <summary>Equal steps, the points shown, and the locations of the data with the middles between them.</summary>
    private static double[] CurvePlaces(double[] x, double[] shown)
    {
        double[] places = [.. x.Distinct().Order()];
        double[] steps = [.. Enumerable.Range(0, CurvePoints + 1)
            .Select(i => (double)i / CurvePoints)
            .Select(share => ((1 - share) * places[0]) + (share * places[^1]))];
        int stride = (places.Length / MostCurvePointsAtData) + 1;
        double[] middles = [.. places.Zip(places.Skip(1), (a, b) => (a / 2) + (b / 2))];
        return [.. steps
            .Concat(shown)
            .Concat(places.Concat(middles).Where((_, i) => i % stride == 0))
            .Distinct()
            .Order()];
    }

    /// <summary>Adds places beside each where the curve turns visibly.</summary>
    private static double[] Refined(double[] x, IReadOnlyList<double> y)
    {
        double[] finite = [.. y.Where(double.IsFinite)];
        double visible = finite.Length == 0 ? 0 : VisibleBend * (finite.Max() - finite.Min());
        SortedSet<double> places = [.. x];
        for (int i = 1; i < x.Length - 1 && places.Count < MostCurvePoints; i++)
        {
            double share = (x[i] - x[i - 1]) / (x[i + 1] - x[i - 1]);
            double bend = Math.Abs(y[i] - (((1 - share) * y[i - 1]) + (share * y[i + 1])));
            if (bend > visible)
            {
                places.Add((x[i - 1] / 2) + (x[i] / 2));
                places.Add((x[i] / 2) + (x[i + 1] / 2));
            }
        }

        return [.. places];
    }
}
