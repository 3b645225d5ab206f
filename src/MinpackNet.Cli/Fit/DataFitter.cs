using System.Diagnostics;
using System.Globalization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Turns a request into a fit.</summary>
internal static class DataFitter
{
    /// <exception cref="InputException">The request or the data cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted it.</exception>
    public static FittedData Run(FitRequest request, Streams streams, CancellationToken cancellationToken)
    {
        ProgressLine progress = new(streams.Error, streams.ShowsProgress);
        string read = request.File;
        try
        {
            Stopwatch reading = Stopwatch.StartNew();
            using CsvFile file = CsvFile.Open(request.File, streams.OpenInput, request.Format);
            ColumnChoice columns = ColumnChoice.For(file, request);
            request = request with { Shared = [.. request.Shared.Where(columns.Model.ParameterNames.Contains)] };
            CsvTable table = file.Read(
                columns.Wanted,
                columns.Sigma is null ? null : columns.Wanted.Length - 1,
                columns.Set,
                rows => progress.Show(() => string.Create(CultureInfo.InvariantCulture, $"{rows} rows read")),
                cancellationToken);
            IReadOnlyList<string> all = columns.Model.ParameterNames;
            if (columns.Set is not null && table.RowCount > 0)
            {
                table = table.Grouped();
                IReadOnlyDictionary<string, string> inSets = SetSettings.NamesOf(request, columns.Model, table);
                request = request with { Parameters = request.Parameters.InSets(inSets) };
                SetSettings.CheckAll(request, inSets);
                all = [.. inSets.Keys];
                SetSettings.CheckCount(file.Name, request, all, columns, table);
                SetSettings.CheckLargest(file.Name, request, columns.Model, table);
            }

            CheckCount(file.Name, columns, table, all, request);
            CheckSigma(file.Name, columns, table);
            table = request.Weights is { } rule
                ? WeightSettings.AddTo(file.Name, table, columns.X.Length, rule)
                : table;
            CheckCounts(file.Name, request, columns, table);
            CheckSearch(request, all);
            string[] names = [.. columns.Model.ParameterNames, .. columns.Model.Ties.Select(tie => tie.Name)];
            if (columns.Set is null)
            {
                QuantitySettings.CheckAll(request.Derived, names, NamesOf(columns.NamedModel));
            }

            foreach (ContourSettings contour in request.Contours)
            {
                contour.CheckFor(all, request.Parameters);
            }

            CheckDates(file.Name, request, columns, table);
            AnswerPlaces.CheckCurve(request, columns);
            AnswerPlaces? places = request.Answers.Predict is { } predict
                ? PredictedRows.Read(read = predict, request, columns, table, streams)
                : null;
            TimeSpan timeToRead = reading.Elapsed;

            Stopwatch fitting = Stopwatch.StartNew();
            cancellationToken.ThrowIfCancellationRequested();
            (FitResult fit, GlobalFit? global) = Fit(request, columns, table, progress, cancellationToken);
            // The fit makes the names of the parameters of sets.
            QuantitySettings.CheckAll(
                request.Derived,
                [.. names, .. fit.Parameters.Select(parameter => parameter.Name)],
                NamesOf(columns.NamedModel));
            bool goesOn = fit.Status != LeastSquaresStatus.Canceled;
            IReadOnlyList<ProfileCurve>? profiles = request.Profiles && goesOn
                ? fit.ProfileCurves(request.Level, cancellationToken: cancellationToken)
                : null;
            BootstrapResult? bootstrap = goesOn ? request.Bootstrap?.Run(fit, progress, cancellationToken) : null;
            Contour[] contours = goesOn
                ? [.. request.Contours.Select(contour =>
                    fit.ProfileContour(contour.First, contour.Second, request.Level, cancellationToken))]
                : [];
            FittedData data = new(request, file.Name, columns, table, fit, FitCost.Of(timeToRead, fitting.Elapsed))
            {
                PredictedPlaces = places,
                ParameterCurves = profiles,
                Global = global,
                Bootstrap = bootstrap,
                Contours = contours,
            };
            return profiles is null
                ? data
                : data with
                {
                    DerivedCurves = [.. data.Derived.Select(quantity => fit.ProfileCurveOf(
                        quantity, request.Level, cancellationToken: cancellationToken))],
                };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{read}: cannot be read: {exception.Message}");
        }
        finally
        {
            progress.Clear();
        }
    }

    /// <summary>The predictors, by their names in the formula.</summary>
    public static Predictors PredictorsOf(Formula model, IReadOnlyList<double[]> columns, int count) =>
        model.PredictorNames.Count == 0
            // A model without predictors needs only the number of points.
            ? Predictors.FromColumns(("row", [.. Enumerable.Range(1, count).Select(row => (double)row)]))
            : Predictors.FromColumns([.. model.PredictorNames.Zip(columns)]);

    private static IEnumerable<string> NamesOf(NamedModel? model) =>
        model?.Quantities.Select(quantity => quantity.Name) ?? [];

    private static void CheckCount(
        string file, ColumnChoice columns, CsvTable table, IReadOnlyList<string> names, FitRequest request)
    {
        int free = names.Count(name => !request.Parameters.IsFixed(name));
        if (table.RowCount < free)
        {
            throw LostRows.Complaint(
                $"{file}: there {(free == 1 ? "is" : "are")} {Things.Count(free, "parameter")} to fit but only",
                columns,
                table,
                request.HintNames.Fixed is { } fix ? $"or {fix} parameters" : "");
        }
    }

