using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>
/// What a plot of a fit shows: the curve over its predictor; or the observations over the fitted values when there is
/// more than one.
/// </summary>
internal sealed record PlotData
{
    private const int MostRows = 1000;
    private const int CurvePoints = 400;
    private const int MostCurvePointsAtData = 200;
    private const int LongestTitle = 90;
    private const double MostBeyondData = 0.25;

    /// <summary>The formula, or the file when that is too long.</summary>
    public required string Title { get; init; }

    /// <summary>The file, unless it is the title, and <see cref="RowCount"/>.</summary>
    public required string Caption { get; init; }

    /// <summary>In words, how many rows are shown, and of how many.</summary>
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

    /// <summary>Half the length of the error bars; null without.</summary>
    public double[]? Errors { get; init; }

    public required double[] CurveX { get; init; }

    public required double[] CurveY { get; init; }

    /// <summary>The confidence band along the curve; null when there is none.</summary>
    public Band? Band { get; init; }

    /// <summary>The probability of the band.</summary>
    public double Level { get; init; }

    /// <summary>
    /// The range of the observations with their error bars, and of the curve unless it leaps away from them.
    /// </summary>
    public (double From, double To) YRange(double margin)
    {
        (double from, double to) = Extent(Y);
        double room = MostBeyondData * (to - from);
        double[] around = [.. CurveY.Concat(Band?.Lower ?? []).Concat(Band?.Upper ?? []).Where(double.IsFinite)];
        return AxisTicks.Widened(
            Math.Max(from - room, around.Append(from).Min()), Math.Min(to + room, around.Append(to).Max()), margin);
    }

    /// <summary>The range of the residuals with their error bars.</summary>
    public (double From, double To) ResidualRange(double margin)
    {
        (double from, double to) = Extent(Residuals);
        return AxisTicks.Widened(Math.Min(from, 0), Math.Max(to, 0), margin);
    }

    /// <summary>Makes the plot of a fit.</summary>
    /// <returns>The plot; null when the numbers are too large to draw, or none of them is finite.</returns>
    public static PlotData? Of(FittedData data)
    {
        double[] drawn = data.Columns.X.Length > 1 ? [.. data.Fit.Fitted] : data.Y;
        int[] rows = [.. Sample(data.Table.RowCount).Where(row => double.IsFinite(drawn[row]))];
        if (rows.Length == 0)
        {
            return null;
        }

        PlotData plot = data.Columns.X.Length > 1 ? OverFitted(data, rows) : OverPredictor(data, rows);

        // Where standard deviations are relative, the residuals tell their unit.
        double unit = data.Fit.HasAbsoluteSigma ? 1 : data.Fit.ResidualStandardDeviation;
        if (data.Sigma is { } sigma && double.IsFinite(unit))
        {
            plot = plot with
            {
                DataTitle = $"data ± {(data.Fit.HasAbsoluteSigma ? "" : "scaled ")}standard deviation",
                Errors = [.. rows.Select(row => sigma[row] * unit)],
            };
        }

        return plot.HasFiniteExtent ? plot : null;
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
        return With(data, rows) with
        {
            XTitle = hasPredictor ? data.Columns.Names[data.Columns.X[0]] : "row",
            CurveTitle = "fit",
            X = x,
            CurveX = curveX,
            CurveY = [.. band.Values],
            Band = band.Lower.Concat(band.Upper).All(double.IsFinite) ? band : null,
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
        FormattableString shown = rows.Length < data.Table.RowCount
            ? $"{rows.Length:N0} of {data.Table.RowCount:N0} rows shown"
            : (FormattableString)$"{rows.Length:N0} rows";
        string count = shown.ToString(CultureInfo.InvariantCulture);
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
            Level = data.Request.Level,
        };
    }

    private bool HasFiniteExtent =>
        new[] { YRange(1), ResidualRange(1), AxisTicks.Widened(X.Min(), X.Max(), 1) }
            .All(range => double.IsFinite(range.To - range.From));

    private (double From, double To) Extent(double[] values)
    {
        double[] errors = Errors ?? new double[values.Length];
        double[] ends = [.. values.Zip(errors, (value, error) => value - error)
            .Concat(values.Zip(errors, (value, error) => value + error))
            .Where(double.IsFinite)];
        return (ends.DefaultIfEmpty().Min(), ends.DefaultIfEmpty().Max());
    }

    /// <summary>
    /// The rows to show: all, or one out of each of so many equal parts, at a place in it that repeats no period of the
    /// data but is the same each time.
    /// </summary>
    private static int[] Sample(int count)
    {
        if (count <= MostRows)
        {
            return [.. Enumerable.Range(0, count)];
        }

#pragma warning disable CA5394 // It spreads points over a picture.
        Random random = new(Seed: 1);
        return [.. Enumerable.Range(0, MostRows).Select(part =>
            random.Next((int)((long)part * count / MostRows), (int)((part + 1L) * count / MostRows)))];
#pragma warning restore CA5394
    }

    /// <summary>Equal steps, and the data's own places when they are few, so that no peak is cut.</summary>
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
