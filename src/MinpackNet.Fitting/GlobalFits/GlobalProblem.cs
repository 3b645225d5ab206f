using System.Text.RegularExpressions;

namespace MinpackNet.Fitting;

/// <summary>Several data sets as one fit: their points one after the other, and names for their parameters.</summary>
internal sealed partial class GlobalProblem
{
    private readonly string[] _parameters;
    private readonly string[] _shared;

    public GlobalProblem(Model model, IReadOnlyList<FitDataSet> sets, IReadOnlyList<string> shared, string[] parameters)
    {
        _parameters = parameters;
        _shared = [.. shared];
        Labels = LabelsOf([.. sets.Select(set => set.Name)]);
        Model = new(model, parameters, shared, Labels);
        X = Predictors.Stacked([.. sets.Select(set => set.X)]);
        Y = [.. sets.SelectMany(set => set.Y)];
    }

    public GlobalModel Model { get; }

    /// <summary>What follows the name of a parameter of each set.</summary>
    public string[] Labels { get; }

    public Predictors X { get; }

    public double[] Y { get; }

    /// <summary>The names of the sets if they can be part of a name in a formula; numbers from 1 otherwise.</summary>
    public static string[] LabelsOf(IReadOnlyList<string?> sets)
    {
        string[] labels = [.. sets.Select((name, k) => new string(
            [.. (name ?? $"{k + 1}").Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]))];
        return labels.Distinct().Count() == labels.Length && labels.All(label => label.Length > 0)
            ? labels
            : [.. Enumerable.Range(1, labels.Length).Select(number => $"{number}")];
    }

    /// <summary>The same options for all parameters of the fit: those of a set's model hold in each set.</summary>
    /// <param name="options">Those for the model of a set, or for the names of parameters of some sets.</param>
    /// <param name="sets">The data sets, with standard deviations or without.</param>
    public FitOptions OptionsOf(FitOptions options, IReadOnlyList<FitDataSet> sets) => options with
    {
        Sigma = sets[0].Sigma is null
            ? options.Sigma
            : [.. sets.SelectMany(set => Enumerable.Range(0, set.Y.Count)
                .Select(i => set.Sigma![set.Sigma.Count == 1 ? 0 : i]))],
        Fixed = [.. options.Fixed.SelectMany(NamesOf)],
        Bounds =
        [
            .. options.Bounds.Where(bound => !IsOwn(bound.Name)),
            // A bound of one set is there instead of that of all.
            .. options.Bounds.Where(bound => IsOwn(bound.Name)).SelectMany(bound => NamesOf(bound.Name)
                .Where(name => !options.Bounds.Any(other => other.Name == name))
                .Select(name => bound with { Name = name })),
        ],
    };

    /// <summary>A start for all parameters from one for the model of a set, in which names may be of one set.</summary>
    public StartValues StartOf(StartValues start)
    {
        if (start.Any(value => value.Name is null))
        {
            return start.Count == _parameters.Length
                ? StartOf(StartValues.Create([.. start.Zip(_parameters, (v, name) => new StartValue(name, v.Value))]))
                : start;
        }

        string[] given = [.. start.Select(value => value.Name!)];
        return StartValues.Create(
        [
            .. start.Where(value => !IsOwn(value.Name!)),
            .. start.Where(value => IsOwn(value.Name!)).SelectMany(value => NamesOf(value.Name!)
                .Except(given)
                .Select(name => new StartValue(name, value.Value))),
        ]);
    }

    /// <summary>
    /// A start from the estimates of each set alone, in the order of its model: what is shared starts in the middle,
    /// and so does a set without estimates, but for the bounds.
    /// </summary>
    public StartValues StartOf(IReadOnlyList<IReadOnlyList<double>?> alone, IReadOnlyList<ParameterBound> bounds)
    {
        Dictionary<string, ParameterBound> known = bounds.ToDictionary(bound => bound.Name);
        StartValue[] start = new StartValue[Model.ParameterNames.Count];
        for (int j = 0; j < _parameters.Length; j++)
        {
            double middle = Median([.. alone.OfType<IReadOnlyList<double>>().Select(found => found[j]).Order()]);
            for (int set = 0; set < alone.Count; set++)
            {
                int place = Model.PlacesIn(set)[j];
                string name = Model.ParameterNames[place];
                double value = _shared.Contains(_parameters[j]) ? middle : alone[set]?[j] ?? middle;
                start[place] = new(
                    name, known.TryGetValue(name, out var bound) ? Math.Clamp(value, bound.Lower, bound.Upper) : value);
            }
        }

        return StartValues.Create(start);
    }

    /// <summary>The bounds in one set by the names of its model, of those of all parameters.</summary>
    public IReadOnlyList<ParameterBound> BoundsIn(int set, IReadOnlyList<ParameterBound> bounds) =>
    [
        .. Model.PlacesIn(set).SelectMany((place, j) => bounds
            .Where(bound => bound.Name == Model.ParameterNames[place])
            .Select(bound => bound with { Name = _parameters[j] })),
    ];

    /// <summary>A formula of the names of the model, tied ones too, by the names of the fit.</summary>
    public string InSet(string formula, int set)
    {
        IReadOnlyList<NamedQuantity> ties = (Model.Own as Formula)?.Ties ?? [];
        Dictionary<string, string> names = ties.ToDictionary(tie => tie.Name, tie => $"({tie.Formula})");
        // Ties may be of others, but not in a circle.
        for (int k = 0; k < ties.Count; k++)
        {
            formula = Replaced(formula, names);
        }

        Dictionary<string, string> own = _parameters.Where(IsOwn)
            .ToDictionary(name => name, name => GlobalModel.NameIn(name, Labels[set]));
        return Replaced(formula, own);
    }

    /// <summary>A formula with other names; a name before a parenthesis is that of a function.</summary>
    private static string Replaced(string formula, Dictionary<string, string> names) => Name().Replace(
        formula, match => names.GetValueOrDefault(match.Value, match.Value));

    [GeneratedRegex(@"(?<![\w.])[A-Za-z_]\w*(?!\w|\s*\()")]
    private static partial Regex Name();

    private static double Median(double[] sorted) =>
        (sorted[(sorted.Length - 1) / 2] / 2) + (sorted[sorted.Length / 2] / 2);

    private bool IsOwn(string name) => _parameters.Contains(name) && !_shared.Contains(name);

    private IEnumerable<string> NamesOf(string name) =>
        IsOwn(name) ? Labels.Select(label => GlobalModel.NameIn(name, label)) : [name];
}
