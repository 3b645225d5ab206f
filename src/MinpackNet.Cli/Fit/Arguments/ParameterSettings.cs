using System.Globalization;
using System.Text.RegularExpressions;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>What the user says about the parameters.</summary>
/// <param name="Start">The start values, including those of fixed parameters.</param>
/// <param name="Fixed">The names of the fixed parameters.</param>
internal sealed partial record ParameterSettings(IReadOnlyList<StartValue> Start, IReadOnlyList<string> Fixed)
{
    /// <summary>The bounds, at most one pair for a parameter.</summary>
    public IReadOnlyList<ParameterBound> Bounds { get; init; } = [];

    /// <summary>Parses <c>--start name=value,...</c> and <c>--fix name,name=value,...</c>.</summary>
    /// <exception cref="InputException">They cannot be parsed.</exception>
    public static ParameterSettings Parse(IEnumerable<string> start, IEnumerable<string> fix)
    {
        List<StartValue> values = [];
        foreach (string item in Items(start))
        {
            string[] parts = item.Split('=', StringSplitOptions.TrimEntries);
            Add(values, "--start", parts[0], parts.Length == 2 ? parts[1] : throw NotAValue("--start", item));
        }

        List<string> names = [];
        foreach (string item in Items(fix))
        {
            string[] parts = item.Split('=', StringSplitOptions.TrimEntries);
            names.Add(parts[0]);
            if (parts.Length == 2)
            {
                Add(values, "--fix", parts[0], parts[1]);
            }
            else if (parts.Length > 2)
            {
                throw NotAValue("--fix", item);
            }
        }

        return new(values, names);
    }

    /// <summary>Whether a parameter does not move: it is fixed, or has two bounds of the same value.</summary>
    public bool IsFixed(string name) =>
        Fixed.Contains(name) || Bounds.Any(bound => bound.Name == name && bound.Lower == bound.Upper);

    /// <summary>Whether no start value was given, other than for fixed parameters.</summary>
    public bool HasNoStart => Start.All(value => Fixed.Contains(value.Name));

    /// <summary>Whether some parameters have no start value, so that those follow from the data.</summary>
    public bool LeavesOpen(IReadOnlyList<string> names) => Open(names) is not null;

    /// <summary>The first of some parameters without a start value; null for none.</summary>
    public string? Open(IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => Start.All(value => value.Name != name));

    public bool Has(string name) => Start.Any(value => value.Name == name) || Fixed.Contains(name);

    /// <summary>Compares them with the parameters of the formula.</summary>
    /// <param name="model">The formula.</param>
    /// <param name="columns">The columns of the file, for the message about a name that is none of them.</param>
    /// <param name="mayLackStarts">Whether start values may be left out one by one, not only all of them.</param>
    /// <exception cref="InputException">They do not match.</exception>
    public void CheckFor(Formula model, IReadOnlyList<string> columns, bool mayLackStarts)
    {
        IReadOnlyList<string> names = model.ParameterNames;
        if (names.Count == 0)
        {
            throw new InputException(
                "--model: the formula has no parameters. Write a name for each number to be fitted.");
        }

        string[] tied = [.. model.Ties.Select(tie => tie.Name)];
        if (Start.Select(value => value.Name!).Concat(Fixed).Concat(Bounds.Select(bound => bound.Name))
            .FirstOrDefault(tied.Contains) is { } dependent)
        {
            throw new InputException(
                $"--tie: {PlainText.Brief(dependent)} follows from other parameters, and has no start value or bounds "
                + "of its own and cannot be fixed. Leave the tie out, or the other option.");
        }

        string known = Things.List(names);
        Refuse("--fix", Fixed.FirstOrDefault(name => !names.Contains(name)), known);
        string? unknown = Start.Select(value => value.Name!).FirstOrDefault(name => !names.Contains(name));
        if (unknown is not null && Regex.IsMatch(model.ToString(), $@"\b{Regex.Escape(unknown)}\s*\("))
        {
            string name = PlainText.Brief(unknown);
            throw new InputException(
                $"--start: {name}(...) is a function in the formula. Write {name}*(...) for a product with the "
                + $"parameter {name}.");
        }

        Refuse("--start", unknown, known);
        CheckStarts(model, columns, mayBeMissing: HasNoStart || mayLackStarts);
        Refuse("--bound", Bounds.Select(bound => bound.Name).FirstOrDefault(name => !names.Contains(name)), known);
        CheckBounds(names);
    }

