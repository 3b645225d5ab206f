namespace MinpackNet.Fitting;

/// <content>Searches and projections.</content>
internal static partial class Errors
{
    public static ArgumentException OpenStart(string argument, string name, IEnumerable<string> linear) =>
        new(
            $"{name} has no start value. Pass one; only parameters in which the formula is linear, "
            + $"{(linear.Any() ? string.Join(", ", linear) : "none here")}, need none, and those only without bounds, "
            + "losses and counts. FitStrategy.Search finds starts for all.",
            argument);
}
