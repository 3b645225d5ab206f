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

    private const double LeastShare = 1e-9;

    // In the larger of estimate and start, or in one for a start at zero: an error that leaves the size open.
    private const double OpenSize = 100;

    // An estimate this many times its start, and uncertain, was never held back by the data.
    private const double FarFromStart = 1e4;

    // The distance of a predictor from zero, in its range, from where digits cancel and parameters correlate.
    private const double FarFromZero = 10;

    private static readonly DiagnosisKind[] SymptomsOfDistance =
    [
        DiagnosisKind.NoisyModel,
        DiagnosisKind.FlatParameter,
        DiagnosisKind.StartOnPlateau,
        DiagnosisKind.JumpedOntoPlateau,
        DiagnosisKind.SingularJacobian,
        DiagnosisKind.EvaluationLimit,
        DiagnosisKind.NotAtMinimum,
        DiagnosisKind.StrongCorrelation,
        DiagnosisKind.ExplainsNothing,
        DiagnosisKind.RunawayParameter,
    ];

    public static IEnumerable<Diagnosis> ExplainsNothing(Evidence evidence)
    {
        double[] y = evidence.Problem.Observations;
        double total = evidence.Problem.TotalSumOfSquares;
        int freedom = y.Length - evidence.Reached.Length;
        bool isConstant = evidence.Values.All(value => value == evidence.Values[0]);
        if (evidence.End is not { HasFullRank: true, HasGradient: false } end
            || !evidence.Outcome.Converged
            || !(total > 0)
            || freedom < 1
            || isConstant)
        {
            yield break;
        }

        // Closer to zero it is rounding.
        double explained = 1 - (end.SumOfSquares / total);
        explained = Math.Abs(explained) < LeastShare ? 0 : explained;
        double adjusted = 1 - ((1 - explained) * (y.Length - 1) / freedom);
        if (adjusted <= LeastExplained)
        {
            string fit = explained < 0 ? "worse than" : "hardly better than";
            string cause = explained > LeastTold
                ? $"With {Count(evidence.Reached.Length, "parameter")} for {Count(y.Length, "point")}, R² = "
                    + $"{Short(explained)} says nothing: as many random columns would reach as much."
                    + OneOf("add points", "use a model with fewer parameters")
                : $"The fit describes the data {fit} their mean (R² = {Short(explained)}). "
                    + (evidence.Outcome.IsCertified
                        ? "The model does not suit the data." + OneOf("plot both")
                        : "This is a poor local minimum, or the model does not suit the data."
                            + OneOf("plot both", "start closer", evidence.Hints.Search));
            yield return Diagnose(
                DiagnosisKind.ExplainsNothing,
                cause,
                [],
                ("R-squared", explained));
        }
    }

    public static IEnumerable<Diagnosis> RunawayParameters(Evidence evidence)
    {
        for (int k = 0; evidence.End is not null && k < evidence.Errors.Length; k++)
        {
            double error = evidence.Errors[k];
            double value = Math.Abs(evidence.Reached[k]);
            double start = Math.Abs(evidence.Start[k]);
            double size = Math.Max(value, start > 0 ? start : 1);
            bool isOpen = error > OpenSize * size;
            bool ranAway = error > value && value > FarFromStart * (start > 0 ? start : 1);
            if (double.IsFinite(error) && (isOpen || ranAway))
            {
                yield return Diagnose(
                    DiagnosisKind.RunawayParameter,
                    (ranAway
                        ? $"{evidence.Name(k)} ran away, from {Short(evidence.Start[k])} to "
                            + $"{Short(evidence.Reached[k])}, with an error of {Short(error)}"
                        : $"The data leave {evidence.Name(k)} open: its error is {Short(error)}, "
                            + (double.IsFinite(error / value)
                                ? $"{Short(error / value)} times the estimate"
                                : $"and its estimate {Short(value)}"))
                    + ". A simpler model, the limit of this one, describes the data as well."
                    + OneOf(
                        "use that",
                        evidence.Hints.Fix(evidence.Name(k)),
                        $"add points where the model depends on {evidence.Name(k)}"),
                    [evidence.Name(k)],
                    ("estimate", evidence.Reached[k]),
                    ("standard error", error));
            }
        }
    }

    /// <summary>The cause behind other findings, if a predictor is far from zero.</summary>
    public static IEnumerable<Diagnosis> DistantPredictors(Evidence evidence, IEnumerable<Diagnosis> found)
    {
        if (!found.Any(diagnosis => SymptomsOfDistance.Contains(diagnosis.Kind)))
        {
            yield break;
        }

        Predictors predictors = evidence.Problem.Predictors;
        for (int c = 0; c < predictors.Columns.Length; c++)
        {
            double[] x = predictors.Columns[c];
            (double least, double most) = (x.Min(), x.Max());
            double distance = Math.Min(Math.Abs(least), Math.Abs(most));
            if (most > least && least * most > 0 && distance > FarFromZero * (most - least))
            {
                string name = predictors.Names[c];
                yield return Diagnose(
                    DiagnosisKind.DistantPredictor,
                    $"{name} is far from zero: its range is {Short(most - least)}, but it starts at {Exact(least)}. "
                    + "There digits cancel, and parameters that act through it are correlated. Subtract a reference "
                    + $"such as {Exact(least)} from {name}, fit against the difference, and see the other warnings "
                    + "again.",
                    [],
                    ("least", least),
                    ("most", most));
            }
        }
    }
}
