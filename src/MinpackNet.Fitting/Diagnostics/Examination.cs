using System.Globalization;

namespace MinpackNet.Fitting.Diagnostics;

/// <summary>Looks for all that can be known about a fit.</summary>
internal static class Examination
{
    /// <summary>The checks, likely causes first and mere consequences last.</summary>
    private static readonly Func<Evidence, IEnumerable<Diagnosis>>[] Checks =
    [
        ModelChecks.NonFiniteValues,
        ModelChecks.SquaresOutOfRange,
        ModelChecks.WrongJacobian,
        ModelChecks.NoisyModel,
        EffectChecks.Plateaus,
        EffectChecks.SingularJacobian,
        SolverChecks.BadScaling,
        SolverChecks.TooTightTolerances,
        SolverChecks.EvaluationLimit,
        SolverChecks.NotCertified,
        SolverChecks.NotAtMinimum,
        EffectChecks.ParametersThatDidNotMove,
        EffectChecks.StrongCorrelations,
        EffectChecks.NoDegreesOfFreedom,
    ];

    /// <summary>All diagnoses; none when somebody ended the fit, of which nothing is known then.</summary>
    public static IReadOnlyList<Diagnosis> Of(Evidence evidence) => evidence.Outcome.WasInterrupted
        ? []
        : [.. Checks.SelectMany(check => check(evidence))];

    /// <summary>A diagnosis, with its evidence by name.</summary>
    public static Diagnosis Diagnose(
        DiagnosisKind kind,
        string message,
        IEnumerable<string> parameters,
        params (string Name, double Value)[] evidence) =>
        new(kind, message, [.. parameters], evidence.ToDictionary(item => item.Name, item => item.Value));

    /// <summary>A number within a sentence.</summary>
    public static string Show(double value) => value.ToString("G3", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>Names within a sentence.</summary>
    public static string Join(IReadOnlyList<string> names) => names.Count == 1
        ? names[0]
        : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
