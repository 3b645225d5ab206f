namespace MinpackNet.Fitting;

/// <content>Many fits.</content>
internal static partial class Errors
{
    public static ArgumentException NullFit(string argument) =>
        new($"{argument} is null. Pass {argument} for each fit.", argument);

    public static ArgumentException FitCounts(string argument, int count, int fits) =>
        new(
            $"There {NumberText.Are(fits, "data set")} in y, but {argument} is for {count}. Pass one for each data "
            + "set, or one for all.",
            argument);

    public static ArgumentException CountsOfManyFits(string argument) =>
        new(
            "Counts is for one fit at a time. Use CurveFit.Fit, or sigma with the roots of the counts, and 1 for small "
            + "ones.",
            argument);

    public static ArgumentException StrategyOfManyFits(string argument, FitStrategy strategy) =>
        new(
            $"FitStrategy.{strategy} is for one fit at a time. Use FitStrategy.Plain here, and CurveFit.Fit for the "
            + $"fits that need {(strategy == FitStrategy.Search ? "a search" : "it")}.",
            argument);
}
