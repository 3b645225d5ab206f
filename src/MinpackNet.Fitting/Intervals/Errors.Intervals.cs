namespace MinpackNet.Fitting;

/// <content>Intervals and bands that cannot be computed.</content>
internal static partial class Errors
{
    public static ArgumentOutOfRangeException Level(string argument, double value) =>
        new(argument, value, "The level must be a probability between 0 and 1, such as 0.95.");

    public static ArgumentOutOfRangeException IntervalKind(string argument, IntervalKind value) =>
        new(argument, value, "Unknown kind of interval. Pass StudentT or Normal.");

    public static ArgumentOutOfRangeException ObservationSigma(string argument, double value) =>
        new(argument, value, "The standard deviation of a new observation must be positive and finite.");

    public static ArgumentException ObservationSigmaCount(string argument, int count, int points) =>
        new(
            $"There are {NumberText.Count(points, "point")}, but {NumberText.Count(count, "standard deviation")}. Pass "
            + "one for each.",
            argument);

    public static ArgumentException FixedInContour(string argument, string name) =>
        new($"{name} is fixed, so that a contour has no room. Pass a parameter that is not.", argument);

    public static ArgumentException SameInContour(string argument, string name) =>
        new($"Both parameters of the contour are {name}. Pass two.", argument);

    public static ArgumentOutOfRangeException BootstrapKind(string argument, BootstrapKind value) =>
        new(argument, value, "Unknown kind of bootstrap. Pass Residual, Case or Parametric.");

    public static ArgumentException BootstrapOfLoss(string argument, BootstrapKind value) =>
        new(
            $"With a loss, errors need not be alike, so {value} has no errors to draw. Pass Case, which draws points.",
            argument);

    public static ArgumentOutOfRangeException Samples(string argument, int value, int most) =>
        new(argument, value, $"Pass a number of samples from 2 to {NumberText.Exact(most)}, such as 2000.");

    public static ArgumentOutOfRangeException BootstrapIntervalKind(string argument, BootstrapIntervalKind value) =>
        new(argument, value, "Unknown kind of interval. Pass Percentile or Bca.");

    public static ArgumentException UnknownInQuantity(
        string argument, string? formula, string name, IReadOnlyList<string> parameters) =>
        new(
            $"{name} in {formula} is not a parameter of the fit: those are {string.Join(", ", parameters)}. Write one "
            + "of them.",
            argument);

    public static ArgumentNullException ObservationSigmaMissing(string argument) =>
        new(
            argument,
            "Each observation has its own standard deviation, so a new one needs one too. Pass it in the units of "
            + "FitOptions.Sigma.");
}
