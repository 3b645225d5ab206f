using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.Hints;
using static MinpackNet.Fitting.NumberText;

namespace MinpackNet.Fitting;

/// <summary>Checks whether the fit says anything about the data.</summary>
internal static class ExplanationChecks
{
    // The adjusted R² below which a model says hardly more than the mean.
    private const double LeastExplained = 0.1;

    // What sounds like much, and is little only for the number of parameters.
    private const double LeastTold = 0.5;

    // In the larger of estimate and start: an error that leaves the size open, at a minimum and at another end.
    private const double OpenSize = 10;
    private const double OpenSizeElsewhere = 100;

    // An estimate this many times its start, and uncertain, was never held back by the data.
    private const double FarFromStart = 1e4;

    // A larger chance says that noise may be described as well; a smaller one than the second, that the model has found
    // something, however little of the variation that is.
    private const double LeastChance = 0.01;
    private const double Certain = 1e-6;

    // Residuals in no order beyond this many standard deviations of noise hide no better minimum.
    private const double MostOrder = 2;

    // In errors that a linear parameter would have alone: up to here, the others fix it well.
    private const double MostInflation = 1000;

    // So much of the sum of squares in one or two of so many points is not noise.
    private const double OutlierShare = 0.7;
    private const int LeastForOutliers = 10;
    private const int ShareDigits = 2;

    public static IEnumerable<Diagnosis> ExplainsNothing(Evidence evidence)
    {
        double[] y = evidence.Problem.Observations;
        double total = evidence.Problem.TotalSumOfSquares;
        if (evidence.End is not { } end
            || !(total > 0)
            || evidence.Problem.Loss is not null
            || y.Length <= end.Rank
            || !(IsMinimum(evidence, end) || HasOnlyNoise(evidence, end)))
        {
            yield break;
        }

        double explained = evidence.Problem.Explained(end.SumOfSquares);
        int freedom = y.Length - end.Rank;
        double adjusted = 1 - ((1 - explained) * (y.Length - 1) / freedom);
        int more = Math.Max(end.Rank - 1, 1);
        double chance = explained > 0
            ? Tail.OfF(explained / more / ((1 - explained) / freedom), more, freedom)
            : 1;
        if ((adjusted <= LeastExplained && chance > Certain) || (explained <= LeastTold && chance > LeastChance))
        {
            string fit = explained < 0 ? "worse than" : "hardly better than";
            bool isOnly = evidence.Outcome.IsCertified || evidence.HasOneMinimum;
            string? outliers = Outliers(evidence, end);
            string cause = explained > LeastTold
                ? $"With {Count(evidence.Reached.Length, "parameter")} for {Count(y.Length, "point")}, R² = "
                    + $"{Short(explained)} means little: as many random columns would do as well."
                    + OneOf("add points", "use a model with fewer parameters")
                : $"The fit describes the data {fit} their mean (R² = {Short(explained)}). "
                    + (isOnly
                        ? (outliers ?? Misfit(evidence, chance)) + OneOf("plot both")
                        : (outliers is null ? "This" : $"{outliers} Otherwise, this")
                            + " is a poor local minimum, or the model does not suit the data."
                            + OneOf("plot both", "start closer", evidence.Hints.Search));
            yield return Diagnose(
                DiagnosisKind.ExplainsNothing,
                cause,
                [],
                ("R-squared", explained),
                (Diagnosis.MayBePoor, !isOnly && explained <= LeastTold ? 1 : 0),
                ("chance of as much by noise", chance));
        }
    }

