using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>What the user says about the data sets of a file.</summary>
internal static class SetSettings
{
    /// <summary>Compares the parameters in common with those of the formula.</summary>
    /// <exception cref="InputException">They do not match.</exception>
    public static void CheckFor(FitRequest request, Formula model)
    {
        if (request.Set is null)
        {
            return;
        }

        if (!request.IsOneOfSeveral
            && request.Shared.FirstOrDefault(name => !model.ParameterNames.Contains(name)) is { } unknown)
        {
            throw new InputException(
                $"--shared: '{PlainText.Brief(unknown)}' is not a parameter of the formula. Its parameters are "
                + $"{Things.List(model.ParameterNames)}.");
        }

        if (request.Shared.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } repeated)
        {
            throw new InputException($"--shared: {PlainText.Brief(repeated.Key)} is there twice. Leave out one.");
        }
    }

    /// <summary>Refuses ties of what can only be a parameter of one data set, because a tie holds in all.</summary>
    /// <exception cref="InputException">There is one.</exception>
    public static void CheckTies(FitRequest request, Formula model)
    {
        if (request.Set is null)
        {
            return;
        }

        foreach (string name in request.Ties.SelectMany(tie => NamesIn(tie).Prepend(tie.Name)))
        {
            if (!model.ParameterNames.Contains(name)
                && model.ParameterNames.FirstOrDefault(own => name.StartsWith($"{own}_", StringComparison.Ordinal))
                    is { } own)
            {
                throw new InputException(
                    $"--tie: {PlainText.Brief(name)} is a parameter of one data set, and a tie holds in all. Write "
                    + $"{own} for {PlainText.Brief(name)}, or say it of one set with --bound, or with --fix and a "
                    + "value.");
            }
        }

        static IEnumerable<string> NamesIn(NamedQuantity tie)
        {
            try
            {
                return Formula.Parse(tie.Formula, new FormulaNames { Predictors = [] }).ParameterNames;
            }
            catch (FormulaException)
            {
                return []; // told with the formula, where it is tied
            }
        }
    }

    /// <summary>The names of the parameters of all data sets, and for each what the formula calls it.</summary>
    public static IReadOnlyDictionary<string, string> NamesOf(FitRequest request, Formula model, CsvTable table)
    {
        IReadOnlyList<string> own = model.ParameterNames;
        return GlobalFit.ParameterNames(own, request.Shared, [.. table.Groups.Select(group => group.Label)])
            .SelectMany(set => set.Zip(own))
            .Distinct()
            .OrderBy(name => !request.Shared.Contains(name.Second))
            .GroupBy(name => name.First)
            .Select(group => group.Count() == 1
                ? group.Single()
                : throw new InputException(
                    $"--set, --model: {PlainText.Brief(group.Key)} is the name of two parameters, one of the formula "
                    + "and one of a data set. Give the one of the formula another name."))
            .ToDictionary(name => name.First, name => name.Second);
    }

    /// <summary>Compares start values and bounds with all parameters.</summary>
    /// <exception cref="InputException">They do not match.</exception>
    public static void CheckAll(FitRequest request, IReadOnlyDictionary<string, string> names)
    {
        ParameterSettings settings = request.Parameters;
        if (settings.Start.Count > 0 && settings.Open([.. names.Keys]) is { } open)
        {
            throw new InputException(
                $"--start{(request.HintNames.Fixed is { } fix ? $", {fix}" : "")}: with --set, give values of all "
                + $"parameters, each for all data sets, such as {names[open]}=1, or for one, such as {open}=1, or of "
                + $"none: {open} has none.");
        }

        settings.CheckBounds([.. names.Keys]);
    }

    /// <summary>Compares the number of rows in all sets with that of parameters.</summary>
    /// <exception cref="InputException">There are too few.</exception>
    public static void CheckCount(
        string file, FitRequest request, IEnumerable<string> names, ColumnChoice columns, CsvTable table)
    {
        int sets = table.Groups.Count;
        int count = names.Count(name => !request.Parameters.IsFixed(name));
        if (table.RowCount < count)
        {
            throw LostRows.Complaint(
                $"{file}: {Things.Count(sets, "data set")} {(sets == 1 ? "has" : "have")} "
                + $"{Things.Count(count, "parameter")} to fit but only",
                columns,
                table,
                $"{(request.HintNames.Fixed is { } fix ? $"{fix} parameters, " : "")}or name more in --shared");
        }
    }

    /// <summary>Without start values, a data set must be large enough to be fitted alone.</summary>
    /// <exception cref="InputException">None is.</exception>
    public static void CheckLargest(string file, FitRequest request, Formula model, CsvTable table)
    {
        int largest = table.Groups.Max(group => group.Count);
        if (request.Parameters.Start.Count == 0 && largest <= model.ParameterNames.Count)
        {
            throw new InputException(
                $"{file}: no data set has more than {Things.Count(largest, "row")}, too few to find start values of "
                + $"{Things.Count(model.ParameterNames.Count, "parameter")} from one alone. Add --start for "
                + $"{Things.List(model.ParameterNames)}.");
        }
    }

    /// <summary>The data sets of a table whose rows are in their order.</summary>
    public static IReadOnlyList<FitDataSet> SetsOf(ColumnChoice columns, CsvTable table)
    {
        List<FitDataSet> sets = [];
        int first = 0;
        foreach ((string label, int count) in table.Groups)
        {
            Range rows = first..(first + count);
            sets.Add(new(
                DataFitter.PredictorsOf(columns.Model, [.. table.Columns.Select(column => column[rows])], count),
                table.Columns[columns.X.Length][rows],
                label,
                columns.HasSigma ? table.Columns[^1][rows] : null));
            first += count;
        }

        return sets;
    }
}
