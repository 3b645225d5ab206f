using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.Hints;
using static MinpackNet.Fitting.NumberText;

namespace MinpackNet.Fitting;

/// <summary>Checks for parameters without an effect, alone or next to others, and tells how that came about.</summary>
internal static class PlateauChecks
{
    // The least share in the directions without effect for a parameter to be named.
    private const double NamedShare = 0.01;

    // The digits of the ends of a move.
    private const int ShortDigits = 3;
    private const int MostDigits = 17;

    // A fit that leaves less of the variation, in no order, is not an accident.
    private const double WellExplained = 0.9;
    private const double LeastOrder = -2;

    public static IEnumerable<Diagnosis> Plateaus(Evidence evidence)
    {
        int[] flat = [.. Enumerable.Range(0, evidence.Reached.Length)
            .Where(k => evidence.End is not null && evidence.IsFlatAtEnd(k))];
        List<int> dead = [];
        foreach (int k in flat)
        {
            if (evidence.IsSpare(k) || !evidence.IsFlatAtStart(k))
            {
                yield return LostEffect(evidence, k);
            }
            else if (evidence.EffectiveValue(k) is { } effective)
            {
                yield return NoEffectYet(evidence, k, effective);
            }
            else
            {
                dead.Add(k);
            }
        }

        if (dead.Count > 0)
        {
            yield return NoEffect(evidence, [.. dead]);
        }
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
        (string, double)[] numbers =
        [
            ("rank", end.Rank),
            ("parameters", end.ParameterCount),
            ("smallest over largest singular value", ratio),
        ];
        if (evidence.IsDeterminedElsewhere)
        {
            yield return Diagnose(
                DiagnosisKind.SingularJacobian,
                $"The Jacobian is singular at this point: {Join(names)} act on the model only together here ({value}). "
                + "Elsewhere the data tell them apart."
                + OneOf(StartWithin(evidence) ?? "start elsewhere", evidence.Hints.Search),
                names,
                numbers);
            yield break;
        }

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
            numbers);
    }

    /// <summary>
    /// The cause of a singular Jacobian if that is not a property of the model: some parameters had no effect at the
    /// start, or the Jacobian was not singular there. Null otherwise.
    /// </summary>
    private static Diagnosis? LeftBehind(Evidence evidence, int[] involved)
    {
        string[] names = [.. involved.Select(evidence.Name)];
        int[] moved = [.. involved.Where(k => evidence.Reached[k] != evidence.Start[k])];
        string moves = Join([.. (moved.Length > 0 ? moved : involved).Select(k => Move(evidence, k))]);
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

        if (evidence.AtStart is not { HasFullRank: true })
        {
            return null;
        }

        return IsLimit(evidence)
            ? Diagnose(
                DiagnosisKind.FlatParameter,
                $"The data do not limit {Join(names)}: the solver moved {moves}, where only a combination of them has "
                + "an effect, as where a step falls between two points. The limit of the model describes the data as "
                + "well." + OneOf("use that", evidence.Hints.Fix("one of them"), "add points where the curve bends"),
                names,
                numbers)
            : Diagnose(
                DiagnosisKind.JumpedOntoPlateau,
                $"A step jumped onto a plateau, where {Join(names)} act on the model only together: it moved {moves}. "
                + "At the start the data told them apart."
                + OneOf(evidence.Hints.ShorterFirstStep, "start closer", evidence.Hints.Search),
                names,
                numbers);
    }

    /// <summary>A parameter that had an effect at the start, or that the data do without.</summary>
    private static Diagnosis LostEffect(Evidence evidence, int k)
    {
        string name = evidence.Name(k);
        string start = Plain(evidence.Start[k]);
        string end = Plain(evidence.Reached[k]);
        (string, double)[] numbers = Effects(evidence, k);
        if (evidence.IsSpare(k))
        {
            return Diagnose(
                DiagnosisKind.FlatParameter,
                $"{name} has no effect at the end, {name} = {end}, because the data do without its term.",
                [name],
                numbers);
        }

        if (IsLimit(evidence))
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
        string cause = !moved.Contains(k) && moved.Length > 0
            ? $", because the first step moved {Join([.. moved.Select(j => Move(evidence, j))])}. {name} itself never "
                + $"moved from {start}."
            : $": one unit of it changed the model by {Short(evidence.StartNorms?[k] ?? double.NaN)} at the start, "
                + $"{name} = {start}, but by {Short(evidence.End!.ColumnNorms[k])} at the end, {name} = {end}. A step "
                + "jumped onto a plateau.";
        return Diagnose(
            DiagnosisKind.JumpedOntoPlateau,
            $"{name} has lost its effect{cause}"
            + OneOf(evidence.Hints.ShorterFirstStep, "start closer", evidence.Hints.Search),
            [name],
            numbers);
    }

    /// <summary>A parameter without effect at the start, but with one at another value.</summary>
    private static Diagnosis NoEffectYet(Evidence evidence, int k, (double Value, bool Acts) effective)
    {
        string name = evidence.Name(k);
        return Diagnose(
            DiagnosisKind.StartOnPlateau,
            $"The start lies on a plateau: at {name} = {Plain(evidence.Start[k])} the model does not depend on {name}, "
            + $"so the solver cannot find a direction, but at {name} = {Plain(effective.Value)} it "
            + (effective.Acts ? "does." : "is another one, also without a slope.")
            + OneOf(
                StartWithin(evidence) ?? (effective.Acts
                    ? $"start {name} there"
                    : $"start {name} where the curve bends within the data"),
                evidence.Hints.Search),
            [name],
            [.. Effects(evidence, k), ("effective value", effective.Value)]);
    }

    /// <summary>Whether the end describes the data well, so that a plateau there is a limit of the model.</summary>
    private static bool IsLimit(Evidence evidence) => evidence.Outcome.Converged
        && evidence.Problem.Explained(evidence.End!.SumOfSquares) > WellExplained
        && evidence.Residuals.Order > LeastOrder;

    /// <summary>Parameters without effect at the start, at the end and at any value tried.</summary>
    private static Diagnosis NoEffect(Evidence evidence, int[] flat)
    {
        string[] names = [.. flat.Select(evidence.Name)];
        int[] moved = [.. flat.Where(k => evidence.Start[k] != evidence.Reached[k])];
        (string it, string one) = flat.Length == 1 ? ("it", "it") : ("them", "all but one");
        string moves = moved.Length == 0
            ? $"{Join(names)} did not move"
            : Join([.. moved.Select(k => Move(evidence, k, "moved "))]) + " by chance";
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
            [.. flat.SelectMany(k => Effects(evidence, k, flat.Length == 1 ? "" : $" of {evidence.Name(k)}"))]);
    }

    /// <summary>What a parameter was and is, and what it did and does to the model.</summary>
    private static (string, double)[] Effects(Evidence evidence, int k, string of = "") =>
    [
        ($"start{of}", evidence.Start[k]),
        ($"end{of}", evidence.Reached[k]),
        ($"effect{of} at the start", evidence.StartNorms?[k] ?? double.NaN),
        ($"effect{of} at the end", evidence.End!.ColumnNorms[k]),
    ];

    private static string Move(Evidence evidence, int k, string verb = "") =>
        $"{evidence.Name(k)} {verb}from {Apart(evidence.Start[k], evidence.Reached[k])}";

    /// <summary>Two numbers with as many digits as tell them apart.</summary>
    private static string Apart(double start, double end)
    {
        int digits = Enumerable.Range(ShortDigits, MostDigits - ShortDigits)
            .FirstOrDefault(count => Plain(start, count) != Plain(end, count), MostDigits);
        return $"{Plain(start, digits)} to {Plain(end, digits)}";
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
                && evidence.ChangesModel(k, (least / 2) + (most / 2)))
            {
                return $"start {evidence.Name(k)} within the data, where {predictors.Names[c]} is from "
                    + $"{Plain(least)} to {Plain(most)}";
            }
        }

        return null;
    }
}
