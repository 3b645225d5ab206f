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
    private const double ManyDecades = 4;

    // A bend of this share of the picture's height is seen, unless it is this far above or below.
    private const double VisibleBend = 0.001;
    private const double Beyond = 0.1;

    private const int LongestText = 1000;
    private const double SmallestDecimal = 1e-9;
    private const string Undrawable = "the fit has no numbers that can be drawn";

    /// <summary>Makes the plot of a fit.</summary>
    public static FitPicture Of(FittedData data)
    {
        FitRequest request = data.Request;
        double[] x = Horizontal(data);
        string xTitle = XTitle(data);
        string yTitle = Clean(data.Columns.Names[data.Columns.Y]);
        int[] finite = [.. Enumerable.Range(0, x.Length).Where(row => double.IsFinite(x[row]))];
        int[] right = [.. finite.Where(row => !request.LogX || x[row] > 0)];
        int[] drawn = [.. right.Where(row => !request.LogY || data.Y[row] > 0)];
        if (drawn.Length == 0 && finite.Length > 0)
        {
            string missing =
                right.Length == 0 ? $"--log-x: no row has {xTitle} above zero. Leave --log-x out."
                : finite.All(row => data.Y[row] <= 0) ? $"--log-y: no row has {yTitle} above zero. Leave --log-y out."
                : $"--log-x, --log-y: no row has both {xTitle} and {yTitle} above zero. Leave one of them out.";
            return new(null, missing) { IsUnusable = true };
        }

        if (drawn.Length == 0 || PlotOf(data, x, Sample(data, x, drawn)) is not { CanBeDrawn: true } plot)
        {
            return new(null, Undrawable);
        }

        int left = finite.Length - drawn.Length;
        return new(
            plot with
            {
                XTitle = xTitle,
                YTitle = data.Columns.X.Length > 1 ? $"observed {yTitle}" : yTitle,
                RowCount = left == 0 ? plot.RowCount : string.Create(
                    CultureInfo.InvariantCulture, $"{plot.RowCount}, {left:N0} at or below zero left out"),
            },
            null)
        {
            Notes =
            [
                .. LeftOut(finite.Length - right.Length, xTitle, "--log-x"),
                .. LeftOut(right.Length - drawn.Length, yTitle, "--log-y"),
            ],
            Advice = string.Join(
                ' ',
                [
                    .. Advice([.. finite.Select(row => x[row])], request.LogX, xTitle, "--log-x"),
                    .. Advice(data.Y, request.LogY, yTitle, "--log-y"),
                ]),
        };
    }

    private static PlotData PlotOf(FittedData data, double[] x, int[] rows)
    {
        FitResult fit = data.Fit;
        string all = Things.Count(x.Length, "row");
        PlotData plot = new()
        {
            Title = Clean($"{data.Columns.Names[data.Columns.Y]} = {data.Columns.Model}"),
            Source = Clean(Path.GetFileName(data.Source)),
            RowCount = rows.Length < x.Length
                ? string.Create(CultureInfo.InvariantCulture, $"{rows.Length:N0} of {all} shown")
                : all,
            XTitle = "",
            YTitle = "",
            CurveTitle = "",
            X = [.. rows.Select(row => x[row])],
            Y = [.. rows.Select(row => data.Y[row])],
            Residuals = [.. rows.Select(row => fit.Residuals[row])],
            CurveX = [],
            CurveY = [],
            HasLogX = data.Request.LogX,
            HasLogY = data.Request.LogY,
        };

        // If standard deviations are relative, the residuals of the fit set their unit.
        double unit = fit.HasAbsoluteSigma ? 1 : fit.Converged ? fit.ResidualStandardDeviation : double.NaN;
        if (data.Sigma is { } sigma && double.IsFinite(unit))
        {
            plot = plot with
            {
                DataTitle = $"data ± {(fit.HasAbsoluteSigma ? "" : "scaled ")}standard deviation",
                Errors = [.. rows.Select(row => sigma[row] * unit)],
            };
        }

        plot = data.Columns.X.Length > 1 ? WithDiagonal(plot, data) : WithCurve(plot, data, x);
        PlotAxis y = plot.YAxis(0);
        return plot.CurveY.Any(y.Has) ? plot : plot with { CurveTitle = $"{plot.CurveTitle} (not in the picture)" };
    }

    private static PlotData WithDiagonal(PlotData plot, FittedData data)
    {
        double[] places = [.. plot.XAxis(0).Steps(CurvePoints)];
        return plot with
        {
            CurveTitle = data.Fit.Converged ? "observed = fitted" : "observed = calculated",
            CurveX = places,
            CurveY = places,
        };
    }

    private static PlotData WithCurve(PlotData plot, FittedData data, double[] x)
    {
        plot = WithBand(
            plot with
            {
                CurveTitle = data.Fit.Converged ? "fit" : IsAtStart(data) ? "start" : "last estimates (not converged)",
            },
            data,
            CurvePlaces([.. x.Where(value => value > 0 || !plot.HasLogX)], plot));
        for (int round = 0; round < MostRefinements && plot.CanBeDrawn; round++)
        {
            double[] refined = Refined(plot);
            if (refined.Length == plot.CurveX.Length)
            {
                break;
            }

            plot = WithBand(plot, data, refined);
        }

        return plot;
    }

    private static PlotData WithBand(PlotData plot, FittedData data, double[] places)
    {
        Band band = data.Fit.ConfidenceBand(
            DataFitter.PredictorsOf(data.Columns.Model, [places], places.Length), data.Request.Level);
        return plot with
        {
            CurveX = places,
            CurveY = [.. band.Values],
            Band = band.Lower.Any(double.IsFinite)
                ? new($"{Percent(data.Request.Level)} % confidence band", band.Lower, band.Upper)
                : null,
        };
    }

    /// <summary>
    /// The predictor, the numbers of the rows if there is none, or the fitted values if there are several.
    /// </summary>
    private static double[] Horizontal(FittedData data) => data.Columns.X.Length switch
    {
        0 => [.. Enumerable.Range(1, data.Table.RowCount).Select(row => (double)row)],
        1 => data.Table.Columns[0],
        _ => [.. data.Fit.Fitted],
    };

    private static string XTitle(FittedData data)
    {
        string y = Clean(data.Columns.Names[data.Columns.Y]);
        return data.Columns.X.Length switch
        {
            0 => "row",
            1 => Clean(data.Columns.Names[data.Columns.X[0]]),
            _ when data.Fit.Converged => $"fitted {y}",
            _ => IsAtStart(data) ? $"{y} at the start" : $"{y} at the last estimates",
        };
    }

    private static string[] LeftOut(int count, string column, string option) => count == 0
        ? []
        : [$"{Things.Count(count, "row")} left out of the picture, with {column} at or below zero ({option})"];

    private static string[] Advice(double[] values, bool isLogarithmic, string column, string option)
    {
        double decades = Math.Log10(values.Max()) - Math.Log10(values.Min());
        return isLogarithmic || !(values.Min() > 0 && decades >= ManyDecades)
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"{column} spans {decades:F0} decades: try {option}.")];
    }

    /// <summary>A probability in percent with all its digits, so that none below one becomes 100.</summary>
    private static string Percent(double level) => level < SmallestDecimal
        ? (100 * level).ToString("G15", CultureInfo.InvariantCulture)
        : (100 * decimal.Parse($"{level:R}", NumberStyles.Float, CultureInfo.InvariantCulture))
            .ToString("0.##########################", CultureInfo.InvariantCulture);

    /// <summary>Text that a terminal and an XML file can hold.</summary>
    private static string Clean(string text) => string.Concat(PlainText.Of(PlainText.Cut(text, LongestText))
        .EnumerateRunes()
        .Select(rune => rune.Value is 0xfffe or 0xffff ? " " : rune.ToString()));

    private static bool IsAtStart(FittedData data) => !data.Fit.Converged
        && data.Fit.Parameters.All(parameter =>
            data.Request.Parameters.Start.Any(start =>
                start.Name == parameter.Name && start.Value.Equals(parameter.Value)));

    /// <summary>
    /// The rows to show: all of them, or the extremes of observation and residual in each of many parts of the axis,
    /// and evenly spread others, the same each time.
    /// </summary>
    private static int[] Sample(FittedData data, double[] x, int[] rows)
    {
        if (rows.Length <= MostRows)
        {
            return rows;
        }

        int[] order = [.. rows.OrderBy(row => x[row])];
        SortedSet<int> shown = [];
        for (int part = 0; part < SampleParts; part++)
        {
            int from = (int)((long)part * rows.Length / SampleParts);
            int[] near = order[from..(int)((part + 1L) * rows.Length / SampleParts)];
            shown.UnionWith([
                near.MinBy(row => data.Y[row]), near.MaxBy(row => data.Y[row]),
                near.MinBy(row => data.Fit.Residuals[row]), near.MaxBy(row => data.Fit.Residuals[row]),
            ]);
        }

#pragma warning disable CA5394 // It only spreads points over a picture.
        Random random = new(Seed: 1);
        while (shown.Count < MostRows)
        {
            shown.Add(rows[random.Next(rows.Length)]);
        }
#pragma warning restore CA5394
        return [.. shown];
    }

    /// <summary>Equal steps, the points shown, and the locations of the data with the middles between them.</summary>
    private static double[] CurvePlaces(double[] x, PlotData plot)
    {
        double[] places = [.. x.Distinct().Order()];
        PlotAxis axis = new((places[0], places[^1]), 0, plot.HasLogX);
        int stride = (places.Length / MostCurvePointsAtData) + 1;
        IEnumerable<double> steps = axis.Steps(CurvePoints);
        if (places.Length > 1)
        {
            // Rounding must not leave the data: the model may end there.
            steps = steps.Select(step => Math.Clamp(step, places[0], places[^1]));
        }

        return [.. steps
            .Concat(plot.X)
            .Concat(places.Concat(places.Zip(places.Skip(1), axis.Middle)).Where((_, i) => i % stride == 0))
            .Distinct()
            .Order()];
    }

    /// <summary>Adds places beside each where the curve turns visibly.</summary>
    private static double[] Refined(PlotData plot)
    {
        PlotAxis axis = plot.XAxis(0);
        PlotAxis vertical = plot.YAxis(0);
        double[] x = [.. plot.CurveX.Select(axis.Place)];
        double[] y = [.. plot.CurveY.Select(value => Math.Clamp(vertical.Place(value), -Beyond, 1 + Beyond))];
        SortedSet<double> places = [.. plot.CurveX];
        for (int i = 1; i < x.Length - 1 && places.Count < MostCurvePoints; i++)
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
