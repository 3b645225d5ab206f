using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>A quantity that the user wants derived from the parameters.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Formula">How it follows from the parameters.</param>
internal sealed record DerivedSettings(string Name, string Formula)
{
    /// <summary>Parses <c>half=log(2)/k</c>, or a formula alone.</summary>
    /// <exception cref="InputException">It cannot be parsed.</exception>
    public static DerivedSettings Parse(string text)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        string name = sign < 0 ? "" : text[..sign].Trim();
        // Behind ==, <= or >= there is no formula but the rest of a comparison.
        bool isNamed = Fitting.Formula.IsValidName(name) && !text[(sign + 1)..].StartsWith('=');
        DerivedSettings derived = isNamed ? new(name, text[(sign + 1)..].Trim()) : new(text.Trim(), text.Trim());
        try
        {
            Fitting.Formula.Parse(derived.Formula, new FormulaNames { Predictors = [] });
        }
        catch (FormulaException exception)
        {
            throw new InputException(
                $"--derive: {PlainText.Brief(derived.Formula)}: {exception.Message.Split(Environment.NewLine)[0]}");
        }

        return derived;
    }

    /// <summary>Compares it with the parameters of the model.</summary>
    /// <exception cref="InputException">It has another name.</exception>
    public void CheckFor(Formula model)
    {
        Formula quantity = Fitting.Formula.Parse(Formula, new FormulaNames { Predictors = [] });
        if (quantity.ParameterNames.FirstOrDefault(name => !model.ParameterNames.Contains(name)) is { } unknown)
        {
            throw new InputException(
                $"--derive: {PlainText.Brief(unknown)} is not a parameter of the formula. Its parameters are "
                + $"{Things.List(model.ParameterNames)}.");
        }
    }

    /// <summary>The quantity of a fit.</summary>
    public DerivedQuantity Of(FitResult fit, double level) => fit.Derive(Formula, Name, level);
}
