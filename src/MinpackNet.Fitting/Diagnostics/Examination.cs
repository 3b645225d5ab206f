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
        ModelChecks.DomainEdge,
        ModelChecks.NoisyModel,
        CountChecks.EdgeOfCounts,
        PlaceChecks.TooFewPlaces,
        ExplanationChecks.ExplainsNothing,
        ResidualChecks.OrderedResiduals,
        ResidualChecks.LackOfFit,
        ResidualChecks.CorrelatedResiduals,
        ResidualChecks.UnexpectedScatter,
        ExplanationChecks.SpareTerm,
        PlateauChecks.Plateaus,
        PlateauChecks.SingularJacobian,
        BoundChecks.ActiveBounds,
        SolverChecks.BadScaling,
        SolverChecks.TolerancesTooTight,
        SolverChecks.EvaluationLimit,
        SolverChecks.NotCertified,
        SolverChecks.NotAtMinimum,
        EffectChecks.ParametersThatDidNotMove,
        EffectChecks.StrongCorrelations,
        ExplanationChecks.RunawayParameters,
        PlaceChecks.AliasedFrequencies,
        EffectChecks.NoDegreesOfFreedom,
        ResidualChecks.NonNormalResiduals,
    ];

    /// <summary>The checks of a fit whose parameters are all at bounds, where the gradient is not zero.</summary>
    private static readonly Func<Evidence, IEnumerable<Diagnosis>>[] ChecksOfHeld =
    [
        ModelChecks.NonFiniteValues,
        ModelChecks.SquaresOutOfRange,
        BoundChecks.ActiveBounds,
        SolverChecks.EvaluationLimit,
    ];

    /// <summary>The checks of an interrupted search, which cost no more than two sets of derivatives.</summary>
    private static readonly Func<Evidence, IEnumerable<Diagnosis>>[] CheapChecks =
    [
        ModelChecks.NonFiniteValues,
        ModelChecks.SquaresOutOfRange,
        PlaceChecks.TooFewPlaces,
        ExplanationChecks.ExplainsNothing,
        PlateauChecks.Plateaus,
        PlateauChecks.SingularJacobian,
        SolverChecks.NotCertified,
        EffectChecks.NoDegreesOfFreedom,
    ];

    /// <summary>
    /// All diagnoses; those that are cheap for an interrupted search, and none for an interrupted solve, of which
    /// nothing is known.
    /// </summary>
    public static IReadOnlyList<Diagnosis> Of(Evidence evidence)
    {
        if (evidence.Outcome.WasInterrupted)
        {
            return evidence.Outcome.Attempts.Count > 0 ? [.. CheapChecks.SelectMany(check => check(evidence))] : [];
        }

        if (evidence.IsAllHeld)
        {
            return [.. ChecksOfHeld.SelectMany(check => check(evidence))];
        }

        Diagnosis[] found = [.. Checks.SelectMany(check => check(evidence))];
        Diagnosis[] distant = [.. DistanceChecks.DistantPredictors(evidence, found)];
        string[] explained = [.. distant.SelectMany(diagnosis => diagnosis.Parameters)];
        return
        [
            .. distant,
            .. found.SelectMany(diagnosis => diagnosis.Kind == DiagnosisKind.RunawayParameter
                ? ExplanationChecks.RunawayParameters(evidence, explained)
                : [diagnosis]),
        ];
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
