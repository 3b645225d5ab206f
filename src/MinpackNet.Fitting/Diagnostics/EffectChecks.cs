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

    // A fit that leaves less of the variation, in no order, is no accident.
    private const double WellExplained = 0.9;
    private const double LeastOrder = -2;

    // In standard errors: the movement of a parameter that stays, and of one that moves.
    private const double NoMove = 1e-8;
    private const double SomeMove = 0.01;

    // The least share in the directions without effect for a parameter to be named.
    private const double NamedShare = 0.01;

    public static IEnumerable<Diagnosis> Plateaus(Evidence evidence)
    {
        int[] flat = [.. Enumerable.Range(0, evidence.Reached.Length)
            .Where(k => evidence.End is not null && evidence.IsFlatAtEnd(k))];
        int[] dead = [.. flat.Where(k =>
            !evidence.IsSpare(k) && evidence.IsFlatAtStart(k) && evidence.EffectiveValue(k) is null)];
        return
        [
            .. flat.Except(dead).Select(k => Plateau(evidence, k)),
            .. dead.Length > 0 ? [Dead(evidence, dead)] : Array.Empty<Diagnosis>(),
        ];
    }

    public static IEnumerable<Diagnosis> SingularJacobian(Evidence evidence)
    {
        if (evidence.End is not { HasFullRank: false } end)
        {
            yield break;
        }

        int[] involved = [.. Enumerable.Range(0, end.ParameterCount)
            .Where(k => !evidence.IsFlatAtEnd(k) && end.ShareWithoutEffect(k) > NamedShare)];
        if (involved.Length == 0)
        {
            yield break;
        }

        string[] names = [.. involved.Select(evidence.Name)];
        if (!involved.Any(evidence.IsSpare) && LeftBehind(evidence, involved) is { } leap)
        {
            yield return leap;
            yield break;
        }

        double ratio = end.SingularValues[end.Rank] / end.SingularValues[0];
        string value = ratio == 0 ? "a singular value is zero" : $"a singular value is {Short(ratio)} of the largest";
        int flat = Enumerable.Range(0, end.ParameterCount).Count(evidence.IsFlatAtEnd);
        int redundant = end.ParameterCount - end.Rank - flat;
        yield return Diagnose(
            DiagnosisKind.SingularJacobian,
            $"The Jacobian is singular: {Join(names)} act on the model only together ({value}), so the data do not "
            + "determine any of them alone."
            + OneOf(
                evidence.Hints.Fix($"{(redundant == 1 ? "one" : $"{redundant}")} of them"),
                "write the model with fewer parameters"),
            names,
            ("rank", end.Rank),
            ("parameters", end.ParameterCount),
            ("smallest over largest singular value", ratio));
    }

    public static IEnumerable<Diagnosis> StrongCorrelations(Evidence evidence)
    {
        double[] errors = evidence.Errors;
        if (evidence.End is null || !evidence.Outcome.Converged || evidence.IsAwayFromMinimum)
        {
            return [];
        }

        // The cure for these is known.
        bool isFar = Enumerable.Range(0, evidence.Problem.Predictors.Columns.Length).Any(c =>
            DistanceChecks.IsFar(evidence.Problem.Predictors.Columns[c])
            && evidence.ShiftOf(c).Effect == ShiftEffect.OnOthers);
        bool IsKnownWell(int k) => errors[k] < WellKnown * Math.Abs(evidence.Reached[k]);
        double[,] inverse = evidence.End.UnscaledCovariance;
        (int I, int J, double Value)[] pairs = [.. Pairs(errors.Length)
            .Where(pair => double.IsFinite(errors[pair.I]) && double.IsFinite(errors[pair.J]))
            .Select(pair => (pair.I, pair.J, Value: inverse[pair.I, pair.J]
                / Math.Sqrt(inverse[pair.I, pair.I]) / Math.Sqrt(inverse[pair.J, pair.J])))
            .Where(pair => Math.Abs(pair.Value) > StrongCorrelation)
            .Where(pair => !(IsKnownWell(pair.I) && IsKnownWell(pair.J)) || isFar)
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
                    $"{evidence.Name(k)} did not move from its start, {Short(evidence.Start[k])}, although "
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
        bool isKnown = evidence.Options is { AbsoluteSigma: true, Sigma: not null };
        bool isLower = evidence.End is { HasFullRank: false }; // which leaves degrees of freedom, and is told as such
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

    /// <summary>
    /// The cause of a singular Jacobian if that is no property of the model: some parameters had no effect at the
    /// start, or the Jacobian was not singular there. Null otherwise.
    /// </summary>
    private static Diagnosis? LeftBehind(Evidence evidence, int[] involved)
    {
        string[] names = [.. involved.Select(evidence.Name)];
        string moves = Join([.. involved.Select(k =>
            $"{evidence.Name(k)} from {Short(evidence.Start[k])} to {Short(evidence.Reached[k])}")]);
        (string, double)[] numbers = [("rank", evidence.End!.Rank), ("parameters", evidence.Reached.Length)];
        string[] flat = [.. involved.Where(evidence.IsFlatAtStart).Select(evidence.Name)];
        if (flat.Length > 0)
        {
            return Diagnose(
                DiagnosisKind.StartOnPlateau,
                $"The start lies on a plateau: there the model does not depend on {Join(flat)}, so the solver could "
                + $"only guess: it moved {moves}, where only a combination of them has an effect."
                + OneOf(StartWithin(evidence) ?? "start where the curve bends within the data", evidence.Hints.Search),
                names,
                numbers);
        }

        if (evidence.AtStart is { HasFullRank: true } && IsLimit(evidence))
        {
            return Diagnose(
                DiagnosisKind.FlatParameter,
                $"The data do not limit {Join(names)}: the solver moved {moves}, where only a combination of them has "
                + "an effect, as where a step falls between two points. The limit of the model describes the data as "
                + "well." + OneOf("use that", evidence.Hints.Fix("one of them"), "add points where the curve bends"),
                names,
                numbers);
        }

        return evidence.AtStart is { HasFullRank: true }
            ? Diagnose(
                DiagnosisKind.JumpedOntoPlateau,
                $"A step jumped onto a plateau, where {Join(names)} act on the model only together: it moved {moves}. "
                + "At the start the data told them apart."
                + OneOf(evidence.Hints.ShorterFirstStep, "start closer", evidence.Hints.Search),
                names,
                numbers)
            : null;
    }

    private static Diagnosis Plateau(Evidence evidence, int k)
    {
        string name = evidence.Name(k);
        string start = Short(evidence.Start[k]);
        string end = Short(evidence.Reached[k]);
        double startNorm = evidence.StartNorms?[k] ?? double.NaN;
        (string, double)[] numbers =
        [
            ("start", evidence.Start[k]),
            ("end", evidence.Reached[k]),
            ("effect at the start", startNorm),
            ("effect at the end", evidence.End!.ColumnNorms[k]),
        ];
        if (evidence.IsSpare(k))
        {
            return Diagnose(
                DiagnosisKind.FlatParameter,
                $"{name} has no effect at the end, {name} = {end}, because the data do without its term.",
                [name],
                numbers);
        }

        if (!evidence.IsFlatAtStart(k) && IsLimit(evidence))
        {
            return Diagnose(
                DiagnosisKind.FlatParameter,
                $"{name} has no effect at the end, {name} = {end}: the data do not limit it from there on, as where a "
                + "step falls between two points. The limit of the model describes them as well."
                + OneOf("use that", evidence.Hints.Fix("it"), "add points where the curve bends"),
                [name],
                numbers);
        }

        int[] moved = [.. Enumerable.Range(0, evidence.Reached.Length)
            .Where(j => evidence.Reached[j] != evidence.Start[j])];
        if (!evidence.IsFlatAtStart(k) && !moved.Contains(k) && moved.Length > 0)
        {
            return Diagnose(
                DiagnosisKind.JumpedOntoPlateau,
                $"{name} has lost its effect, because the first step moved " + Join([.. moved.Select(j =>
                    $"{evidence.Name(j)} from {Short(evidence.Start[j])} to {Short(evidence.Reached[j])}")])
                + $". {name} itself never moved from {start}."
                + OneOf(evidence.Hints.ShorterFirstStep, "start closer", evidence.Hints.Search),
                [name],
                numbers);
        }

        if (!evidence.IsFlatAtStart(k))
        {
            return Diagnose(
                DiagnosisKind.JumpedOntoPlateau,
                $"{name} has lost its effect: one unit of it changed the model by {Short(startNorm)} at the "
                + $"start, {name} = {start}, but by {Short(evidence.End.ColumnNorms[k])} at the end, {name} = "
                + $"{end}. A step jumped onto a plateau."
                + OneOf(evidence.Hints.ShorterFirstStep, "start closer", evidence.Hints.Search),
                [name],
                numbers);
        }

        double effective = evidence.EffectiveValue(k)!.Value;
        return Diagnose(
            DiagnosisKind.StartOnPlateau,
            $"The start lies on a plateau: at {name} = {start} the model does not depend on {name}, so the solver "
            + $"cannot find a direction, but at {name} = {Short(effective)} it does."
            + OneOf(StartWithin(evidence) ?? $"start {name} elsewhere", evidence.Hints.Search),
            [name],
            [.. numbers, ("effective value", effective)]);
    }

    /// <summary>Whether the end describes the data well, so that a plateau there is a limit of the model.</summary>
    private static bool IsLimit(Evidence evidence) => evidence.Outcome.Converged
        && evidence.Problem.Explained(evidence.End!.SumOfSquares) > WellExplained
        && ResidualOrder.Of(evidence.Problem, evidence.End.Residuals) > LeastOrder;

    /// <summary>Parameters without effect at the start, at the end and at any value tried.</summary>
    private static Diagnosis Dead(Evidence evidence, int[] flat)
    {
        string[] names = [.. flat.Select(evidence.Name)];
        int[] moved = [.. flat.Where(k => evidence.Start[k] != evidence.Reached[k])];
        (string it, string one) = flat.Length == 1 ? ("it", "it") : ("them", "all but one");
        string moves = moved.Length == 0
            ? $"{Join(names)} did not move"
            : Join([.. moved.Select(k =>
                $"{evidence.Name(k)} moved from {Short(evidence.Start[k])} to {Short(evidence.Reached[k])}")])
                + " by chance";
        string? within = StartWithin(evidence);
        return Diagnose(
            DiagnosisKind.FlatParameter,
            $"{moves}, because {(flat.Length == 1 ? "it has no" : "none of them has an")} effect on the model at any "
            + "value tried, or only one that is lost in rounding."
            + (within is null
                ? OneOf($"start {it} elsewhere", evidence.Hints.Search, $"check whether the model uses {it}",
                    evidence.Hints.Fix(one))
                : OneOf(within, evidence.Hints.Search)),
            names,
            [
                .. flat.SelectMany(Of),
            ]);

        (string, double)[] Of(int k)
        {
            string of = flat.Length == 1 ? "" : $" of {evidence.Name(k)}";
            return
            [
                ($"start{of}", evidence.Start[k]),
                ($"end{of}", evidence.Reached[k]),
                ($"effect{of} at the start", evidence.StartNorms?[k] ?? double.NaN),
                ($"effect{of} at the end", evidence.End!.ColumnNorms[k]),
            ];
        }
    }

    /// <summary>A better start for a place on a predictor's axis that lies outside the data; null for none.</summary>
    private static string? StartWithin(Evidence evidence)
    {
        Predictors predictors = evidence.Problem.Predictors;
        for (int c = 0; c < predictors.Columns.Length; c++)
        {
            (double least, double most) = (predictors.Columns[c].Min(), predictors.Columns[c].Max());
            if (most > least
                && evidence.ShiftOf(c) is { Effect: ShiftEffect.OnLocation, Place: >= 0 and var k }
                && (evidence.Start[k] < least || evidence.Start[k] > most)
                && evidence.ChangesModel(k, least + ((most - least) / 2)))
            {
                return $"start {evidence.Name(k)} within the data, where {predictors.Names[c]} is from "
                    + $"{Exact(least)} to {Exact(most)}";
            }
        }

        return null;
    }

    private static string Of(double correlation) =>
        Correlation(correlation) is var text && text[0] is '>' or '<' ? text : $"of {text}";

    private static IEnumerable<(int I, int J)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, i).Select(j => (j, i)));
}
