using System.Collections.Immutable;

namespace MinpackNet.Nist;

/// <summary>A 60-digit solution as stored in its JSON file, where numbers are strings.</summary>
internal sealed record NistRefinement(ImmutableArray<double> Params, ImmutableArray<double> StdErr, double Rss);
