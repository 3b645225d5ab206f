using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>What a fit says at the rows of its data, along its curve, or at the rows of another file.</summary>
internal static class FitAnswers
{
    /// <summary>The table that was asked for; null if none was.</summary>
    public static AnswerTable? Of(FittedData data) =>
        data.Request.Answers switch
        {
            { Predict: not null } => At(data, data.PredictedPlaces!),
            { CurvePoints: int count } => At(data, AnswerPlaces.OfCurve(data, count)),
            { WritesRows: true } => AtRows(data),
            _ => null,
        };

    private static AnswerTable At(FittedData data, AnswerPlaces places) =>
        Table(data, places, confidence => [(FittedName(data), [.. confidence.Values])]);

    /// <summary>
    /// The rows of the data with their fitted values, residuals and bands, in the order of the file: those of a data
    /// set need not be together there.
    /// </summary>
    public static AnswerTable AtRows(FittedData data)
    {
        AnswerPlaces places = AnswerPlaces.OfRows(data);
        List<(string, double[])> columns = [(data.Columns.Names[data.Columns.Y], data.Y)];
        if (data.Sigma is { } sigma)
        {
            columns.Add((data.Columns.Sigma is null ? "sigma" : data.Columns.SigmaName!, sigma));
        }

        return Table(
            data,
            places,
            _ =>
            [
                .. columns,
                (FittedName(data), [.. data.Fit.Fitted]),
                ("residual", [.. data.Fit.Residuals]),
                ("standardized_residual", [.. data.Fit.StandardizedResiduals]),
            ]).OrderedBy(data.Table.Lines);
    }

    private static string FittedName(FittedData data) => data.Fit.Converged ? "fitted" : "calculated";

    /// <param name="data">The fit.</param>
    /// <param name="places">Where.</param>
    /// <param name="values">The columns between the places and the limits, given the curve there.</param>
    private static AnswerTable Table(
        FittedData data, AnswerPlaces places, Func<Band, IEnumerable<(string, double[])>> values)
    {
        Band confidence = places.Band(data, (fit, set, x, rows) => set is int number
            ? data.Global!.ConfidenceBand(number, x, data.Request.Level)
            : fit.ConfidenceBand(x, data.Request.Level));
        List<(string Name, double[] Values)> columns = [.. places.Columns, .. values(confidence)];
        columns.Add(("confidence_lower", [.. confidence.Lower]));
        columns.Add(("confidence_upper", [.. confidence.Upper]));
        if (places.Sigma is { } sigma && !data.Request.Counts)
        {
            Band prediction = places.Band(data, (fit, set, x, rows) => set is int number
                ? data.Global!.PredictionBand(number, x, sigma[rows], data.Request.Level)
                : fit.PredictionBand(x, sigma[rows], data.Request.Level));
            columns.Add(("prediction_lower", [.. prediction.Lower]));
            columns.Add(("prediction_upper", [.. prediction.Upper]));
        }

        return new(places.LabelName, places.Labels, Distinct(columns));
    }

    /// <summary>Names of columns of the file that are those of answers get a number.</summary>
    private static List<(string Name, double[] Values)> Distinct(List<(string Name, double[] Values)> columns)
    {
        HashSet<string> taken = [];
        return [.. columns.AsEnumerable().Reverse().Select(column =>
        {
            string name = column.Name;
            for (int k = 2; !taken.Add(name); k++)
            {
                name = $"{column.Name}_{k}";
            }

            return (name, column.Values);
        }).Reverse()];
    }
}
