using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.Hints;
using static MinpackNet.Fitting.NumberText;

namespace MinpackNet.Fitting;

/// <summary>Checks whether the residuals at a minimum are noise, and what else they show.</summary>
internal static class ResidualChecks
{
    // Where so little of the variation is left, residuals in order tell of a refinement rather than of another minimum.
    private const double WellExplained = 0.9;

    // In standard deviations of noise: of 7800 fits of the right model to noisy data, one was below; of poor minima
    // with 60 points, two thirds are. Few points cannot be, but the exact probability of their order can be as low.
    private const double LeastOrder = -3.5;
    private const double LeastChance = 2.3e-4;
    private const int LeastForOrder = 7;

    // A refinement is worth a word where there are points enough to see it.
    private const int LeastForRefinement = 20;

    // One right model in a hundred with repeated points gets the sentence. K² has a heavier tail than chi-squared, so
    // that of normality is set lower than the one in a thousand that it is for.
    private const double LackOfFitLevel = 0.01;
    private const double NormalityLevel = 1e-4;

    // Standard deviations are known to some ten percent at best, and many points prove that.
    private const double ScatterLevel = 1e-6;
    private const double LargeScatter = 1.5;
    private const double SmallScatter = 0.5;

    // Milder departures, which many points prove, and light tails do intervals no harm.
    private const double HeavyTails = 1;
    private const double Leaning = 1;

    /// <summary>Residuals of neighbors that are alike, in a fit that leaves much and says nothing else of it.</summary>
    public static IEnumerable<Diagnosis> OrderedResiduals(Evidence evidence)
    {
        if (!IsInOrder(evidence) || Explained(evidence) > WellExplained)
        {
            yield break;
        }

        bool isOnly = evidence.Outcome.IsCertified || evidence.HasOneMinimum;
        double explained = Explained(evidence);
        yield return Diagnose(
            DiagnosisKind.OrderedResiduals,
            $"Residuals of neighboring points are alike ({OrderText(evidence)}), and R² is {Short(explained)}: the "
            + "model misses something in the data"
            + (isOnly ? "." : ", or this is not the lowest minimum.")
            + OneOf(
                "plot the residuals",
                isOnly ? null : evidence.Hints.Search,
                "use a model with what they show"),
            [],
            ("order of the residuals", evidence.Residuals.Order),
            ("R-squared", explained));
    }

    /// <summary>Means of repeated points that the model misses.</summary>
    public static IEnumerable<Diagnosis> LackOfFit(Evidence evidence)
    {
        if (evidence.End is not { HasResiduals: true } end
            || evidence.Residuals.LackOfFit is not { PValue: < LackOfFitLevel } test
            || !IsFinding(evidence, end)
            || OrderedResiduals(evidence).Any())
        {
            yield break;
        }

        yield return Diagnose(
            DiagnosisKind.LackOfFit,
            $"The model misses the means of repeated points by more than these scatter about them (F = "
            + $"{Short(test.Statistic)}, p = {Short(test.PValue)}): it lacks something that the data show, or the "
            + "repeats are not independent." + OneOf("plot the residuals", "use a model with what they show"),
            [],
            ("F of lack of fit", test.Statistic),
            ("p of lack of fit", test.PValue));
    }

    /// <summary>The same as the first of a fit that leaves little.</summary>
    public static IEnumerable<Diagnosis> CorrelatedResiduals(Evidence evidence)
    {
        if (!IsInOrder(evidence)
            || Explained(evidence) <= WellExplained
            || (evidence.Residuals.Chance is null && evidence.Problem.PointCount < LeastForRefinement)
            || LackOfFit(evidence).Any())
        {
            yield break;
        }

        yield return Diagnose(
            DiagnosisKind.CorrelatedResiduals,
            $"Residuals of neighboring points are alike ({OrderText(evidence)}): the model "
            + "leaves out something small, or the errors of neighbors are not independent. Standard errors are too "
            + "small then." + OneOf("plot the residuals", "use a model with what they show"),
            [],
            ("order of the residuals", evidence.Residuals.Order));
    }

