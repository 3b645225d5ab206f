namespace MinpackNet.Fitting;

/// <content>Models written for any number type.</content>
internal static partial class Errors
{
    public static ArgumentException NoParameterNames(string argument) =>
        new("The model has no parameters. Pass a name for each, such as \"a\", \"k\".", argument);

    public static ArgumentException ParameterName(string argument, string? name) =>
        new(
            $"The parameter name '{name}' is empty or used twice. Give each parameter a name of its own.", argument);
}
