using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MinpackNet.Fitting;

/// <summary>
/// A model that has a name, or a sum or product of some: a formula, and the quantities that people read off it.
/// </summary>
/// <remarks>
/// <c>NamedModel.Parse("gaussian + linear")</c> is
/// <c>height*exp(-(x - center)^2/(2*sigma^2)) + slope*x + intercept</c>. Terms with a parameter of the same name are
/// numbered, and so are all their parameters, as in <c>height1</c> and <c>height2</c> of two peaks. Of the factors of a
/// product only the first keeps its amplitude. Of terms of a kind, a fit without start values for them has peaks
/// and steps from left to right, and decays from fast to slow.
/// <see cref="All"/> lists them; their formulas need no start values.
/// </remarks>
[DebuggerDisplay("{Name}: {Formula}")]
public sealed partial class NamedModel
{
    private NamedModel(
        string name,
        string description,
        string formula,
        IReadOnlyList<NamedQuantity> quantities,
        IReadOnlyList<Exchange> exchanges)
    {
        Name = name;
        Description = description;
        Formula = Formula.Parse(formula).With(exchanges);
        Quantities = quantities;
    }

    /// <summary>All models that have a name of their own, by kind.</summary>
    public static IReadOnlyList<NamedModel> All { get; } = [.. ModelTable.Rows.Select(row => Of([(row, "")]))];

    /// <summary>The name, or the names with their signs.</summary>
    public string Name { get; }

    /// <summary>What it is for.</summary>
    public string Description { get; }

    /// <summary>The model as a formula of x.</summary>
    public Formula Formula { get; }

    /// <summary>
    /// The quantities that follow from its parameters; <c>FitResult.Derive</c> gives them with their errors.
    /// </summary>
    public IReadOnlyList<NamedQuantity> Quantities { get; }

    /// <summary>The model of a name, or a sum or product of some.</summary>
    /// <param name="names">Such as <c>gaussian + linear</c>; upper and lower case are alike.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">
    /// A name is unknown, or there is something else than names, + and *.
    /// </exception>
    public static NamedModel Parse(string names)
    {
        ArgumentNullException.ThrowIfNull(names);
        string[][] terms = [.. names.Split('+').Select(term => term.Split('*', StringSplitOptions.TrimEntries))];
        string? unknown = terms.SelectMany(term => term).FirstOrDefault(name => ModelTable.Row(name) is null);
        if (unknown is not null)
        {
            throw Errors.UnknownModel(nameof(names), unknown, [.. ModelTable.Rows.Select(row => row.Name)]);
        }

        (ModelRow Row, string Sign)[] parts =
            [.. terms.SelectMany(term => term.Select((name, k) => (ModelTable.Row(name)!, k == 0 ? "+" : "*")))];
        return Of(parts);
    }

    /// <summary>Whether a text is nothing but names of models, with + and * between them.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True if <see cref="Parse"/> takes it.</returns>
    public static bool IsName(string? text) =>
        text?.Split('+', '*').All(name => ModelTable.Row(name.Trim()) is not null) == true;

    /// <summary>The name and the formula.</summary>
    public override string ToString() => $"{Name}: {Formula}";

    private static NamedModel Of((ModelRow Row, string Sign)[] parts)
    {
        string name = "";
        string description = "";
        string formula = "";
        List<NamedQuantity> quantities = [];
        for (int k = 0; k < parts.Length; k++)
        {
            (ModelRow row, string sign) = parts[k];
            bool isFactor = sign == "*";
            string number = NumberOf(parts, k);
            string own = isFactor && row.Amplitude is { } amplitude
                ? Word().Replace(row.Formula, match => match.Value == amplitude ? "1" : match.Value)
                : row.Formula;
            string text = Renamed(own, row, number);
            bool isProduct = isFactor || (k + 1 < parts.Length && parts[k + 1].Sign == "*");
            formula += k == 0 ? "" : isFactor ? "*" : " + ";
            formula += isProduct ? $"({text})" : text;
            name += k == 0 ? row.Name : $"{(isFactor ? "*" : " + ")}{row.Name}";
            description += k == 0 ? row.Description : $"{(isFactor ? ", times " : ", and ")}{row.Description}";
            quantities.AddRange(row.Quantities
                .Where(quantity => !(isFactor && Uses(quantity, row.Amplitude)))
                .Select(quantity =>
                    new NamedQuantity(quantity.Name + number, Renamed(quantity.Formula, row, number))));
        }

        return new(name, description, formula, quantities, Exchanges(parts));
    }

    /// <summary>What may trade places: in a part, and the terms of a kind.</summary>
    private static List<Exchange> Exchanges((ModelRow Row, string Sign)[] parts)
    {
        List<Exchange> exchanges = [];
        string[] numbers = [.. parts.Select((_, k) => NumberOf(parts, k))];
        for (int k = 0; k < parts.Length; k++)
        {
            ModelRow row = parts[k].Row;
            exchanges.AddRange(row.Exchanges.Select(own => new Exchange(
                [.. own.Pairs.Select(pair => (pair.First + numbers[k], pair.Second + numbers[k]))],
                [.. own.Turned.Select(name => name + numbers[k])])));
            for (int other = k + 1; other < parts.Length && row.Order is (var order, var isFalling); other++)
            {
                if (parts[other].Row == row && IsTerm(parts, k) && IsTerm(parts, other))
                {
                    (string low, string high) = isFalling ? (numbers[other], numbers[k]) : (numbers[k], numbers[other]);
                    exchanges.Add(new([.. row.Parameters.OrderByDescending(name => name == order)
                        .Select(name => (name + low, name + high))]));
                }
            }
        }

        return exchanges;
    }

    /// <summary>Whether a part is a term of its own, without other factors.</summary>
    private static bool IsTerm((ModelRow Row, string Sign)[] parts, int k) =>
        parts[k].Sign == "+" && (k + 1 == parts.Length || parts[k + 1].Sign == "+");

    private static string NumberOf((ModelRow Row, string Sign)[] parts, int k) => IsShared(parts, k)
        ? $"{1 + Enumerable.Range(0, k).Count(before => IsShared(parts, before))}"
        : "";

    /// <summary>Whether another part has a parameter of the same name.</summary>
    private static bool IsShared((ModelRow Row, string Sign)[] parts, int k) =>
        parts.Where((_, other) => other != k)
            .Any(other => other.Row.Parameters.Intersect(parts[k].Row.Parameters).Any());

    private static bool Uses(NamedQuantity quantity, string? parameter) =>
        Word().Matches(quantity.Formula).Any(word => word.Value == parameter);

    private static string Renamed(string formula, ModelRow row, string number) => Word().Replace(
        formula, match => row.Parameters.Contains(match.Value) ? match.Value + number : match.Value);

    [GeneratedRegex(@"[A-Za-z_]\w*(?!\w*\()")]
    private static partial Regex Word();
}