    public static IEnumerable<Diagnosis> SpareTerm(Evidence evidence)
    {
        if (evidence.SpareTerm is not { } term || ExplainsNothing(evidence).Any())
        {
            yield break;
        }

        string[] dependents = evidence.Names(term.Dependents);
        string[] factors = evidence.Names(term.Factors);
        string before = Short(evidence.End!.SumOfSquares);
        string instead = before == Short(term.SumOfSquares) ? " too" : $" instead of {before}";
        yield return Diagnose(
            DiagnosisKind.SpareTerm,
            $"A model with fewer terms describes the data as well: with {string.Join(" = ", factors)} = 0, where "
            + $"{Join(dependents)} {(dependents.Length == 1 ? "has" : "have")} no effect, the sum of squares is "
            + $"{Short(term.SumOfSquares)}{instead}. The parameters of that term "
            + (evidence.Options.Strategy == FitStrategy.Search
                ? "mean nothing." + OneOf("leave the term out", "add points where it matters")
                : "mean nothing here, unless this is a poor minimum, where the term has not found its place."
                    + OneOf(
                        evidence.Hints.Search,
                        "start its parameters elsewhere",
                        "leave the term out if that changes nothing")),
            [.. factors, .. dependents],
            ("sum of squares without it", term.SumOfSquares),
            ("sum of squares", evidence.End.SumOfSquares));
    }

    public static IEnumerable<Diagnosis> RunawayParameters(Evidence evidence) => RunawayParameters(evidence, []);

    /// <summary>The parameters that the data leave open, besides those that another finding explains.</summary>
    public static IEnumerable<Diagnosis> RunawayParameters(Evidence evidence, string[] explained)
    {
        if (evidence.End is null)
        {
            yield break;
        }

        int[] open = [.. Enumerable.Range(0, evidence.Errors.Length)
            .Where(k => (RanAway(evidence, k) || IsOpen(evidence, k))
                && !explained.Contains(evidence.Name(k))
                && !evidence.IsSpare(k)
                && !evidence.IsFlatAtEnd(k)
                && !IsHeldByOthers(evidence, k))];
        if (open.Length == 0)
        {
            yield break;
        }

        string[] names = [.. open.Select(evidence.Name)];
        int[] far = [.. open.Where(k => RanAway(evidence, k))];
        int[] near = [.. open.Except(far)];
        bool isLimit = evidence.Outcome.Converged && !evidence.IsAwayFromMinimum
            && !ExplainsNothing(evidence).Any() && !ResidualChecks.OrderedResiduals(evidence).Any();
        yield return Diagnose(
            DiagnosisKind.RunawayParameter,
            string.Join(' ', new[] { FarText(evidence, far), OpenText(evidence, near) }.OfType<string>())
            + (isLimit ? " A simpler model, the limit of this one, describes the data as well." : "")
            + OneOf(
                isLimit ? "use that" : null,
                evidence.Outcome.IsCertified ? null : evidence.Hints.Search,
                evidence.Hints.Fix(open.Length == 1 ? names[0] : "one of them"),
                $"add points where the model depends on {Join(names)}"),
            names,
            [
                .. open.SelectMany(k => new[]
                {
                    (open.Length == 1 ? "estimate" : $"estimate of {evidence.Name(k)}", evidence.Reached[k]),
                    (open.Length == 1 ? "standard error" : $"standard error of {evidence.Name(k)}", evidence.Errors[k]),
                }),
                (Diagnosis.ErrorOverSize, open.Max(evidence.ErrorOverSize)),
            ]);
    }

    private static bool IsOpen(Evidence evidence, int k) =>
        evidence.ErrorOverSize(k) < double.PositiveInfinity
        && evidence.ErrorOverSize(k) > (evidence.IsUnfinished ? OpenSizeElsewhere : OpenSize);

    private static bool RanAway(Evidence evidence, int k) => double.IsFinite(evidence.Errors[k])
        && evidence.Errors[k] > Math.Abs(evidence.Reached[k])
        && Math.Abs(evidence.Reached[k]) > FarFromStart * evidence.StartSize(k);

