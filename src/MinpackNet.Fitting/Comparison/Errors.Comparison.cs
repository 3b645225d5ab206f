namespace MinpackNet.Fitting;

/// <content>Fits that cannot be compared.</content>
internal static partial class Errors
{
    public static ArgumentException TooFewFits(string argument, int count) =>
        new($"There {NumberText.Are(count, "fit")} to compare. Pass at least two.", argument);

    public static ArgumentException ModelNames(string argument, int count, int fits) =>
        new(
            $"There {NumberText.Are(count, "name")} for {NumberText.Count(fits, "fit")}. Pass one for each that is not "
            + "empty, or null for the formulas.",
            argument);

    public static ArgumentException OtherCount(string argument, int count, int expected) =>
        new(
            $"A fit has {NumberText.Count(count, "observation")} and another {expected}, so their criteria cannot be "
            + "compared. Fit the models to the same observations.",
            argument);

    public static ArgumentException OtherObservation(string argument, int index, double value, double expected) =>
        new(
            $"The observation at index {index} is {NumberText.Exact(value)} in a fit and {NumberText.Exact(expected)} "
            + "in another, so their criteria cannot be compared. Fit the models to the same observations, none of them "
            + "transformed, in the same order.",
            argument);

    public static ArgumentException OtherWeights(string argument) =>
        new(
            "The fits have different weights, so their sums of squares cannot be compared. Give all of them the same "
            + "standard deviations, all or none as absolute.",
            argument);

    public static ArgumentException LossInComparison(string argument) =>
        new(
            "A fit has a loss, whose likelihood is unknown, so there are no criteria to compare. Fit by least squares.",
            argument);

    public static ArgumentException NotSucceeded(string argument, string name, string message) =>
        new(
            $"The fit of {name} did not succeed, so its sum of squares need not be the lowest: {message} Fit it again "
            + "from another start, or search for the lowest minimum.",
            argument);

    public static ArgumentException NoResiduals(string argument, string name) =>
        new(
            $"The fit of {name} meets the observations to within rounding, so its likelihood is a matter of rounding. "
            + "There is nothing to compare: take the simplest model that does so.",
            argument);

    public static ArgumentException NoMoreParameters(string argument, int count, int simpler) =>
        new(
            $"The larger model has {NumberText.Count(count, "fitted parameter")} and the simpler one {simpler}. Pass "
            + "the simpler fit first; models with equally many parameters are compared by AICc.",
            argument);

    public static ArgumentException LargerSum(
        string argument, string larger, double sum, string simpler, double simplerSum) =>
        new(
            $"The sum of squares of {larger} is {NumberText.Plain(sum)}, larger than that of {simpler}, "
            + $"{NumberText.Plain(simplerSum)}: either it does not contain that model, or its fit is not at the lowest "
            + "minimum. Compare them by AICc without a test, or search for a lower minimum.",
            argument);

    public static ArgumentException NoneLeft(string argument) =>
        new("The larger fit has no degrees of freedom left to estimate the variance. Add observations.", argument);
}
