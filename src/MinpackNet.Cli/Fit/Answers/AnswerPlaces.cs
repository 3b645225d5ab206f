using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Places at which a fit is asked for its values, set by set.</summary>
/// <param name="Columns">The predictors with the names of their columns.</param>
/// <param name="RowCount">The number of places.</param>
internal sealed record AnswerPlaces(IReadOnlyList<(string Name, double[] Values)> Columns, int RowCount)
{
    /// <summary>What the labels are; null for a single data set.</summary>
    public string? LabelName { get; init; }

    /// <summary>The data set of each row; null for a single one.</summary>
    public string[]? Labels { get; init; }

    /// <summary>The standard deviations of observations there; null where none is known.</summary>
    public double[]? Sigma { get; init; }

    /// <summary>The rows of the data.</summary>
    public static AnswerPlaces OfRows(FittedData data) =>
        new([.. NamesOf(data.Columns).Zip(data.Table.Columns)], data.Table.RowCount)
        {
            LabelName = LabelNameOf(data.Columns),
            Labels = data.Table.Labels is { } labels ? [.. labels] : null,
            Sigma = data.Sigma ?? Ones(data.Table.RowCount),
        };

    /// <summary>Equal steps over the range of the only predictor, along the curve of each data set.</summary>
    public static AnswerPlaces OfCurve(FittedData data, int count)
    {
        double[] x = data.Table.Columns[0];
        PlotAxis axis = new((x.Min(), x.Max()), 0, data.Request.LogX && x.Min() > 0);
        double[] places = [.. axis.Steps(count - 1).Select(place => Math.Clamp(place, x.Min(), x.Max()))];
        string[] sets = data.Global is null ? [""] : [.. data.Global.Sets.Select(set => set.Name)];
        int rows = places.Length * sets.Length;
        return new([(NamesOf(data.Columns)[0], [.. sets.SelectMany(_ => places)])], rows)
        {
            LabelName = LabelNameOf(data.Columns),
            Labels = data.Global is null ? null : [.. sets.SelectMany(set => Enumerable.Repeat(set, places.Length))],
            Sigma = data.Columns.HasSigma ? null : Ones(rows),
        };
    }

    /// <summary>Refuses a curve along several predictors.</summary>
    /// <exception cref="InputException">There is no single one.</exception>
    public static void CheckCurve(FitRequest request, ColumnChoice columns)
    {
        if (request.Answers.CurvePoints is not null && columns.X.Length != 1)
        {
            throw new InputException(
                $"--curve: the formula has {Things.Count(columns.X.Length, "predictor")}, and a curve is along one. "
                + "Give the places in a file with --predict.");
        }
    }

    /// <summary>Standard deviations of new observations, if all are alike.</summary>
    public static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];

    /// <summary>The columns of the predictors by their names in the file.</summary>
    public static string[] NamesOf(ColumnChoice columns) => [.. columns.X.Select(column => columns.Names[column])];

    public static string? LabelNameOf(ColumnChoice columns) => columns.Set is int set ? columns.Names[set] : null;

    /// <summary>Asks the fit set by set, or once without sets, and puts the answers in the order of the rows.</summary>
    /// <param name="data">The fit.</param>
    /// <param name="ask">Given the fit, the set, the predictors and the rows they are from, returns a band.</param>
    public Band Band(FittedData data, Func<FitResult, int?, Predictors, Range, Band> ask)
    {
        if (Labels is null)
        {
            return ask(data.Fit, null, At(data, ..), ..);
        }

        List<Band> bands = [];
        for (int first = 0, next; first < RowCount; first = next)
        {
            next = first + 1;
            while (next < RowCount && Labels[next] == Labels[first])
            {
                next++;
            }

            int set = data.Global!.Sets.Select(set => set.Name).ToList().IndexOf(Labels[first]);
            bands.Add(ask(data.Fit, set, At(data, first..next), first..next));
        }

        return new(
            [.. bands.SelectMany(band => band.Values)],
            [.. bands.SelectMany(band => band.Lower)],
            [.. bands.SelectMany(band => band.Upper)]);
    }

    private Predictors At(FittedData data, Range rows) => DataFitter.PredictorsOf(
        data.Columns.Model,
        [.. Columns.Select(column => column.Values[rows])],
        rows.GetOffsetAndLength(RowCount).Length);
}
