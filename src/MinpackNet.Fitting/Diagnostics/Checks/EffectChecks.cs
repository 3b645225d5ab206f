using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.Hints;
using static MinpackNet.Fitting.NumberText;

namespace MinpackNet.Fitting;

/// <summary>Checks what the parameters do to the model.</summary>
internal static class EffectChecks
{
    private const double StrongCorrelation = 0.999;
    private const int MostPairs = 3;

    // Parameters with errors below this share of their size are known, whatever their correlation.
    private const double WellKnown = 0.1;

    // In standard errors: the movement of a parameter that stays, and of one that moves.
    private const double NoMove = 1e-8;
    private const double SomeMove = 0.01;

    public static IEnumerable<Diagnosis> StrongCorrelations(Evidence evidence)
    {
        double[] errors = evidence.Errors;
        if (evidence.End is null || !evidence.Outcome.Converged || evidence.IsAwayFromMinimum)
        {
            return [];
        }

        bool IsKnownWell(int k) => errors[k] < WellKnown * Math.Abs(evidence.Reached[k]);
        (int I, int J, double Value)[] pairs = [.. Pairs(errors.Length)
            .Where(pair => double.IsFinite(errors[pair.I]) && double.IsFinite(errors[pair.J]))
            .Select(pair => (pair.I, pair.J, Value: evidence.Correlation(pair.I, pair.J)))
            .Where(pair => Math.Abs(pair.Value) > StrongCorrelation)
            .Where(pair => !(IsKnownWell(pair.I) && IsKnownWell(pair.J)) || DistanceChecks.HasCure(evidence))
            .OrderByDescending(pair => Math.Abs(pair.Value))];
        if (pairs.Length == 0)
        {
            return [];
        }

        string[] names = [.. pairs.SelectMany(pair => new[] { pair.I, pair.J }).Distinct().Order()
            .Select(evidence.Name)];
        string strongest = string.Join(", ", pairs.Take(MostPairs)
            .Select(pair => $"{evidence.Name(pair.I)} with {evidence.Name(pair.J)} {Correlation(pair.Value)}"));
        return
        [
            Diagnose(
                DiagnosisKind.StrongCorrelation,
                (names.Length == 2
                    ? $"{names[0]} and {names[1]} have a correlation {Of(pairs[0].Value)}: one of them is"
                    : $"{Join(names)} are strongly correlated in pairs ({strongest}): at least one of them is")
                + " nearly redundant, and their errors mean little separately."
                + OneOf(evidence.Hints.Fix("one"), "rewrite the model"),
                names,
                ("correlation", pairs[0].Value)),
        ];
    }

    public static IEnumerable<Diagnosis> ParametersThatDidNotMove(Evidence evidence)
    {
        if (evidence.Problem.HasDerivatives && evidence is { IsUnfinished: false, End.HasFullRank: true })
        {
            yield break; // each is where its exact derivative is zero
        }

        double[] moves = [.. evidence.Start.Zip(evidence.Reached, (start, end) => Math.Abs(end - start))
            .Zip(evidence.Errors, (move, error) => move / error)];
        for (int k = 0; moves.Any(move => move > SomeMove) && k < moves.Length; k++)
        {
            (double start, double end) = (evidence.Start[k], evidence.Reached[k]);
            double size = start == 0 ? 1 : Math.Max(Math.Abs(start), Math.Abs(end));
            bool isSame = Math.Abs(end - start) < NoMove * size; // also where the error is huge
            if (isSame && moves[k] < NoMove && double.IsFinite(evidence.Errors[k]))
            {
                yield return Diagnose(
                    DiagnosisKind.ParameterDidNotMove,
                    $"{evidence.Name(k)} did not move from its start, {Plain(evidence.Start[k])}, although "
                    + "others did. It may have started at its solution."
                    + OneOf("try another start if not", evidence.Hints.Fix("it")),
                    [evidence.Name(k)],
                    ("start", evidence.Start[k]),
                    ("movement over standard error", moves[k]));
            }
        }
    }

    public static IEnumerable<Diagnosis> NoDegreesOfFreedom(Evidence evidence)
    {
        bool isKnown = evidence.Options.KnowsScatter;
        bool isLower = evidence.End is { HasFullRank: false }; // which leaves degrees of freedom
        if (evidence.Problem.PointCount == evidence.Start.Length && !isKnown && !isLower)
        {
            yield return Diagnose(
                DiagnosisKind.NoDegreesOfFreedom,
                $"There are as many parameters as points, {evidence.Start.Length}, so nothing is left to estimate "
                + "the errors from."
                + OneOf("add points", evidence.Hints.Fix("a parameter"), evidence.Hints.AbsoluteSigma),
                [],
                ("points", evidence.Start.Length));
        }
    }

    private static string Of(double correlation) =>
        Correlation(correlation) is var text && text[0] is '>' or '<' ? text : $"of {text}";

    private static IEnumerable<(int I, int J)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, i).Select(j => (j, i)));
}
