namespace MinpackNet.Fitting;

/// <summary>What the names in a formula stand for.</summary>
public sealed record FormulaNames
{
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
            field = Array.AsReadOnly([.. value]);
        }
    } = [Fitting.Predictors.DefaultName];

    /// <summary>
    /// The names of the parameters in the desired order. Null, the default, means all other names in the order in which
    /// they first occur.
    /// </summary>
    public IReadOnlyList<string>? Parameters
    {
        get;
        init => field = value is null ? null : Array.AsReadOnly([.. value]);
    }
}
