namespace MinpackNet.Fitting;

/// <content>Data, options and parameters that do not fit together.</content>
internal static partial class Errors
{
    public static ArgumentException DataLengths(string argument, int observations, int points) =>
        new(
            $"x has {NumberText.Count(points, "point")} but there {NumberText.Are(observations, "observation")}. Pass "
            + "one for each point.",
            argument);

    public static ArgumentException UnknownFixed(string argument, string name, IReadOnlyList<string> names) =>
        new($"{name} cannot be fixed: the parameters are {string.Join(", ", names)}.", argument);

    public static ArgumentException NothingFree(string argument) =>
        new("All parameters are fixed, so there is nothing to fit. Leave at least one free.", argument);

    public static ArgumentException TooFewData(string argument, int observations, int parameters) =>
        new(
            $"There {NumberText.Are(parameters, "parameter")} to fit but only "
            + $"{NumberText.Count(observations, "observation")}. Add data or fix some of the parameters.",
            argument);

    public static ArgumentException SigmaLength(string argument, int length, int observations) =>
        new(
            $"There {NumberText.Are(length, "standard deviation")} for {NumberText.Count(observations, "observation")}"
            + ". Pass one for each, or a single one for all.",
            argument);

    public static ArgumentException SigmaValue(string argument, int index, double value) =>
        new(
            $"Standard deviation {index} is {NumberText.Exact(value)}. Pass positive finite values; to give a point no "
            + "weight, leave it out of x, y and Sigma.",
            argument);

    public static OperationCanceledException Cancelled(string message) => new(message);

    public static ArgumentOutOfRangeException Strategy(string argument, FitStrategy value) =>
        new(argument, value, "Unknown strategy. Pass Plain or Search.");

    public static KeyNotFoundException UnknownParameter(string name, IEnumerable<string> names) =>
        new($"There is no parameter {name}. The parameters are {string.Join(", ", names)}.");
}
