using System.Collections.Immutable;

namespace MinpackNet.Nist;

/// <summary>A set as stored in its JSON file, with either <c>x</c> or both <c>x1</c> and <c>x2</c>.</summary>
internal sealed record NistDataSet(
    string Name,
    string Level,
    string Response,
    string Model,
    double[]? X,
    double[]? X1,
    double[]? X2,
    double[] Y,
    ImmutableArray<ImmutableArray<double>> Starts,
    ImmutableArray<double> Certified,
    ImmutableArray<double> CertifiedStdErr,
    double Rss);
