namespace MinpackNet.Fitting;

/// <content>The names in a formula, and the numbers passed to it.</content>
internal static partial class Validate
{
    public static void Ties(IReadOnlyList<NamedQuantity> ties, IReadOnlyList<string> parameters, string argument)
    {
        for (int k = 0; k < ties.Count; k++)
        {
            if (ties[k] is not { Name: { } name, Formula: not null })
            {
                throw Errors.NullEntry(argument, "name and a formula");
            }

            if (!parameters.Contains(name))
            {
                throw Errors.UnknownTie(argument, name, parameters);
            }

            if (ties.Take(k).Any(tie => tie.Name == name))
            {
                throw Errors.RepeatedTie(argument, name);
            }
        }
    }

    public static void Names(IReadOnlyList<string> predictors, IReadOnlyList<string> parameters)
    {
        Names(predictors, parameters, nameof(predictors));
        Names(parameters, predictors, nameof(parameters));
    }

    public static void Values(int count, string[] names, string kind, string argument)
    {
        if (count != names.Length)
        {
            throw Errors.ValueCount(argument, count, names, kind);
        }
    }

    private static void Names(IReadOnlyList<string> names, IReadOnlyList<string> others, string argument)
    {
        foreach (string name in names)
        {
            if (!FormulaParser.IsValidName(name) || others.Contains(name) || names.Count(other => other == name) > 1)
            {
                throw Errors.FormulaName(argument, name);
            }
        }
    }
}
