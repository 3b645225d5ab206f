using static MinpackNet.Fitting.Examination;
using static MinpackNet.Fitting.Hints;

namespace MinpackNet.Fitting;

/// <summary>Tells which bounds shape the result.</summary>
internal static class BoundChecks
{
    public static IEnumerable<Diagnosis> ActiveBounds(Evidence evidence)
    {
        IReadOnlyDictionary<string, BoundState> held = evidence.Outcome.Held;
        if (held.Count == 0 || !evidence.Outcome.Converged)
        {
            return [];
        }

        string[] names = [.. held.Keys];
        string[] places = [.. held.Select(item =>
            $"{item.Key} is at its {(item.Value == BoundState.AtLower ? "lower" : "upper")} bound")];
        string others = evidence.IsAllHeld ? "" : $", and the errors of the others are for {Its(names, "value")}";
        return
        [
            Diagnose(
                DiagnosisKind.ActiveBound,
                $"{Join(places)}: {(names.Length == 1 ? "it has" : "they have")} no standard error{others}. The "
                + $"{evidence.Problem.SumName} would fall beyond.{OneOf(evidence.Hints.WiderBounds)}",
                names),
        ];
    }

    private static string Its(string[] names, string thing) => names.Length == 1 ? $"this {thing}" : $"these {thing}s";
}
