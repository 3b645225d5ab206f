using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MinpackNet.Nist;

/// <summary>The 27 nonlinear regression sets of NIST's Statistical Reference Datasets.</summary>
public static class NistProblems
{
    private static readonly (string Name, NistModel Model)[] Models =
    [
        ("Misra1a", ExponentialModels.Saturation),
        ("Chwirut2", ExponentialModels.DecayOverLine),
        ("Chwirut1", ExponentialModels.DecayOverLine),
        ("Lanczos3", ExponentialModels.ThreeDecays),
        ("Gauss1", GaussianModels.TwoPeaksOnDecay),
        ("Gauss2", GaussianModels.TwoPeaksOnDecay),
        ("DanWood", PowerModels.Power),
        ("Misra1b", PowerModels.InverseSquareSaturation),
        ("Kirby2", RationalModels.QuadraticOverQuadratic),
        ("Hahn1", RationalModels.CubicOverCubic),
        ("Nelson", ExponentialModels.Degradation),
        ("MGH17", ExponentialModels.TwoDecaysOnConstant),
        ("Lanczos1", ExponentialModels.ThreeDecays),
        ("Lanczos2", ExponentialModels.ThreeDecays),
        ("Gauss3", GaussianModels.TwoPeaksOnDecay),
        ("Misra1c", PowerModels.InverseRootSaturation),
        ("Misra1d", RationalModels.Saturation),
        ("Roszman1", TrigonometricModels.ArcTangentStep),
        ("ENSO", TrigonometricModels.ThreeCycles),
        ("MGH09", RationalModels.MonicOverMonic),
        ("Thurber", RationalModels.CubicOverCubic),
        ("BoxBOD", ExponentialModels.Saturation),
        ("Rat42", SigmoidModels.Logistic),
        ("MGH10", ExponentialModels.Arrhenius),
        ("Eckerle4", GaussianModels.Peak),
        ("Rat43", SigmoidModels.GeneralizedLogistic),
        ("Bennett5", PowerModels.InverseRoot),
    ];

    /// <summary>All sets in NIST's order, from lower to higher difficulty.</summary>
    public static IReadOnlyList<NistProblem> All { get; } = Load();

    private static NistProblem[] Load()
    {
        Dictionary<string, NistRefinement> refinements =
            Read("nist-refined.json", NistJsonContext.Default.DictionaryStringNistRefinement);
        return [.. Models.Select(entry => new NistProblem(
            Read($"{entry.Name}.json", NistJsonContext.Default.NistDataSet), refinements[entry.Name], entry.Model))];
    }

    private static T Read<T>(string resource, JsonTypeInfo<T> type)
    {
        using Stream stream = typeof(NistProblems).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource '{resource}' is missing from the assembly.");
        return JsonSerializer.Deserialize(stream, type)
            ?? throw new InvalidOperationException($"The resource '{resource}' is empty.");
    }
}
