namespace MinpackNet.Samples;

/// <summary>Data that travel with a part.</summary>
/// <param name="X">The m points in common, by the names of the predictors.</param>
/// <param name="Y">The observations of each fit.</param>
/// <param name="Sigma">The standard deviations of each; null for none.</param>
[GenerateSerializer, Immutable]
internal sealed record PartData(
    [property: Id(0)] Dictionary<string, double[]> X,
    [property: Id(1)] double[][] Y,
    [property: Id(2)] double[][]? Sigma);
