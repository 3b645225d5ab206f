using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>One of several data sets, as written to JSON.</summary>
/// <param name="Name">What the column of sets has in its rows.</param>
/// <param name="Rows">The number of its rows.</param>
/// <param name="ChiSquared">Its part of the sum.</param>
/// <param name="Parameters">The estimates by the names in the formula.</param>
internal sealed record FitSet(string Name, int Rows, double ChiSquared, IReadOnlyDictionary<string, double> Parameters)
{
    public static FitSet Of(GlobalFitSet set) => new(
        set.Name,
        set.Fitted.Count,
        set.ChiSquared,
        set.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
}
