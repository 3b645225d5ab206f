namespace MinpackNet.Fitting;

/// <summary>Runs all checks on a fit.</summary>
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
        SolverChecks.TolerancesTooTight,
        SolverChecks.EvaluationLimit,
        SolverChecks.NotCertified,
        SolverChecks.NotAtMinimum,
        EffectChecks.ParametersThatDidNotMove,
        EffectChecks.StrongCorrelations,
        ExplanationChecks.ExplainsNothing,
        ExplanationChecks.RunawayParameters,
        EffectChecks.NoDegreesOfFreedom,
    ];

    /// <summary>All diagnoses; none for an interrupted fit, of which nothing is known.</summary>
    public static IReadOnlyList<Diagnosis> Of(Evidence evidence)
    {
        if (evidence.Outcome.WasInterrupted)
        {
            return [];
        }

        Diagnosis[] found = [.. Checks.SelectMany(check => check(evidence))];
        return [.. ExplanationChecks.DistantPredictors(evidence, found), .. found];
    }

    /// <summary>A diagnosis, with its evidence by name.</summary>
    public static Diagnosis Diagnose(
        DiagnosisKind kind,
        string message,
        IEnumerable<string> parameters,
        params (string Name, double Value)[] evidence) =>
        new(kind, message, [.. parameters], evidence.ToDictionary(item => item.Name, item => item.Value));

    /// <summary>Names in a sentence.</summary>
    public static string Join(IReadOnlyList<string> names) => names.Count == 1
        ? names[0]
        : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
