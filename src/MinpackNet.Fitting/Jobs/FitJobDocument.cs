namespace MinpackNet.Fitting;

/// <summary>A job as it travels.</summary>
internal sealed record FitJobDocument
{
    public const int ThisFormat = 1;

    public int Format { get; init; } = ThisFormat;

    /// <summary>The version of the library; null for the one that reads it.</summary>
    public string? Library { get; init; }

    public string? Formula { get; init; }

    /// <summary>Null for x.</summary>
    public IReadOnlyList<string>? Predictors { get; init; }

    /// <summary>The parameters that are not tied, in their order; null for that of the formula.</summary>
    public IReadOnlyList<string>? Parameters { get; init; }

    /// <summary>The formulas of tied parameters by their names.</summary>
    public Dictionary<string, string>? Ties { get; init; }

    /// <summary>By the names of the parameters.</summary>
    public Dictionary<string, double>? Start { get; init; }

    public FitOptions? Options { get; init; }

    public static FitJobDocument Of(FitJob job) => new()
    {
        Library = job.Library,
        Formula = job.Formula.OwnText,
        Predictors = job.Formula.Names.Predictors,
        Parameters = job.Formula.Names.Parameters,
        Ties = job.Formula.Ties.Count == 0 ? null : job.Formula.Ties.ToDictionary(tie => tie.Name, tie => tie.Formula),
        Start = job.Start.ToDictionary(value => value.Name!, value => value.Value),
        Options = job.Options,
    };

    public Formula ToFormula()
    {
        Dictionary<string, string> ties = Ties ?? [];
        FormulaNames names = new(Predictors, Parameters is null ? null : [.. Parameters, .. ties.Keys]);
        Formula formula = Fitting.Formula.Parse(
            Formula ?? throw Errors.JobMember("json", "formula", "the right-hand side, such as \"a*exp(-k*x)\""),
            names);
        // One after the other: a tie may name a parameter that only ties before it have.
        return ties.Aggregate(formula, (tied, tie) => tied.Tie(new NamedQuantity(tie.Key, tie.Value)));
    }

    public StartValues ToStart() => StartValues.Create(
    [
        .. (Start ?? throw Errors.JobMember("json", "start", "a number for each parameter, such as {\"a\":1}"))
            .Select(value => new StartValue(value.Key, value.Value)),
    ]);
}
