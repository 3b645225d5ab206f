using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>A bootstrap, as written to JSON.</summary>
/// <param name="Kind">How its data were made.</param>
/// <param name="Samples">The number of refits.</param>
/// <param name="Seed">That of the random numbers.</param>
/// <param name="Failed">The number of refits that failed.</param>
/// <param name="Objection">Why it tells nothing; null if it does.</param>
/// <param name="Parameters">What it says of each parameter.</param>
/// <param name="Derived">What it says of each derived quantity.</param>
internal sealed record FitBootstrap(
    BootstrapKind Kind,
    int Samples,
    int Seed,
    int Failed,
    string? Objection,
    IReadOnlyList<FitDraws> Parameters,
    IReadOnlyList<FitDraws> Derived)
{
    /// <summary>Null where none was asked for.</summary>
    public static FitBootstrap? Of(FittedData data) => data.Bootstrap is not { } bootstrap ? null : new(
        bootstrap.Kind,
        bootstrap.SampleCount,
        bootstrap.Seed,
        bootstrap.FailedCount,
        bootstrap.Objection,
        [.. bootstrap.Estimates(data.Request.Level).Select(FitDraws.Of)],
        [.. data.Derived.Select(quantity =>
            FitDraws.Of(bootstrap.Derive(quantity.Formula, quantity.Name, data.Request.Level)))]);
}
