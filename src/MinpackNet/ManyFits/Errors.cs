namespace MinpackNet;

/// <content>Many fits.</content>
internal static partial class Errors
{
    public static ArgumentOutOfRangeException FitCount(string argument, int value) =>
        new(argument, value, "The number of fits must not be negative.");

    public static ArgumentOutOfRangeException TooManyFits(string argument, int value, long most) =>
        new(argument, value, $"A batch of fits of this shape holds at most {Count((int)most, "fit")}. Run several.");

    public static ArgumentOutOfRangeException FitIndex(string argument, int value, int fits) =>
        new(argument, value, $"There {Are(fits, "fit")}, numbered from 0.");

    public static ArgumentException FitData(string argument, int length, int fits) =>
        new(
            $"There {Are(length, "data value")} for {Count(fits, "fit")}. Pass the same number of values for each fit, "
            + "one fit after the other.",
            argument);

    public static ArgumentException FastInLanes(string argument) =>
        new(
            "Fits in lanes support exact arithmetic only. Leave Arithmetic at Exact; the speed comes from the lanes.",
            argument);

    public static InvalidOperationException FitsInUse() =>
        new("Another run is using this batch. Make one for each run.");

    public static ArgumentException ObserverOfManyFits(string argument) =>
        new("An observer cannot tell many fits apart. Leave it null, and pass progress to follow them.", argument);

    public static ArgumentException ShortResults(string argument, int length, int numbers) =>
        new(
            $"There is room for {Count(length, "result")} of {Count(numbers, "number")}. Pass a span that is as long.",
            argument);

    public static ArgumentException OverlappingResults(string argument) => new(
        "A part of the memory for results is that of other numbers, which would change before they are used. Pass "
        + "the same span for both, or memory of its own.",
        argument);

    public static ArgumentException ExponentCount(string argument, int exponents, int numbers) => new(
        $"There are {Count(exponents, "exponent")} for {Count(numbers, "number")}. Pass one for each number.",
        argument);

    public static NotSupportedException BatchFromJson() =>
        new("A FitBatch cannot be read from JSON. Make one with its constructor and run FitMany.");
}
