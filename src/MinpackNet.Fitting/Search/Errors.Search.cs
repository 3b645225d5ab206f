namespace MinpackNet.Fitting;

/// <content>Searches and projections.</content>
internal static partial class Errors
{
    public static ArgumentException UnnamedWithoutStart(string argument) =>
        new(
            "Without start values, the parameters need names and the model steps that are known. Pass start values, or "
            + "a Formula, or Model.FromCurve<TModel>(\"a\", \"k\") with the names of all parameters.",
            argument);

    public static ArgumentException UnknownSteps(string argument) =>
        new(
            "The model compares or converts numbers, runs long loops, or calls a function that no formula has, so that "
            + "its steps are not known, and nothing suggests where its parameters are. Pass start values for all "
            + "parameters, or write it without branches.",
            argument);

    public static ArgumentException OpenStart(string argument, string name, IEnumerable<string> linear) =>
        new(
            $"{name} has no start value. Pass one; only parameters in which the formula is linear, "
            + $"{(linear.Any() ? string.Join(", ", linear) : "none here")}, need none, and those only without bounds, "
            + "losses and counts. FitStrategy.Search finds starts for all.",
            argument);
}
