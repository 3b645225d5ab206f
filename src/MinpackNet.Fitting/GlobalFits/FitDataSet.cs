namespace MinpackNet.Fitting;

/// <summary>One of several data sets that are fitted together.</summary>
/// <param name="x">See the property, as for all the others.</param>
/// <param name="y">The same.</param>
/// <param name="name">The same.</param>
/// <param name="sigma">The same.</param>
public sealed class FitDataSet(
    Predictors x, IReadOnlyList<double> y, string? name = null, IReadOnlyList<double>? sigma = null)
{
    /// <summary>The predictors at the points of the set; an array for a single predictor.</summary>
    public Predictors X { get; } = x;

    /// <summary>The observations: finite, and as many as there are points.</summary>
    public IReadOnlyList<double> Y { get; } = y;

    /// <summary>What to call the set; null, the default, for its number, from 1.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// The standard deviations of the observations, one for each or one for all, positive and finite; null, the
    /// default, for a weight of one. Either all sets of a fit have some or none.
    /// </summary>
    public IReadOnlyList<double>? Sigma { get; } = sigma;
}
