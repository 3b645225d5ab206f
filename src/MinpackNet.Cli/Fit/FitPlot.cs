using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>
/// The plot of a fit: the curve against its predictor, or those of a few data sets, or the observations against the
/// fitted values if there are several predictors or many data sets.
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
        double[] y = data.Y;
        RealVector residuals = data.Fit.Residuals;
        int[] finite = [.. Enumerable.Range(0, x.Length)];
        finite = Array.TrueForAll(x, double.IsFinite) ? finite : Array.FindAll(finite, row => double.IsFinite(x[row]));
        int[] right = AxisOrder.Of(x, request.LogX ? Array.FindAll(finite, row => x[row] > 0) : finite);
        int[] drawn = request.LogY ? Array.FindAll(right, row => y[row] > 0) : right;
        if (drawn.Length == 0 && finite.Length > 0)
        {
            string missing =
                right.Length == 0 ? $"--log-x: no row has {xTitle} above zero. Leave --log-x out."
                : finite.All(row => y[row] <= 0) ? $"--log-y: no row has {yTitle} above zero. Leave --log-y out."
                : $"--log-x, --log-y: no row has both {xTitle} and {yTitle} above zero. Leave one of them out.";
            return new(null, missing) { IsUnusable = true };
        }

        double[]? errors = data.Errors;
        int[] shown = drawn.Length == 0 ? [] : RowSample.Of(drawn, y, residuals, errors);
        if (drawn.Length == 0 || PlotOf(data, x, right, shown, errors) is not { CanBeDrawn: true } plot)
        {
            return new(null, Undrawable);
        }

        int withoutPlace = x.Length - finite.Length;
        int withoutResidual = drawn.Count(row => !double.IsFinite(residuals[row]));
        return new(
            plot with
            {
                XTitle = xTitle,
                YTitle = data.HasManyCurves ? $"observed {yTitle}" : yTitle,
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
                .. request.Style.HasPanels ? FitPanels.Notes(data) : [],
            ],
            Advice = string.Join(
                ' ',
                [
                    .. Advice(AxisOrder.At(x, finite), request.LogX, xTitle, "--log-x"),
                    .. Advice(y, request.LogY, yTitle, "--log-y"),
                ]),
        };
    }

    /// <param name="data">The fit.</param>
    /// <param name="x">The places of all rows on the axis.</param>
    /// <param name="order">The rows that have a place on it, in its order.</param>
    /// <param name="rows">The rows to show.</param>
    /// <param name="errors">The lengths of half the error bars of all rows; null for none.</param>
    private static PlotData PlotOf(FittedData data, double[] x, int[] order, int[] rows, double[]? errors)
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
        if (errors is not null)
        {
            plot = plot with
            {
                DataTitle = $"data ± {(fit.HasAbsoluteSigma ? "" : "scaled ")}standard deviation",
                Errors = [.. rows.Select(row => errors[row])],
            };
        }

        plot = data.HasManyCurves
            ? WithDiagonal(plot, data)
            : data.Global is not null ? FitCurve.AddSetsTo(plot, data, order, rows)
            : FitCurve.AddTo(plot, data, AxisOrder.At(x, order));
        PlotAxis y = plot.YAxis(PlotData.Margin);
        string? missing = !plot.CurveY.Any(y.Has) ? "not in the picture" : plot.IsCutOff ? "cut off" : null;
        plot = plot with { Sets = [.. plot.Sets.Select(set => set with { Name = Clean(set.Name) })] };
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
    /// The predictor, the numbers of the rows if there is none, or the fitted values if there are several
    /// predictors or many data sets.
    /// </summary>
    private static double[] Horizontal(FittedData data) => data.Columns.X.Length switch
    {
        _ when data.HasManyCurves => [.. data.Fit.Fitted],
        0 => [.. Enumerable.Range(1, data.Table.RowCount).Select(row => (double)row)],
        _ => data.Table.Columns[0],
    };

    private static string XTitle(FittedData data)
    {
        string y = Clean(data.Columns.Names[data.Columns.Y]);
        return data.Columns.X.Length switch
        {
            _ when data.HasManyCurves && data.Fit.Converged => $"fitted {y}",
            _ when data.HasManyCurves => data.IsAtStart ? $"{y} at the start" : $"{y} at the last estimates",
            0 => "row",
            _ when data.Table.DateScale is { } scale && data.Table.Dates.Contains(data.Columns.X[0]) =>
                $"{Clean(data.Columns.Names[data.Columns.X[0]])} ({scale.Unit} from {scale.Origin})",
            _ => Clean(data.Columns.Names[data.Columns.X[0]]),
        };
    }

    private static string[] Counted(int count, string what) =>
        count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $", {count} {what}")];

    private static string[] LeftOut(int count, string reason, string thing = "row") =>
        count == 0 ? [] : [$"{Things.Count(count, thing)} left out of the picture, {reason}"];

    private static string[] Advice(double[] values, bool isLogarithmic, string column, string option)
    {
        double least = isLogarithmic ? 0 : values.Min();
        double decades = least > 0 ? Math.Log10(values.Max()) - Math.Log10(least) : 0;
        return decades < ManyDecades
            ? []
            : [string.Create(CultureInfo.InvariantCulture, $"{column} spans {decades:F0} decades: try {option}.")];
    }

    /// <summary>Text that a terminal and an XML file can hold.</summary>
    private static string Clean(string text) => string.Concat(PlainText.Of(PlainText.Cut(text, LongestText))
        .EnumerateRunes()
        .Select(rune => rune.Value is 0xfffe or 0xffff ? " " : rune.ToString()));
}
