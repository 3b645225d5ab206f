using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>
/// Formulas of the parameters as the user writes them: what follows from them, and what is tied to them.
/// </summary>
internal static class QuantitySettings
{
    /// <summary>Parses <c>half=log(2)/k</c>, or a formula alone.</summary>
    /// <exception cref="InputException">It cannot be parsed.</exception>
    public static NamedQuantity Derived(string text)
    {
        NamedQuantity quantity = Split(text) ?? new(text.Trim(), text.Trim());
        try
        {
            Formula.Parse(quantity.Formula, new FormulaNames { Predictors = [] });
        }
        catch (FormulaException exception)
        {
            throw new InputException($"--derive: {PlainText.Brief(quantity.Formula)}: {FirstLine(exception)}");
        }

        return quantity;
    }

    /// <summary>Parses <c>b3=2*b1</c>.</summary>
    /// <exception cref="InputException">It has no name in front.</exception>
    public static NamedQuantity Tied(string text) => Split(text) ?? throw new InputException(
        $"--tie: '{PlainText.Brief(text)}' is not a name and a formula. Write name=formula, such as b3=2*b1.");

    /// <summary>The model with ties.</summary>
    /// <exception cref="InputException">They do not suit the model, or cannot be understood.</exception>
    public static Formula Tie(Formula model, IReadOnlyList<NamedQuantity> ties)
    {
        try
        {
            Formula tied = ties.Count == 0 ? model : model.Tie(ties);
            NamedQuantity? varying = ties.FirstOrDefault(tie => Formula
                .Parse(tie.Formula, new FormulaNames { Predictors = model.PredictorNames }).PredictorNames.Count > 0);
            return varying is null
                ? tied
                : throw new InputException(
                    $"--tie: {PlainText.Brief(varying.Name)} would vary with the predictor in "
                    + $"'{PlainText.Brief(varying.Formula)}', and a parameter has one value. Write that into --model.");
        }
        catch (FormulaException exception)
        {
            throw new InputException($"--tie: {PlainText.Brief(exception.Formula)}: {FirstLine(exception)}");
        }
        catch (ArgumentException exception)
        {
            throw InputException.Of("--tie", exception);
        }
    }

    /// <summary>Whether a quantity follows from some parameters alone.</summary>
    public static bool Follows(NamedQuantity derived, IReadOnlyList<string> known) =>
        FirstOther(derived, known) is null;

    /// <summary>Compares quantities with the parameters, tied ones among them.</summary>
    /// <exception cref="InputException">One has another name.</exception>
    /// <param name="derived">The quantities.</param>
    /// <param name="known">The names of the parameters.</param>
    /// <param name="taken">Those of quantities that belong to the model.</param>
    public static void CheckAll(
        IReadOnlyList<NamedQuantity> derived, IReadOnlyList<string> known, IEnumerable<string> taken)
    {
        string[] names = [.. known, .. taken];
        if (derived.FirstOrDefault(quantity => quantity.Name != quantity.Formula && names.Contains(quantity.Name))
            is { } repeated)
        {
            throw new InputException(
                $"--derive: {repeated.Name} is there already. Give the quantity another name.");
        }

        if (derived.Select(quantity => FirstOther(quantity, known)).FirstOrDefault(name => name is not null)
            is { } unknown)
        {
            throw new InputException(
                $"--derive: {PlainText.Brief(unknown)} is not a parameter of the formula. Its parameters are "
                + $"{Things.List(known)}.");
        }
    }

    private static string? FirstOther(NamedQuantity derived, IReadOnlyList<string> known) =>
        Formula.Parse(derived.Formula, new FormulaNames { Predictors = [] }).ParameterNames
            .FirstOrDefault(name => !known.Contains(name));

    private static NamedQuantity? Split(string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        string name = sign < 0 ? "" : text[..sign].Trim();
        // Behind == there is no formula but the rest of a comparison.
        return Formula.IsValidName(name) && !text[(sign + 1)..].StartsWith('=')
            ? new(name, text[(sign + 1)..].Trim())
            : null;
    }

    private static string FirstLine(FormulaException exception) => exception.Message.Split(Environment.NewLine)[0];
}
