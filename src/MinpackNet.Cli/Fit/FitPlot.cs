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
    private const int MostCurvePointsAtData = 200;
    private const int LongestTitle = 90;

    /// <summary>Makes the plot of a fit.</summary>
    /// <returns>The plot; null if the numbers are too large to draw, or none of them is finite.</returns>
    public static PlotData? Of(FittedData data)
    {
        double[] drawn = data.Columns.X.Length > 1 ? [.. data.Fit.Fitted] : data.Y;
        int[] rows = [.. Sample(data.Table.RowCount).Where(row => double.IsFinite(drawn[row]))];
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
        double[] curveX = CurvePlaces(all.Min(), all.Max(), x);
        Predictors places = DataFitter.PredictorsOf(data.Columns.Model, [curveX], curveX.Length);
        Band band = data.Fit.ConfidenceBand(places, data.Request.Level);
        string percent = (100 * data.Request.Level).ToString("G6", CultureInfo.InvariantCulture);
        return With(data, rows) with
        {
            XTitle = hasPredictor ? data.Columns.Names[data.Columns.X[0]] : "row",
            CurveTitle = "fit",
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
            XTitle = $"fitted {data.Columns.Names[data.Columns.Y]}",
            YTitle = $"observed {data.Columns.Names[data.Columns.Y]}",
            CurveTitle = "observed = fitted",
            X = x,
            CurveX = ends,
            CurveY = ends,
        };
    }

    private static PlotData With(FittedData data, int[] rows)
    {
        string formula = data.Columns.Model.ToString();
        string file = Path.GetFileName(data.Source);
        string y = data.Columns.Names[data.Columns.Y];
        bool isLong = formula.Length > LongestTitle;
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

    /// <summary>
    /// The rows to show: all of them, or one from each of many equal parts, at a position that does not repeat with any
    /// period in the data but is the same each time.
    /// </summary>
    private static int[] Sample(int count)
    {
        if (count <= MostRows)
        {
            return [.. Enumerable.Range(0, count)];
        }

#pragma warning disable CA5394 // It only spreads points over a picture.
        Random random = new(Seed: 1);
        return [.. Enumerable.Range(0, MostRows).Select(part =>
            random.Next((int)((long)part * count / MostRows), (int)((part + 1L) * count / MostRows)))];
#pragma warning restore CA5394
    }

    /// <summary>Equal steps, plus the locations of the data if they are few, so that no peak is cut off.</summary>
    private static double[] CurvePlaces(double from, double to, double[] x) =>
    [
        .. Enumerable.Range(0, CurvePoints + 1)
            .Select(i => (double)i / CurvePoints)
            .Select(share => ((1 - share) * from) + (share * to))
            .Concat(x.Length <= MostCurvePointsAtData ? x : [])
            .Distinct()
            .Order(),
    ];
}