    /// <summary>Compares the bounds with the start, and looks for something to fit.</summary>
    /// <exception cref="InputException">They do not match, or all parameters are fixed.</exception>
    public void CheckBounds(IReadOnlyList<string> names)
    {
        foreach (ParameterBound bound in Bounds)
        {
            if (Start.Any(value => value.Name == bound.Name)
                && Start.First(value => value.Name == bound.Name).Value is var start
                && !(start >= bound.Lower && start <= bound.Upper))
            {
                throw new InputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"--start: {PlainText.Brief(bound.Name)} = {start} is outside its bounds, {bound}. Start within."));
            }
        }

        if (names.All(IsFixed))
        {
            throw new InputException(names.All(Fixed.Contains)
                ? "--fix: all parameters are fixed, so there is nothing to fit. Leave one free."
                : "--bound: all parameters are fixed, because two equal bounds leave one value, so there is nothing to "
                    + "fit. Leave one free.");
        }
    }

    /// <summary>Whether every name without a start value is meant to be a parameter without one.</summary>
    /// <exception cref="InputException">One may be a mistake, or must have a value.</exception>
    private void CheckStarts(Formula model, IReadOnlyList<string> columns, bool mayBeMissing)
    {
        IReadOnlyList<string> names = model.ParameterNames;
        string[] open = [.. names.Where(name => Start.All(value => value.Name != name))];
        if (mayBeMissing && open.Length > 0 && model.PredictorNames.Count == 0 && !open.Any(MayBeMistaken))
        {
            string[] models = [.. NamedModel.All.Select(model => model.Name)];
            string hint = names.Except(models).Select(name => Spelling.Hint(name, models)).Max() ?? "";
            throw new InputException(
                $"--model: none of {Things.List(names)} is one of the columns {Things.List(columns)}. Write x, or the "
                + "name of a column, for the predictor; a formula without one needs --start. minpack models lists "
                + $"models that have names.{hint}");
        }

        if (open.FirstOrDefault(name => !mayBeMissing || MayBeMistaken(name)) is { } missing)
        {
            string name = PlainText.Brief(missing);
            string similar = OtherCase(missing, columns);
            throw new InputException(
                Fixed.Contains(missing)
                ? $"--fix: {name} has no value. Write {name}=<value>."
                : $"--start: {name} has no start value and is not one of the columns {Things.List(columns)}. "
                + (Constant(missing, model) is { } constant ? $"{constant}, or add "
                    : model.PredictorNames.Count == 0 && similar.Length == 0
                        ? $"If {name} is the predictor, write x for it; otherwise add "
                    : "Add ")
                + $"{name}=<value>{similar}."
                + (mayBeMissing ? "" : " Or add --search, which finds starts for those without one.")
                + (columns.FirstOrDefault(column => !Formula.IsValidName(column)) is { } column
                    ? $" (For a column with a name like '{column}', write x in the formula and give --x '{column}'.)"
                    : ""));
        }

        // A column in another case, or a constant; what is fixed has no other way to its value.
        bool MayBeMistaken(string name) => Fixed.Contains(name)
            || OtherCase(name, columns).Length > 0
            || Constant(name, model) is not null;
    }

    /// <summary>What can be meant by a name that only differs from a column's in upper and lower case.</summary>
    private static string OtherCase(string name, IReadOnlyList<string> columns) =>
        columns.FirstOrDefault(column =>
            column.Equals(name, StringComparison.OrdinalIgnoreCase) && Formula.IsValidName(column)) is { } similar
            ? $", or write {PlainText.Brief(similar)} for the column {PlainText.Brief(similar)}"
        : name == "X" ? ", or write x for the column that --x names"
        : "";

    /// <summary>How to write the constant that a name without a value may stand for; null for none.</summary>
    private static string? Constant(string name, Formula model) => name switch
    {
        "e" or "E" when Regex.IsMatch(model.ToString(), $@"\b{name}\s*(\^|\*\*)") =>
            "Write exp(...) for a power of Euler's number",
        "Pi" or "PI" or "π" => "Write pi for the number",
        _ => null,
    };

    /// <summary>The parts of lists with commas.</summary>
    public static IEnumerable<string> Items(IEnumerable<string> lists) => lists.SelectMany(
        list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static void Add(List<StartValue> values, string option, string name, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || !double.IsFinite(value))
        {
            throw NotAValue(option, $"{name}={text}");
        }

        if (values.Exists(other => other.Name == name))
        {
            throw new InputException($"{option}: {PlainText.Brief(name)} has two values. Give it one.");
        }

        values.Add(new(name, value));
    }

    private static void Refuse(string option, string? name, string known)
    {
        if (name is not null)
        {
            throw new InputException(
                $"{option}: '{PlainText.Brief(name)}' is not a parameter of the formula. Its parameters are {known}.");
        }
    }

    private static InputException NotAValue(string option, string item) =>
        new($"{option}: '{PlainText.Brief(item)}' is not a name and a finite number. Write name=value, separated by "
            + "commas.");
}
