namespace MinpackNet.Fitting;

/// <summary>What may help, each as part of a sentence; null for what does not exist here or is already done.</summary>
internal sealed class Hints(FitOptions options, int freeCount)
{
    private readonly HintNames _names = options.HintNames;
    private readonly bool _searches = options.Strategy == FitStrategy.Search;

    public string? Search => _searches ? null : With("use ", _names.Search);

    /// <summary>A search chooses the steps and the limit on evaluations itself.</summary>
    public string? ShorterFirstStep => _searches ? null : With("set ", _names.InitialStepFactor, " to 1 or 0.1");

    /// <inheritdoc cref="ShorterFirstStep"/>
    public string? MoreEvaluations => _searches ? null : With("raise ", _names.MaxEvaluations);

    public string? TighterTolerances => _searches ? null : With("tighten ", _names.Tolerances);

    public string? WiderTolerances => With("the solver converges with 1e-12 for ", _names.Tolerances);

    public string? NoScale => With("leave ", _names.ParameterScale, " out, so that the solver scales by the effects");

    public string? Scale => With("set ", _names.ParameterScale, " to the inverse of the parameters' typical sizes");

    public string? AbsoluteSigma => With("give absolute standard deviations by ", _names.AbsoluteSigma);

    public string? WiderBounds => With("if such values make sense, widen ", _names.Bounds);

    public string? Attempts => With("see ", _names.Attempts);

    public string? Precision(string value) => With("set ", _names.ResidualPrecision, $" to {value}");

    /// <summary>What to call a point, by its index from 0.</summary>
    public string Point(int index) => _names.Point(index);

    /// <summary>The last free parameter cannot be fixed.</summary>
    public string? Fix(string which) => freeCount < 2 ? null : With($"fix {which} by ", _names.Fixed);

    /// <summary>A sentence of alternatives; empty without any.</summary>
    public static string OneOf(params IEnumerable<string?> ways)
    {
        string[] known = [.. ways.OfType<string>()];
        string text = known.Length switch
        {
            0 => "",
            1 => known[0],
            2 => $"{known[0]}, or {known[1]}",
            _ => $"{string.Join(", ", known[..^1])}, or {known[^1]}",
        };
        return text.Length == 0 ? "" : $" {char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    private static string? With(string before, string? name, string after = "") =>
        name is null ? null : $"{before}{name}{after}";
}
