namespace MinpackNet.Fitting;

/// <summary>
/// Makes every exception of the library, so that each names the argument, the value and what to change. Each room has a
/// part of its own.
/// </summary>
internal static partial class Errors
{
    public static ArgumentException NullEntry(string argument, string what) =>
        new($"{argument} has an entry that is null or has no name. Give each a {what}, or leave it out.", argument);

    public static ArgumentException NoColumns(string argument) =>
        new("There are no predictors. Pass at least one column.", argument);

    public static ArgumentException ColumnName(string argument, string? name) =>
        new($"The column name '{name}' is empty or used twice. Give each column a name of its own.", argument);

    public static ArgumentException EmptyData(string argument) =>
        new("There are no data to fit. Pass at least as many observations as parameters.", argument);

    public static ArgumentException ColumnLength(string argument, string name, int length, int expected) =>
        new(
            $"Column '{name}' has {NumberText.Count(length, "value")} but the first has {expected}. Pass columns of "
            + "equal length.",
            argument);

    public static ArgumentException NonFiniteDatum(string argument, int index, double value) =>
        new($"Value {index} of {argument} is {NumberText.Exact(value)}. Remove that point.", argument);

    public static ArgumentException SeveralPredictors(string argument, IReadOnlyList<string> names) =>
        new(
            $"The model is a curve of one predictor, but there are {names.Count}: {string.Join(", ", names)}. Pass "
            + "one, or write the model as a SurfaceFunction.",
            argument);

    public static ArgumentException WithoutSet(string argument) =>
        new(
            "The fit is one of several data sets, and these predictors do not tell of which. Use Predict and "
            + "ConfidenceBand of the GlobalFit, which take the number of the set.",
            argument);

    public static ArgumentException NoStart(string argument) =>
        new("The start is empty. Pass a start value for each parameter; a model needs at least one.", argument);

    public static ArgumentException NonFiniteStart(string argument, string name, double value) =>
        new($"The start value of {name} is {NumberText.Exact(value)}. Pass finite start values.", argument);

    public static ArgumentException SomeNames(string argument) =>
        new("Some start values have names and some do not. Name all of them or none.", argument);

    public static InsufficientExecutionStackException NestedTooDeep() =>
        new(
            "The stack is nearly used up: fits are nested too deeply, or the caller is. A model must not fit itself "
            + "again without end; for deep nests that do end, use a thread with a larger stack.");

    public static ArgumentException RepeatedName(string argument, string name) =>
        new($"The start names {name} twice. Give each parameter one start value.", argument);

    public static ArgumentException StartCount(
        string argument, IReadOnlyList<string> names, int count, bool hasPredictors) =>
        new(
            names.Count == 0
                ? $"The model has no parameters, but there {NumberText.Are(count, "start value")}. Pass a model with "
                    + "some."
                : $"The model has {NumberText.Count(names.Count, "parameter")}, {string.Join(", ", names)}, but there "
                    + $"{NumberText.Are(count, "start value")}. Pass one for each parameter"
                    + (hasPredictors || count > names.Count ? "." : OrPredictor(names[^1])),
            argument);

    public static ArgumentException StartNames(
        string argument,
        IReadOnlyList<string> names,
        string? unknown,
        string? missing,
        bool hasPredictors,
        bool isFunction) =>
        new(
            $"The parameters are {string.Join(", ", names)}, "
            + (unknown is null
                ? $"but {missing} has no start value. Pass one for each parameter"
                    + OrConstant(missing)
                    + (hasPredictors ? "." : OrPredictor(missing!))
                : isFunction
                ? $"and {unknown}(...) is a function. Write {unknown}*(...) for a product with the parameter {unknown}."
                : $"and {unknown} is not one of them. Remove it or correct its name."),
            argument);

    private static string OrConstant(string? name) => name switch
    {
        "e" or "E" => ", or write exp(1) for Euler's number",
        "Pi" or "PI" or "π" => ", or write pi for the number",
        _ => "",
    };

    /// <summary>What to do where a model without predictors may have taken one for a parameter.</summary>
    private static string OrPredictor(string name) =>
        $"; if {name} is a predictor, name it when parsing: Formula.Parse(\"...\", [\"{name}\"]).";
}