    /// <summary>Residuals that are much larger or smaller than known standard deviations say.</summary>
    public static IEnumerable<Diagnosis> UnexpectedScatter(Evidence evidence)
    {
        FitProblem problem = evidence.Problem;
        if (evidence.End is not { HasResiduals: true } end
            || !evidence.Options.KnowsScatter
            || problem.Loss is not null
            || problem.PointCount <= end.Rank
            || !ExplanationChecks.IsMinimum(evidence, end))
        {
            yield break;
        }

        int freedom = problem.PointCount - end.Rank;
        double chance = Tail.OfChiSquared(end.SumOfSquares, freedom);
        double ratio = end.SumOfSquares / freedom;
        bool isLarge = ratio > LargeScatter && chance < ScatterLevel;
        // Of few expected counts, the deviance is small.
        bool isSmall = ratio < SmallScatter && 1 - chance < ScatterLevel && !problem.HasCounts;
        if (!isLarge && !isSmall)
        {
            yield break;
        }

        string by = Short(Math.Sqrt(ratio));
        string than = problem.HasCounts ? "counts do" : "the standard deviations say";
        string cause = problem.HasCounts ? "the counts do not come one by one" : "these are too small";
        string text = isLarge
            ? $"The residuals scatter {by} times as much as {than} ({problem.SumName} {Short(end.SumOfSquares)} for "
                + $"{Count(freedom, "degree")} of freedom, p = {Short(chance)}): {cause}, or the model misses "
                + "something. Errors are too small then, by as much or more."
            : $"The residuals scatter {by} times as much as {than} (chi-squared {Short(end.SumOfSquares)} for "
                + $"{Count(freedom, "degree")} of freedom): these are too large, and so are the errors.";
        yield return Diagnose(
            DiagnosisKind.UnexpectedScatter,
            text + OneOf(
                "plot the residuals", problem.HasCounts ? null : "take the standard deviations as relative"),
            [],
            ("factor", Math.Sqrt(ratio)),
            ("p of chi-squared", chance));
    }

    /// <summary>Residuals with heavy tails, or that lean to one side, of a model that misses nothing.</summary>
    public static IEnumerable<Diagnosis> NonNormalResiduals(Evidence evidence)
    {
        if (evidence.End is not { HasResiduals: true } end
            || evidence.Problem.Loss is not null
            || evidence.Residuals.Tests.Normality is not { PValue: < NormalityLevel } test
            || !(test.ExcessKurtosis > HeavyTails || Math.Abs(test.Skewness) > Leaning)
            || !IsFinding(evidence, end)
            || IsInOrder(evidence)
            || LackOfFit(evidence).Any())
        {
            yield break;
        }

        string shape = test.ExcessKurtosis > HeavyTails
            ? "their tails are heavy, as with outliers, or with errors that differ in size"
            : "they lean to one side, as with errors that grow with the values";
        yield return Diagnose(
            DiagnosisKind.NonNormalResiduals,
            $"The residuals are not normal (K² = {Short(test.Statistic)}, p = {Short(test.PValue)}): {shape}. "
            + "Intervals are approximate then."
            + OneOf(
                "plot the residuals",
                evidence.Problem.Weights is null ? "give each observation its standard deviation" : null,
                evidence.Options.Strategy == FitStrategy.Search ? null : "use a loss that leaves outliers aside"),
            [],
            ("K-squared", test.Statistic),
            ("p of normality", test.PValue),
            ("skewness", test.Skewness),
            ("excess kurtosis", test.ExcessKurtosis));
    }

    /// <summary>Whether neighbors are more alike than noise, at a minimum that nothing else explains.</summary>
    private static bool IsInOrder(Evidence evidence) =>
        evidence.End is { HasResiduals: true } end
        && evidence.Problem.Loss is null
        && evidence.Problem.PointCount >= LeastForOrder
        && IsFinding(evidence, end)
        && (evidence.Residuals.Chance is { } chance
            ? chance < LeastChance
            : evidence.Residuals.Order < LeastOrder);

    private static string OrderText(Evidence evidence) => evidence.Residuals.Chance is { } chance
        ? $"p = {Short(chance)}"
        : $"z = {Short(evidence.Residuals.Order)}, where noise is above -3";

    /// <summary>Whether residuals tell something that no other finding does.</summary>
    private static bool IsFinding(Evidence evidence, Linearization end) =>
        ExplanationChecks.IsMinimum(evidence, end)
        && evidence.Outcome.Held.Count == 0
        && (evidence.Options.Strategy != FitStrategy.Search || evidence.Outcome.IsCertified)
        && !ExplanationChecks.ExplainsNothing(evidence).Any();

    private static double Explained(Evidence evidence) => evidence.Problem.Explained(evidence.End!.SumOfSquares);
}
