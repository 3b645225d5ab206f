using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.NumberText;

namespace MinpackNet.Fitting;

/// <summary>Checks whether a predictor far from zero is behind other findings.</summary>
internal static class DistanceChecks
{
    // Parameters that act through a predictor far from zero are correlated at least so; of others, the model has a
    // reference already.
    private const double LeastCorrelation = 0.99;

    // The distance of a predictor from zero, in its range, from where digits cancel and parameters correlate: those of
    // a line by 0.999 from about six ranges on.
    private const double FarFromZero = 5;

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

    private static readonly DiagnosisKind[] SymptomsOfCorrelation =
    [
        DiagnosisKind.SingularJacobian,
        DiagnosisKind.StrongCorrelation,
        DiagnosisKind.RunawayParameter,
    ];

    /// <summary>The cause behind other findings, if a predictor is far from zero.</summary>
    public static IEnumerable<Diagnosis> DistantPredictors(Evidence evidence, IReadOnlyList<Diagnosis> found)
    {
        bool Has(DiagnosisKind[] kinds) => found.Any(diagnosis => kinds.Contains(diagnosis.Kind));
        if (evidence.End is null || !Has(SymptomsOfDistance))
        {
            return [];
        }

        double[][] columns = evidence.Problem.Predictors.Columns;
        return Enumerable.Range(0, columns.Length)
            .Where(c => IsFar(columns[c]))
            .SelectMany(c => DistantPredictor(evidence, c, Has(SymptomsOfCorrelation)));
    }

    private static IEnumerable<Diagnosis> DistantPredictor(Evidence evidence, int c, bool hasCorrelation)
    {
        double[] x = evidence.Problem.Predictors.Columns[c];
        string name = evidence.Problem.Predictors.Names[c];
        (double least, double most) = (x.Min(), x.Max());
        string subtract =
            $"Subtract a reference such as {Exact(least)} from {name}, fit against the difference, and see the other "
            + "warnings again.";
        switch (evidence.ShiftOf(c).Effect)
        {
            case ShiftEffect.OnOthers when IsCorrelated(evidence, evidence.ShiftOf(c).Mixed):
                string[] extrapolated = [.. Enumerable.Range(0, evidence.Errors.Length)
                    .Where(k => evidence.Errors[k] > Math.Abs(evidence.Reached[k])
                        && evidence.ShiftOf(c).Mixed.Contains(k)
                        && evidence.IsLinear(k))
                    .Select(evidence.Name)];
                yield return Distant(
                    "Digits cancel there, and parameters that act through it are correlated. "
                    + (extrapolated.Length == 0
                        ? ""
                        : $"The model is extrapolated to {name} = 0 for {Join(extrapolated)}, so the error is large. ")
                    + subtract,
                    extrapolated);
                break;
            case ShiftEffect.OnLocation when !evidence.Problem.HasDerivatives:
                yield return Distant($"Digits cancel there. {subtract}", []);
                break;
            case ShiftEffect.OnModel when hasCorrelation:
                string middle = Round(least + ((most - least) / 2), most - least);
                yield return Distant(
                    "Parameters that act through it are correlated. The model would be another one with the "
                    + "difference to a reference, so write the reference into its functions: "
                    + $"1/{name} - 1/{middle} in place of 1/{name}, log({name}/{middle}) in place of log({name}), "
                    + $"({name}/{middle})^b - 1 next to a constant and ({name}/{middle})^b without one.",
                    []);
                break;
            default:
                break;
        }

        Diagnosis Distant(string text, string[] explained) => Diagnose(
            DiagnosisKind.DistantPredictor,
            $"{name} is far from zero: its range is {Short(most - least)}, but it starts at {Exact(least)}. {text}",
            explained,
            ("least", least),
            ("most", most));
    }

    /// <summary>Whether the parameters are correlated by a predictor's origin, which can be shifted.</summary>
    public static bool HasCure(Evidence evidence)
    {
        double[][] columns = evidence.Problem.Predictors.Columns;
        return Enumerable.Range(0, columns.Length)
            .Any(c => IsFar(columns[c]) && evidence.ShiftOf(c).Effect == ShiftEffect.OnOthers);
    }

    /// <summary>Whether one of some parameters is correlated with another, or the data do not determine them.</summary>
    private static bool IsCorrelated(Evidence evidence, int[] mixed) => evidence.End is not { HasFullRank: true }
        || mixed.Any(k => Enumerable.Range(0, evidence.Errors.Length).Any(l => l != k
            && !(Math.Abs(evidence.Correlation(k, l)) < LeastCorrelation)));

    /// <summary>Whether a predictor is far from zero compared with its range.</summary>
    private static bool IsFar(double[] x)
    {
        (double least, double most) = (x.Min(), x.Max());
        return most > least && least * most > 0
            && Math.Min(Math.Abs(least), Math.Abs(most)) > FarFromZero * (most - least);
    }

    /// <summary>A number to the digits that its distance from the ends of a range needs.</summary>
    private static string Round(double middle, double range)
    {
        double unit = Math.Pow(10, Math.Floor(Math.Log10(range)));
        return Exact(unit >= 1 ? Math.Round(middle / unit) * unit : Math.Round(middle / unit) / Math.Round(1 / unit));
    }
}
