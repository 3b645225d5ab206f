using System.Text.RegularExpressions;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>The formula to fit and the columns that go into it.</summary>
/// <param name="Names">The names of all columns of the file.</param>
/// <param name="Model">The formula.</param>
/// <param name="X">The columns of its predictors, in the order of <see cref="Formula.PredictorNames"/>.</param>
/// <param name="Y">The column of the observations.</param>
/// <param name="Sigma">The column of standard deviations; null for none.</param>
/// <param name="Notes">Which columns are left unused, or not meant, although their names suggest it.</param>
internal sealed record ColumnChoice(
    string[] Names, Formula Model, int[] X, int Y, int? Sigma, IReadOnlyList<string> Notes)
{
    private const string Argument = "x";
    private const string Observation = "y";
    private const string Constant = "pi";

    /// <summary>The model as one that has a name; null for a formula.</summary>
    public NamedModel? NamedModel { get; private init; }

    /// <summary>Whether the table has standard deviations as its last column.</summary>
    public bool HasSigma => SigmaName is not null;

    /// <summary>The column of standard deviations, or the rule that gives them; null for none.</summary>
    public string? SigmaName { get; private init; }

    /// <summary>The column that tells the data set of a row; null for a single set.</summary>
    public int? Set { get; private init; }

    /// <summary>The column that tells the group of a row, each fitted by itself; null for a single fit.</summary>
    public int? By { get; private init; }

    /// <summary>The number of columns that are in the file; those behind them follow from them.</summary>
    public int Own { get; private init; }

    /// <summary>Whether a column follows from others by a formula.</summary>
    public bool IsComputed(int column) => column >= Own;

    /// <summary>The columns to read: predictors, observations, standard deviations.</summary>
    public int[] Wanted => Sigma is int sigma ? [.. X, Y, sigma] : [.. X, Y];

    /// <summary>
    /// In the formula, a name with a start value is a parameter, the name of a column is a predictor, and x is always a
    /// predictor. The columns of x and of the observations are chosen by <see cref="Candidates"/>.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="request">What the user says about them.</param>
    /// <exception cref="InputException">
    /// The formula or a name cannot be used, they do not fit together, or several columns could be meant.
    /// </exception>
    public static ColumnChoice For(CsvFile file, FitRequest request)
    {
        string[] names = [.. file.Columns.Select(column => column.Name)];
        NamedModel? known = NamedOf(request, names);
        Formula untied = known?.Formula ?? Parse(request, names);
        SetSettings.CheckTies(request, untied);
        Formula model = QuantitySettings.Tie(untied, request.Ties);
        ParameterSettings settings = request.Set is null
            ? request.Parameters
            : request.Parameters.OfModel(model.ParameterNames);
        // Start values of single sets are counted when the sets are known.
        settings.CheckFor(
            model, names, mayLackStarts: request.Search || settings.Start.Count < request.Parameters.Start.Count);
        bool hasX = model.PredictorNames.Contains(Argument);
        if (request.X is not null && !hasX)
        {
            throw new InputException("--x has no effect, because there is no x in the formula. Leave it out.");
        }

        int? sigma = Named(file, request.Sigma, "--sigma");
        int? set = Named(file, request.Set, "--set");
        int? by = Named(file, request.By, "--by");
        SetSettings.CheckFor(request, model);
        int? givenX = Named(file, request.X, "--x");
        (int? givenY, int? ofMeans) = Observations(file, request);
        if (sigma is int named)
        {
            int[] others =
            [
                .. new[] { set, by, givenX }.OfType<int>(),
                .. model.PredictorNames.Where(name => name != Argument).Select(name => Array.IndexOf(names, name)),
            ];
            sigma = file.Computed.ErrorsOf(named)
                ?? (IsObserved(file, named, givenY, needsX: hasX && givenX is null, others)
                    ? file.Computed.Add(new ColumnErrors(names[named], named))
                    : named);
        }

        sigma ??= ofMeans;
        givenX ??= hasX ? JoinedX(file, [.. new[] { sigma, set, by, givenY }.OfType<int>()], givenY is null) : null;
        request.Where.ToList().ForEach(file.Computed.AddCondition);
        names = [.. file.Columns.Select(column => column.Name)];
        bool[] areErrors = ErrorColumn.Among(names);
        int[] taken =
        [
            .. model.PredictorNames.Where(name => name != Argument).Select(name => Array.IndexOf(names, name)),
            .. new[] { sigma, set, by, givenX, givenY }.OfType<int>(),
            .. new[] { givenX, givenY }.OfType<int>().SelectMany(column => file.Computed[column]?.Columns ?? []),
            // The standard deviations may follow from the observations.
            .. (sigma is int weight ? file.Computed[weight]?.Columns ?? [] : []).Where(column => areErrors[column]),
        ];
        Candidates candidates = new(file, taken);
        int? chosenX = givenX ?? (hasX ? candidates.NamedArgument(Argument) : null);
        int y = givenY
            ?? candidates.Observations(Observation, Argument, chosenX, argumentIsFirst: hasX && chosenX is null);
        int argument = !hasX ? -1 : chosenX ?? candidates.Argument(Observation, y);
        int[] x = [.. model.PredictorNames.Select(name =>
            name == Argument ? argument : Array.IndexOf(names, name))];
        candidates.CheckNames(
        [
            .. x.Where(column => column != argument).Select(column => (column, (string?)null)),
            .. hasX && givenX is null ? [(argument, "--x")] : ((int, string?)[])[],
            .. givenY is null ? [(y, "--y")] : ((int, string?)[])[],
        ]);
        if (givenX is null && hasX)
        {
            candidates.CheckOrder(argument, y, Argument, Observation, yIsGiven: givenY is not null);
        }

        if (sigma is int errors)
        {
            candidates.CheckSigma(errors, x, y);
        }

        return !x.Contains(y) && y != sigma && y != set && y != by
            ? new(
                names,
                model,
                x,
                y,
                sigma,
                [.. Shadowed(names, model), .. candidates.Unused(x, y, sigma, set ?? by, model.ParameterNames)])
            {
                NamedModel = known,
                Own = file.Computed.Own,
                Set = set,
                By = by,
                SigmaName = sigma is int place ? names[place]
                    : request.Weights is { } rule ? WeightSettings.NameOf(rule)
                    : null,
            }
            : throw new InputException(
                $"The column {PlainText.Brief(names[y])} cannot be fitted, because it has another role in the fit. "
                + "Choose another --y.");
    }

    /// <summary>
    /// Whether a column for the standard deviations can only be that of the observations, whose values have errors
    /// beside them then, if from some row on.
    /// </summary>
    private static bool IsObserved(CsvFile file, int column, int? givenY, bool needsX, int[] taken) =>
        column < file.Computed.Own && (givenY is int y
            ? y == column
            : Enumerable.Range(0, file.Computed.Own).Except([column, .. taken])
                .Count(other => file.Columns[other].HasNumbers) <= (needsX ? 1 : 0));

    /// <summary>The model that a name stands for, unless it is that of a column or of a parameter.</summary>
    private static NamedModel? NamedOf(FitRequest request, string[] names) =>
        Fitting.NamedModel.IsName(request.Model)
        && !request.Model.Split('+', '*').Any(name =>
            names.Contains(name.Trim()) || request.Parameters.Has(name.Trim()))
            ? Fitting.NamedModel.Parse(request.Model)
            : null;

    private static Formula Parse(FitRequest request, string[] names)
    {
        if (names.Contains(Constant) && request.X != Constant && Regex.IsMatch(request.Model, $@"\b{Constant}\b"))
        {
            throw new InputException(
                $"--model: {Constant} is a number, but there is a column {Constant} as well. Rename the column, or "
                + $"write x for it and give --x {Constant}.");
        }

        string[] predictors = [.. names
            .Append(Argument)
            .Distinct()
            .Where(name => Formula.IsValidName(name) && !request.Parameters.Has(name))];
        try
        {
            return Formula.Parse(request.Model, new FormulaNames { Predictors = predictors });
        }
        catch (FormulaException exception)
        {
            // The first line says what is wrong and where; the others show it.
            throw new InputException($"--model: {exception.Message.Split(Environment.NewLine)[0]}");
        }
    }

    /// <summary>Notes on parameters that a reader may take for columns.</summary>
    private static IEnumerable<string> Shadowed(string[] names, Formula model) =>
        from name in model.ParameterNames.Intersect(names)
        let brief = PlainText.Brief(name)
        select $"{brief} in the formula is a parameter, because it has a start value, and not the column {brief}";

    /// <summary>The column that --y names, with that of the standard deviations for the means of several.</summary>
    private static (int? Y, int? Sigma) Observations(CsvFile file, FitRequest request)
    {
        string[] parts = [.. (request.Y ?? "").Split(',').Select(part => part.Trim())];
        int?[] columns = [.. parts.Select(part => OfFile(file, part))];
        if (parts.Length < 2 || OfFile(file, request.Y!) is not null || columns.Contains(null))
        {
            return request.Means
                ? throw new InputException(
                    "--means has no effect without several columns for --y. Name them, such as --y y1,y2,y3, or leave "
                    + "it out.")
                : (Named(file, request.Y, "--y"), null);
        }

        int[] replicates = [.. columns.Select(column => column!.Value)];
        Candidates candidates = new(file, []);
        candidates.CheckNames([.. replicates.Zip(parts)
            .Where(one => file.Columns[one.First].Name == one.Second)
            .Select(one => (one.First, (string?)"--y"))]);
        string text = string.Join(',', replicates.Select(column => file.Columns[column].Name));
        return replicates.Distinct().Count() < replicates.Length
                ? throw new InputException($"--y: '{PlainText.Brief(request.Y!)}' has a column twice. Name each once.")
            : !request.Means ? (file.Computed.Add(new EachReplicate(text, replicates)), null)
            : request.Sigma is not null || request.Weights is not null
                ? throw new InputException(
                    $"--means has weights of its own, and {(request.Sigma is null ? "--weights" : "--sigma")} gives "
                    + "others. Leave one of them out.")
            : (file.Computed.Add(new ReplicateMean($"mean of {text}", replicates)),
                file.Computed.Add(new ReplicateError(text, replicates)));
    }

    /// <summary>The column of a file by its name, or else by its place.</summary>
    private static int? OfFile(CsvFile file, string name)
    {
        int index = FileColumn.Find(file.Columns, name);
        return index < 0 ? null : index;
    }

    /// <summary>
    /// The column of dates with the one of times behind it, added to those of the file, where no other is left for x;
    /// null elsewhere.
    /// </summary>
    private static int? JoinedX(CsvFile file, int[] taken, bool needsY)
    {
        int numbers = Enumerable.Range(0, file.Columns.Length).Except(taken).Count(index =>
            file.Columns[index] is { HasNumbers: true, Kind: ColumnKind.Quantity or ColumnKind.Constant });
        return numbers <= (needsY ? 1 : 0) && DateAndTime.In(file.Columns) is { } both ? file.Computed.Add(both) : null;
    }

    /// <summary>
    /// The column that an option names, by its name or else by its place as c1, c2, ..., or one that follows from
    /// others by a formula.
    /// </summary>
    private static int? Named(CsvFile file, string? name, string option)
    {
        if (name is null)
        {
            return null;
        }

        int index = OfFile(file, name) ?? -1;
        string complaint = "";
        if (index < 0 && option is not ("--set" or "--by")
            && file.Computed.Add(name, out complaint) is int computed)
        {
            return computed;
        }

        Candidates candidates = new(file, []);
        return index < 0
                ? throw new InputException(
                    $"{option}: there is no column '{PlainText.Brief(name)}'.{complaint} The columns are "
                    + $"{Things.List(file.Columns.Select(column => column.Name))}.")
            : file.Columns[index].Name == name && candidates.IsRepeated(index)
                ? throw candidates.SameName(index, option)
            : index;
    }
}
