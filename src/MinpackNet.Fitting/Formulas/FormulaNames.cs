using System.ComponentModel;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>What the names in a formula stand for.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FormulaNames
{
    /// <summary>One predictor, x; all other names are parameters. Set properties to change that.</summary>
    public FormulaNames()
    {
    }

    /// <summary>
    /// For JSON: what a document leaves out keeps its default also in generated code, which sets no property that has
    /// an argument here.
    /// </summary>
    /// <param name="predictors">See the property; null for its default.</param>
    /// <param name="parameters">See the property.</param>
    [JsonConstructor]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public FormulaNames(IReadOnlyList<string>? predictors = null, IReadOnlyList<string>? parameters = null)
    {
        Predictors = predictors ?? Predictors;
        Parameters = parameters;
    }

    /// <summary>
    /// The names of the predictors; those that the formula does not use are left out. Default: x alone.
    /// </summary>
    /// <exception cref="ArgumentNullException">They are null.</exception>
    public IReadOnlyList<string> Predictors
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Predictors));
            field = new ValueList<string>(value);
        }
    } = new ValueList<string>([Fitting.Predictors.DefaultName]);

    /// <summary>
    /// The names of the parameters in the desired order. Null, the default, means all other names in the order in which
    /// they first occur.
    /// </summary>
    public IReadOnlyList<string>? Parameters
    {
        get;
        init => field = value is null ? null : new ValueList<string>(value);
    }
}
