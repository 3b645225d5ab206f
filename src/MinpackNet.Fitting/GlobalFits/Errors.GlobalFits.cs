namespace MinpackNet.Fitting;

/// <content>Global fits.</content>
internal static partial class Errors
{
    public static ArgumentException NoSets(string argument) =>
        new($"{argument} is empty. Pass at least one data set.", argument);

    public static ArgumentException NullSet(string argument, int set) =>
        new($"Data set {set} of {argument} is null, or its X or Y is. Pass both for each set.", argument);

    public static ArgumentException SetLengths(string argument, string name, int observations, int points) =>
        new(
            $"Data set {name} has {NumberText.Count(observations, "observation")} at "
            + $"{NumberText.Count(points, "point")}. Pass one for each point.",
            argument);

    public static ArgumentException SetColumns(
        string argument, string name, IEnumerable<string> columns, IEnumerable<string> expected) =>
        new(
            $"Data set {name} has the predictors {string.Join(", ", columns)}, and the first set has "
            + $"{string.Join(", ", expected)}. Pass the same in the same order.",
            argument);

    public static ArgumentException SomeSigmas(string argument, string name) =>
        new(
            $"Some data sets have Sigma and {name} has none. Pass the standard deviations of all sets or of none; 1 is "
            + "a weight of one.",
            argument);

    public static ArgumentException TwoSigmas(string argument) =>
        new("Both the data sets and the options have Sigma. Leave out one.", argument);

    public static ArgumentException UnknownShared(string argument, string? name, IEnumerable<string> names) =>
        new(
            $"'{name}' is not a parameter of the model, whose parameters are {string.Join(", ", names)}. Remove it "
            + $"from {argument}, or correct its name.",
            argument);

    public static ArgumentException RepeatedShared(string argument, string name) =>
        new($"{argument} has {name} twice. Leave out one.", argument);

    public static ArgumentException NamesOfSets(string argument, string name) =>
        new(
            $"{name} is the name of two parameters: one of the model, and one of a data set. Rename the one of the "
            + "model, or the set.",
            argument);

    public static ArgumentException NoNames(string argument) =>
        new(
            "The model's parameters have no names, and neither have the start values. Name these, such as "
            + "[(\"a\", 1), (\"k\", 0.5)], to say which the data sets have in common.",
            argument);

    public static ArgumentException SmallSets(string argument, int parameters) =>
        new(
            $"No data set has more points than the {parameters} parameters of the model, so that none can be fitted "
            + "alone to find start values. Pass start values.",
            argument);

    public static ArgumentException StartOfSets(string argument) =>
        new(
            "Only a formula, or a model for any number type whose parameters have names, can be fitted without start "
            + "values. Pass start values, or write the model so.",
            argument);
}
