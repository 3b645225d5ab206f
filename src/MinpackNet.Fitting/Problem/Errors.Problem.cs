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

    public static ArgumentException FixedWithoutValue(string argument, string name) =>
        new($"{name} is fixed but has no start value to stay at. Give it one, such as (\"{name}\", 1).", argument);

    public static ArgumentException NothingFree(string argument) =>
        new("All parameters are fixed, so there is nothing to fit. Leave at least one free.", argument);

    public static ArgumentException UnknownBound(string argument, string? name, IReadOnlyList<string> names) =>
        new($"{name} cannot have bounds: the parameters are {string.Join(", ", names)}.", argument);

    public static ArgumentException RepeatedBound(string argument, string name) =>
        new($"{name} has bounds twice. Give both bounds of a parameter at once.", argument);

    public static ArgumentException BoundOrder(string argument, string name, double lower, double upper) =>
        new(
            $"The bounds of {name} are {NumberText.Exact(lower)} and {NumberText.Exact(upper)}. The lower one must be "
            + "less than the upper one, or equal to it to fix the parameter.",
            argument);

    public static ArgumentException StartOutside(
        string argument, string name, double value, double lower, double upper) =>
        new(
            $"The start value of {name} is {NumberText.Exact(value)}, outside its bounds {NumberText.Exact(lower)} and "
            + $"{NumberText.Exact(upper)}. Start within the bounds.",
            argument);

    public static ArgumentException SearchWithLoss(string argument) =>
        new(
            "FitStrategy.Search certifies minima of the sum of squares, not of a loss. Leave Loss null, or use "
            + "FitStrategy.Plain.",
            argument);

    public static ArgumentException SolverBounds(string argument) =>
        new("Bounds and losses belong to FitOptions.Bounds and FitOptions.Loss, not to its Solver.", argument);

    public static ArgumentException TooFewData(string argument, int observations, int parameters) =>
        new(
            $"There {NumberText.Are(parameters, "parameter")} to fit but only "
            + $"{NumberText.Count(observations, "observation")}. Add data or fix some of the parameters.",
            argument);

    public static ArgumentException CountsWith(string argument, string other) =>
        new(
            other == "FitStrategy.Search"
                ? "Counts has no effect with FitStrategy.Search, which certifies minima of the sum of squares. Search "
                    + "with Sigma first, the roots of the counts or 1 for small ones, and fit with Counts from there."
                : $"Counts and {other} contradict each other: the distribution of counts gives their weights. Leave "
                    + "one of them out.",
            argument);

    public static ArgumentException NoWeight(string argument, int index, double value) =>
        new(
            $"Value {index} of {argument} is {NumberText.Exact(value)}, which has no weight by such a rule. Remove "
            + "that point, pass standard deviations of your own, or for counts use FitOptions.Counts.",
            argument);

    public static ArgumentException NegativeCount(string argument, int index, double value) =>
        new(
            $"Value {index} of {argument} is {NumberText.Exact(value)}, which is no count. Remove that point, or leave "
            + "Counts out.",
            argument);

    public static ArgumentException SigmaLength(string argument, int length, int observations) =>
        new(
            $"There {NumberText.Are(length, "standard deviation")} for {NumberText.Count(observations, "observation")}"
            + ". Pass one for each, or a single one for all.",
            argument);

    public static ArgumentException SigmaValue(string argument, int index, double value) =>
        new(
            $"The standard deviation at index {index} is {NumberText.Exact(value)}. Pass positive finite values; to "
            + "give a point no weight, leave it out of x, y and Sigma.",
            argument);

    public static OperationCanceledException Canceled(string message, CancellationToken cancellation) =>
        new(message, cancellation);

    public static ArgumentOutOfRangeException Strategy(string argument, FitStrategy value) =>
        new(argument, value, "Unknown strategy. Pass Plain or Search.");

    public static KeyNotFoundException UnknownParameter(string name, IEnumerable<string> names) =>
        new($"There is no parameter {name}. The parameters are {string.Join(", ", names)}.");
}
