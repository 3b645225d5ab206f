namespace MinpackNet.Fitting;

/// <content>Names of models.</content>
internal static partial class Errors
{
    public static ArgumentException UnknownModel(string argument, string name, IReadOnlyList<string> names) =>
        new(
            $"'{name}' is not the name of a model: those are {string.Join(", ", names)}. Write names with + or * "
            + "between them, or a formula.",
            argument);
}
