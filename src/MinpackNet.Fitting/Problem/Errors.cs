using System.Globalization;

namespace MinpackNet.Fitting;

/// <summary>
/// Every exception of the library is made here, so that each names the argument, the value and what to change.
/// </summary>
internal static class Errors
{
    public static ArgumentException NoColumns(string argument) =>
        new("There are no predictors. Pass at least one column.", argument);

    public static ArgumentException ColumnName(string argument, string? name) =>
        new($"'{name}' is no name of a column, or not the only one of that name. Give each column its own.", argument);

    public static ArgumentException EmptyData(string argument) =>
        new("There are no data to fit. Pass at least as many observations as parameters.", argument);

    public static ArgumentException ColumnLength(string argument, string name, int length, int expected) =>
        new(
            $"Column '{name}' has {length} values but the first has {expected}. Pass columns of equal length.",
            argument);

    public static ArgumentException DataLengths(string argument, int observations, int points) =>
        new($"x has {points} points but there are {observations} observations. Pass one observation a point.", argument);

    public static ArgumentException NonFiniteDatum(string argument, int index, double value) =>
        new($"Value {index} of {argument} is {Show(value)}. Remove the point.", argument);

    public static ArgumentException SeveralPredictors(string argument, IReadOnlyList<string> names) =>
        new(
            $"The model is a curve of one predictor, but there are {names.Count}: {string.Join(", ", names)}. Pass "
            + "one, or write the model as a PointFunction.",
            argument);

    public static ArgumentException NoStart(string argument) =>
        new("The start is empty, but at least one parameter is needed. Pass a start value for each.", argument);

    public static ArgumentException NonFiniteStart(string argument, string name, double value) =>
        new($"The start value of {name} is {Show(value)}. Pass finite start values.", argument);

    public static ArgumentException SomeNames(string argument) =>
        new("Some start values have names and some have none. Name all of them, or none.", argument);

    public static ArgumentException RepeatedName(string argument, string name) =>
        new($"The start names {name} twice. Give each parameter one start value.", argument);

    public static ArgumentException StartCount(string argument, IReadOnlyList<string> names, int count) =>
        new(
            $"The model has {names.Count} parameters, {string.Join(", ", names)}, but there are {count} start values. "
            + "Pass one for each.",
            argument);

    public static ArgumentException StartNames(
        string argument, IReadOnlyList<string> names, string? unknown, string? missing) =>
        new(
            $"The parameters are {string.Join(", ", names)}, "
            + (unknown is null
                ? $"but {missing} has no start value. Pass one for each."
                : $"and {unknown} is none of them."),
            argument);

    public static ArgumentException UnknownFixed(string argument, string name, IReadOnlyList<string> names) =>
        new($"{name} cannot be fixed: the parameters are {string.Join(", ", names)}.", argument);

    public static ArgumentException NothingFree(string argument) =>
        new("All parameters are fixed, so there is nothing to fit. Leave at least one free.", argument);

    public static ArgumentException TooFewData(string argument, int observations, int parameters) =>
        new(
            $"There are {parameters} parameters to fit but only {observations} observations. Add data or fix some of "
            + "the parameters.",
            argument);

    public static ArgumentException SigmaLength(string argument, int length, int observations) =>
        new(
            $"There are {length} standard deviations for {observations} observations. Pass one for each, or one for "
            + "all.",
            argument);

    public static ArgumentException SigmaValue(string argument, int index, double value) =>
        new($"Standard deviation {index} is {Show(value)}. Pass positive finite values.", argument);

    public static ArgumentOutOfRangeException Strategy(string argument, FitStrategy value) =>
        new(argument, value, "This is no strategy. Pass Plain or Robust.");

    public static ArgumentOutOfRangeException Level(string argument, double value) =>
        new(argument, value, "A level is a probability between 0 and 1, such as 0.95.");

    public static ArgumentOutOfRangeException IntervalKind(string argument, IntervalKind value) =>
        new(argument, value, "This is no kind of interval. Pass StudentT or Normal.");

    public static ArgumentOutOfRangeException ObservationSigma(string argument, double value) =>
        new(argument, value, "The standard deviation of a new observation must be positive and finite.");

    public static ArgumentNullException ObservationSigmaMissing(string argument) =>
        new(
            argument,
            "The observations have standard deviations of their own, so a new one needs one too. Pass it, in the units "
            + "of FitOptions.Sigma.");

    public static KeyNotFoundException UnknownParameter(string name, IEnumerable<string> names) =>
        new($"There is no parameter {name}. The parameters are {string.Join(", ", names)}.");

    public static ArgumentException FormulaName(string argument, string? name) =>
        new(
            $"'{name}' cannot be a name in a formula. Names are letters, digits and underscores, start with no digit, "
            + "are no functions nor pi, and stand only once among parameters and predictors.",
            argument);

    public static ArgumentException UnusedParameter(string argument, string name, string formula) =>
        new($"The parameter {name} does not stand in the formula {formula}. Leave it out.", argument);

    public static ArgumentException MissingPredictor(string argument, string name, IEnumerable<string> names) =>
        new($"The formula uses {name}, but the columns are {string.Join(", ", names)}. Pass a column {name}.", argument);

    public static ArgumentException ValueCount(string argument, int count, IReadOnlyList<string> names) =>
        new($"There are {count} values for {string.Join(", ", names)}. Pass one for each.", argument);

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
