using System.Text.Json;

namespace MinpackNet.Samples;

/// <summary>The body of POST /fit.</summary>
/// <param name="Job">A fit job.</param>
/// <param name="X">The m points that all fits have in common, by the names of the predictors.</param>
/// <param name="Y">The observations of each fit, m numbers.</param>
/// <param name="Sigma">The standard deviations of each; may be left out.</param>
internal sealed record FitOrder(
    JsonElement Job, Dictionary<string, double[]> X, double[][] Y, double[][]? Sigma = null)
{
    /// <summary>A body in short.</summary>
    public const string Shape =
        """{"job":{...},"x":{"NAME":[...]},"y":[[...],...],"sigma":[[...],...]}""";
}