    /// <summary>Without all start values it is a search.</summary>
    /// <exception cref="InputException">An option has no effect then.</exception>
    public static void CheckSearch(FitRequest request, IReadOnlyList<string> names)
    {
        string? useless = request.Loss is not null ? "--loss"
            : request.Solver.UselessInSearch;
        if (request.Counts && request.Parameters.Start.Count > 0 && request.Parameters.LeavesOpen(names))
        {
            throw new InputException(
                "--counts: give start values of all parameters, "
                + $"{Things.List(names)}, or of none.");
        }

        if (useless is not null && request.Parameters.LeavesOpen(names))
        {
            throw new InputException(
                $"{useless} has no effect without start values, because those are searched for, and a search "
                + (request.Loss is not null
                    ? "certifies minima of the sum of squares."
                    : "has its own limits.")
                + $" Add --start for all parameters, {Things.List(names)}, or leave {useless} out.");
        }
    }

    private static void CheckCounts(string file, FitRequest request, ColumnChoice columns, CsvTable table)
    {
        double[] y = table.Columns[columns.X.Length];
        int row = request.Counts ? Array.FindIndex(y, count => count < 0) : -1;
        if (row >= 0)
        {
            throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"{file}, line {table.Lines[row]}: {y[row]} in column {PlainText.Brief(columns.Names[columns.Y])} is "
                + $"no count. Correct it or remove the row, or leave --counts out."));
        }
    }

    /// <summary>Refuses standard deviations that are too small to divide by.</summary>
    /// <exception cref="InputException">One is.</exception>
    public static void CheckSigma(string file, ColumnChoice columns, CsvTable table)
    {
        if (columns.Sigma is int sigma && table.Columns[^1].Any(value => !double.IsFinite(1 / value)))
        {
            int line = table.Lines[Array.FindIndex(table.Columns[^1], value => !double.IsFinite(1 / value))];
            throw new InputException(
                $"{file}, line {line}: the standard deviation in {PlainText.Brief(columns.Names[sigma])} is so small "
                + "that its inverse is infinite. Express it and the observations in a smaller unit.");
        }

        if (columns.Sigma is int column && table.Percentages.Contains(column) && !table.Percentages.Contains(columns.Y))
        {
            string share = $"{FileColumn.Unnamed(columns.Y)}*{FileColumn.Unnamed(column)}/100";
            throw new InputException(
                $"{file}: the standard deviations in {PlainText.Brief(columns.Names[column])} are percentages, but the "
                + $"observations are not. If they are shares of these, give --sigma \"{share}\".");
        }
    }

    /// <summary>
    /// Refuses predictors that are dates as numbers, unless the user says that they are none, and dates elsewhere.
    /// </summary>
    /// <exception cref="InputException">One is.</exception>
    public static void CheckDates(string file, FitRequest request, ColumnChoice columns, CsvTable table)
    {
        foreach (int column in columns.Wanted.Except(columns.X).Where(table.Dates.Contains))
        {
            throw new InputException(
                $"{file}: {PlainText.Brief(columns.Names[column])} has dates or times, which only a predictor can "
                + "have. Choose another column.");
        }

        foreach ((int column, double[] values) in columns.X.Zip(table.Columns)
            .Where(x => !table.Dates.Contains(x.First)))
        {
            if (request.Format.HasDates && DateNumbers.FormOf(
                columns.Names[column], values, table.Codes.Contains(column)) is { } form)
            {
                string first = values[0].ToString(CultureInfo.InvariantCulture);
                throw new InputException(
                    $"{file}, line {table.Lines[0]}: '{first}' in column {PlainText.Brief(columns.Names[column])} is a "
                    + $"date or a time ({form}), as is every value below it. Write numbers, such as the days or "
                    + "seconds since the first, or give --no-dates if these are neither dates nor times.");
            }
        }
    }

    private static (FitResult Fit, GlobalFit? Global) Fit(
        FitRequest request,
        ColumnChoice columns,
        CsvTable table,
        ProgressLine progress,
        CancellationToken cancellationToken)
    {
        FitOptions options = new()
        {
            Sigma = columns.HasSigma ? table.Columns[^1] : null,
            AbsoluteSigma = request.AbsoluteSigma,
            Fixed = request.Parameters.Fixed,
            Bounds = request.Parameters.Bounds,
            Loss = request.Loss,
            Counts = request.Counts,
            // Rows without a value are not among the points, so that only the line tells where one is.
            HintNames = request.HintNames with { Point = point => $"line {table.Lines[point]}" },
            Strategy = request.Search
                || (!request.Counts && request.Parameters.LeavesOpen(columns.Model.ParameterNames))
                ? FitStrategy.Search
                : FitStrategy.Plain,
            Solver = request.Solver.ApplyTo(new() { MaxDegreeOfParallelism = -1, Observer = Report }),
        };
        IReadOnlyList<StartValue> start = request.Parameters.Start;
        if (columns.Set is not null)
        {
            GlobalFit global = CurveFit.FitGlobal(
                columns.Model,
                SetSettings.SetsOf(columns, table),
                request.Shared,
                start.Count == 0 ? null : [.. start],
                options with { Sigma = null, Strategy = request.Search ? FitStrategy.Search : FitStrategy.Plain },
                cancellationToken);
            return (global.Fit, global);
        }

        Predictors x = PredictorsOf(columns.Model, table.Columns, table.RowCount);
        double[] y = table.Columns[columns.X.Length];
        return (
            start.Count == 0
                ? CurveFit.Fit(columns.Model, x, y, options, cancellationToken)
                : CurveFit.Fit(columns.Model, x, y, [.. start], options, cancellationToken),
            null);

        bool Report(IterationInfo iteration)
        {
            (int evaluations, double norm) = (iteration.Evaluations, iteration.ResidualNorm);
            progress.Show(() => string.Create(
                CultureInfo.InvariantCulture, $"evaluation {evaluations}, sum of squares {norm * norm:G6}"));
            return true;
        }
    }
}
