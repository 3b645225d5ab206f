namespace MinpackNet.Fitting;

/// <content>The probability of an interval.</content>
internal static partial class Validate
{
    public static void Quantity(Formula formula, string[] parameters, string argument)
    {
        if (formula.ParameterNames.FirstOrDefault(name => !parameters.Contains(name)) is { } unknown)
        {
            throw Errors.UnknownInQuantity(argument, formula.Text, unknown, parameters);
        }
    }

    public static void Level(double level, string argument)
    {
        if (!(level > 0 && level < 1))
        {
            throw Errors.Level(argument, level);
        }
    }
}
