using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>The options of a fit. An instance never changes and may be shared between threads.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record FitOptions
{
    /// <summary>The defaults: one solve with SciPy's defaults and equal weights.</summary>
    public static FitOptions Default { get; } = new();

    /// <summary>
    /// The standard deviations of the observations: m values, or a single one for all; positive and finite. Null, the
    /// default, gives all observations the same weight. SciPy: sigma.
    /// </summary>
    public IReadOnlyList<double>? Sigma
    {
        get;
        init => field = value is null ? null : Array.AsReadOnly([.. value]);
    }

    /// <summary>
    /// Whether <see cref="Sigma"/> is known in absolute terms. If false, the default, it only sets the weights, and the
    /// standard errors are scaled so that reduced chi-squared is one. SciPy: absolute_sigma.
    /// </summary>
    public bool AbsoluteSigma { get; init; }

    /// <summary>The names of the parameters that stay at their start values. Default: none.</summary>
    public IReadOnlyList<string> Fixed
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Fixed));
            field = Array.AsReadOnly([.. value]);
        }
    } = [];

    /// <summary>How hard the fit tries. Default: one solve.</summary>
    public FitStrategy Strategy { get; init; }

    /// <summary>
    /// The options of the solver; null, the default, means SciPy's defaults. <see cref="FitStrategy.Search"/> sets the
    /// tolerances, step factors and the limit on evaluations itself. <see cref="SolverOptions.ParameterScale"/> has one
    /// factor for each parameter that is not fixed.
    /// </summary>
    public LeastSquaresOptions? Solver { get; init; }

    /// <summary>What hints call the things that they advise. Default: <see cref="HintNames.Library"/>.</summary>
    public HintNames HintNames
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(HintNames));
            field = value;
        }
    } = HintNames.Library;
}