    private static string? FarText(Evidence evidence, int[] far) => far.Length == 0
        ? null
        : $"{Join([.. far.Select(evidence.Name)])} ran away, "
            + Join([.. far.Select(k => $"from {Plain(evidence.Start[k])} to {Plain(evidence.Reached[k])}")])
            + $", with {(far.Length == 1 ? "an error" : "errors")} of "
            + Join([.. far.Select(k => Short(evidence.Errors[k]))]) + ".";

    private static string? OpenText(Evidence evidence, int[] open)
    {
        if (open.Length == 0)
        {
            return null;
        }

        string errors = Join([.. open.Select(k => Short(evidence.Errors[k]))]);
        string values = Join([.. open.Select(k => Plain(evidence.Reached[k]))]);
        double ratio = evidence.Errors[open[0]] / Math.Abs(evidence.Reached[open[0]]);
        return $"The data leave {Join([.. open.Select(evidence.Name)])} open: "
            + (open.Length > 1
                ? $"their errors are {errors}, and their estimates {values}."
                : double.IsFinite(ratio)
                    ? $"its error is {errors}, {Short(ratio)} times the estimate."
                    : $"its error is {errors}, and its estimate {values}.");
    }

    /// <summary>Why the lowest minimum explains nothing.</summary>
    private static string Misfit(Evidence evidence, double chance)
    {
        Predictors predictors = evidence.Problem.Predictors;
        string[] names = [.. predictors.Names
            .Where((_, c) => evidence.Problem.Columns.Contains(predictors.Columns[c]))];
        return names.Length == 0 || Math.Abs(evidence.Residuals.Order) >= MostOrder
            ? "The model does not suit the data."
            : chance > LeastChance
                ? $"No dependence on {Join(names)} is visible: a constant describes the data as well."
                : $"The dependence on {Join(names)} is weak next to the noise.";
    }

    /// <summary>A sentence that names one or two points behind most of the sum of squares; null for none.</summary>
    private static string? Outliers(Evidence evidence, Linearization end)
    {
        double[] squares = [.. end.Residuals.Select(r => r * r)];
        int[] largest = [.. Enumerable.Range(0, squares.Length).OrderByDescending(i => squares[i]).Take(2)];
        int count = squares[largest[0]] > OutlierShare * end.SumOfSquares ? 1 : 2;
        double share = largest.Take(count).Sum(i => squares[i]) / end.SumOfSquares;
        string points = Join([.. largest.Take(count).Order().Select(evidence.Hints.Point)]);
        return squares.Length < LeastForOutliers || !(share > OutlierShare)
            ? null
            : $"{Share(share, ShareDigits)} of the sum of squares comes from {points} alone, "
                + $"{(count == 1 ? "a possible outlier" : "possible outliers")}.";
    }

    /// <summary>Whether the fit ended at a minimum that determines all parameters.</summary>
    public static bool IsMinimum(Evidence evidence, Linearization end) =>
        evidence.Outcome.Converged
        && end is { HasFullRank: true }
        && !evidence.IsAwayFromMinimum
        && !evidence.Problem.IsConstantAt(evidence.Reached);

    /// <summary>Whether a fit that found no minimum leaves residuals without any order, at enough places.</summary>
    private static bool HasOnlyNoise(Evidence evidence, Linearization end) =>
        !IsMinimum(evidence, end)
        && end.ParameterCount > 1
        && (!end.HasFullRank || !evidence.Outcome.Converged || evidence.SpareTerm is not null)
        && PlaceChecks.CountPlaces(evidence.Problem.Columns) > end.ParameterCount
        && Math.Abs(evidence.Residuals.Order) < MostOrder;

    /// <summary>
    /// Whether a parameter in which the model is linear has an error that is large only against its estimate and start,
    /// which are numbers in some unit: next to the others, the data fix it well.
    /// </summary>
    private static bool IsHeldByOthers(Evidence evidence, int k) =>
        Math.Sqrt(evidence.End!.UnscaledCovariance[k, k]) * evidence.End.ColumnNorms[k] < MostInflation
        && evidence.IsLinear(k);
}
