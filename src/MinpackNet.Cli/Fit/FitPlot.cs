using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>
/// The plot of a fit: the curve against its predictor, or the observations against the fitted values if there are
/// several predictors.
/// </summary>
internal static class FitPlot
{
    private const int CurvePoints = 400;
    private const double ManyDecades = 4;
    private const int LongestText = 1000;
    private const string NotFinite = "where the model is not finite";
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

        if (drawn.Length == 0 || PlotOf(data, x, RowSample.Of(data, x, drawn)) is not { CanBeDrawn: true } plot)
        {
            return new(null, Undrawable);
        }

        int withoutPlace = x.Length - finite.Length;
        int withoutResidual = drawn.Count(row => !double.IsFinite(data.Fit.Residuals[row]));
        return new(
            plot with
            {
                XTitle = xTitle,
                YTitle = data.Columns.X.Length > 1 ? $"observed {yTitle}" : yTitle,
                RowCount = string.Concat([
                    plot.RowCount,
                    .. Counted(finite.Length - drawn.Length, "at or below zero left out"),
                    .. Counted(withoutPlace, "not finite left out"),
                    .. Counted(withoutResidual, "without a finite residual"),
                ]),
            },
            null)
        {
            Notes =
            [
                .. LeftOut(finite.Length - right.Length, $"with {xTitle} at or below zero (--log-x)"),
                .. LeftOut(right.Length - drawn.Length, $"with {yTitle} at or below zero (--log-y)"),
                .. LeftOut(withoutPlace, NotFinite),
                .. LeftOut(withoutResidual, NotFinite, "residual"),
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
                ? string.Create(CultureInfo.InvariantCulture, $"{rows.Length} of {all} shown")
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
        if (data.Errors is { } errors)
        {
            plot = plot with
            {
                DataTitle = $"data ± {(fit.HasAbsoluteSigma ? "" : "scaled ")}standard deviation",
                Errors = [.. rows.Select(row => errors[row])],
            };
        }

        plot = data.Columns.X.Length > 1 ? WithDiagonal(plot, data) : FitCurve.AddTo(plot, data, x);
        PlotAxis y = plot.YAxis(PlotData.Margin);
        string? missing = !plot.CurveY.Any(y.Has) ? "not in the picture" : plot.IsCutOff ? "cut off" : null;
        return missing is null ? plot : plot with { CurveTitle = $"{plot.CurveTitle} ({missing})" };
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
            _ => data.IsAtStart ? $"{y} at the start" : $"{y} at the last estimates",
        };
    }

    private static string[] Counted(int count, string what) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $", {count} {what}")];

    private static string[] LeftOut(int count, string reason, string thing = "row") =>
        count == 0 ? [] : [$"{Things.Count(count, thing)} left out of the picture, {reason}"];

    private static string[] Advice(double[] values, bool isLogarithmic, string column, string option)
    {
        double decades = Math.Log10(values.Max()) - Math.Log10(values.Min());
        return isLogarithmic || !(values.Min() > 0 && decades >= ManyDecades)
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"{column} spans {decades:F0} decades: try {option}.")];
    }

    /// <summary>Text that a terminal and an XML file can hold.</summary>
    private static string Clean(string text) => string.Concat(PlainText.Of(PlainText.Cut(text, LongestText))
        .EnumerateRunes()
        .Select(rune => rune.Value is 0xfffe or 0xffff ? " " : rune.ToString()));
}
