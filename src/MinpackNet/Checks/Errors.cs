using System.Globalization;

namespace MinpackNet;

/// <content>Values that no solver can start from or work with.</content>
internal static partial class Errors
{
    public static InsufficientExecutionStackException NestedTooDeep() =>
        new(
            "The stack is nearly used up: solves are nested too deeply, or the caller is. A function that a solve "
            + "calls must not solve the same problem again without end; for deep nests that do end, use a thread with "
            + "a larger stack.");

    public static ArgumentException TooFewParameters(string argument) =>
        new(
            "At least one parameter is needed, but the start is empty. Pass a start value for each parameter.",
            argument);

    public static ArgumentException NonFiniteStart(string argument, int index, double value) =>
        new($"Start value {index} is {Show(value)}. Pass finite start values.", argument);

    public static ArgumentOutOfRangeException Count(string argument, int value, string what) =>
        new(argument, value, $"The number of {what} must be positive.");

    public static ArgumentException TooFewResiduals(string argument, int residuals, int parameters) =>
        TooFewValues(argument, residuals, parameters, "residual");

    public static ArgumentException TooFewValues(string argument, int values, int parameters, string value) =>
        new(
            $"There {Are(parameters, "parameter")} but only {Count(values, value)}. Least squares needs at least as "
            + $"many {value}s as parameters.",
            argument);

    public static ArgumentOutOfRangeException UnknownValue<T>(string argument, T value)
        where T : struct, Enum =>
        new(
            argument,
            value,
            $"Unknown {typeof(T).Name} value. Pass {string.Join(", ", Enum.GetNames<T>()[..^1])} or "
            + $"{Enum.GetNames<T>()[^1]}.");

    public static ArgumentOutOfRangeException Tolerance(string argument, double value) =>
        new(argument, value, "A tolerance must be a number that is not negative. Pass 0 or more.");

    public static ArgumentOutOfRangeException StepFactor(string argument, double value) =>
        new(argument, value, "The initial step factor must be a positive number. The usual range is 0.1 to 100.");

    public static ArgumentOutOfRangeException ResidualPrecision(string argument, double value) =>
        new(
            argument,
            value,
            "The relative error of the residuals must be a finite number. Leave it null for the default.");

    public static ArgumentException ScaleLength(string argument, int length, int parameters) =>
        new(
            $"There {Are(parameters, "parameter")} but {Count(length, "scale factor")}. Pass one factor for each "
            + "parameter.",
            argument);

    public static ArgumentException ScaleValue(string argument, int index, double value) =>
        new($"Scale factor {index} is {Show(value)}. Pass positive finite factors.", argument);

    public static NonFiniteValueException NonFiniteResidual(
        double value, int index, ReadOnlySpan<double> point, bool forDifference, OptionNames names)
    {
        string where = forDifference ? "where a finite difference was taken, at" : "at the start";
        string keep = forDifference && names.Bounds is { } bounds
            ? $", set {bounds} to keep the differences there"
            : "";
        string give = forDifference ? $",{(names.NonFiniteValues is null ? " or" : "")} give derivatives" : "";
        return new(
            $"{Capitalized(names.Value)} {index} is {Show(value)} {where} {Show(point)}. Start where "
            + $"the {names.Values} are finite{keep}{give}{OrPropagate(names)}",
            value,
            index,
            parameter: null,
            point.ToArray());
    }

    public static NonFiniteValueException NonFiniteDerivative(
        double value, int row, int column, ReadOnlySpan<double> point, OptionNames names) =>
        new(
            $"The derivative of {names.Value} {row} with respect to parameter {column} is {Show(value)} at "
            + $"{Show(point)}. Fix the Jacobian there{OrPropagate(names)}",
            value,
            row,
            column,
            point.ToArray());

    /// <remarks>The residual is unknown.</remarks>
    public static NonFiniteValueException NonFiniteProduct(
        double value, int column, ReadOnlySpan<double> point, OptionNames names) =>
        new(
            $"The transposed Jacobian times the {names.Values} is {Show(value)} for parameter {column} at "
            + $"{Show(point)}. Fix the operator's products there{OrPropagate(names)}",
            value,
            residual: -1,
            column,
            point.ToArray());

    public static OperationCanceledException Canceled(string message, CancellationToken cancellation) =>
        new(message, cancellation);

    private static string Capitalized(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    private static string OrPropagate(OptionNames names) => names.NonFiniteValues is { } policy
        ? $", or set {policy} to Propagate for MINPACK's own behavior."
        : ".";

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Show(ReadOnlySpan<double> point)
    {
        const int Most = 8;
        List<string> shown = [];
        foreach (double value in point[..Math.Min(point.Length, Most)])
        {
            shown.Add(Show(value));
        }

        if (point.Length > Most)
        {
            shown.Add("...");
        }

        return $"({string.Join(", ", shown)})";
    }

    public static ArgumentException BoundsLength(string argument, int lower, int upper, int parameters) =>
        new(
            $"There {Are(parameters, "parameter")} but {Count(lower, "lower bound")} and "
            + $"{Count(upper, "upper bound")}. Pass one number for all parameters or one for each.",
            argument);

    public static ArgumentException BoundsOrder(
        string argument, int index, double lower, double upper, bool mayFix) =>
        new(
            $"The bounds of parameter {index} are {Show(lower)} and {Show(upper)}. "
            + (double.IsNaN(lower) || double.IsNaN(upper)
                ? "Pass numbers, and infinity where there is no bound."
                : "Each lower bound must be less than its upper bound"
                    + (mayFix
                        ? ", or equal to it and finite to fix the parameter."
                        : "; leave out a parameter whose value is known.")),
            argument);

    public static ArgumentException StartOutside(
        string argument, int index, double value, double lower, double upper) =>
        new(
            $"Start value {index} is {Show(value)}, outside its bounds {Show(lower)} and {Show(upper)}. Start within "
            + "the bounds.",
            argument);
}
