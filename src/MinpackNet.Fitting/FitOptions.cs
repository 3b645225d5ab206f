namespace MinpackNet.Fitting;

/// <summary>What a fit can be told. An instance never changes and may be shared between threads.</summary>
public sealed record FitOptions
{
    /// <summary>The defaults: one solve with SciPy's defaults, all observations alike.</summary>
    public static FitOptions Default { get; } = new();

    /// <summary>
    /// The standard deviations of the observations: m of them, or one for all; positive and finite. Null, the default:
    /// all alike. SciPy: sigma.
    /// </summary>
    public IReadOnlyList<double>? Sigma
    {
        get;
        init => field = value is null ? null : Array.AsReadOnly([.. value]);
    }

    /// <summary>
    /// Whether <see cref="Sigma"/> holds in absolute terms. If not, the default, it gives weights only, and the errors
    /// are scaled so that reduced chi-squared is one. SciPy: absolute_sigma.
    /// </summary>
    public bool AbsoluteSigma { get; init; }

    /// <summary>The names of parameters that stay at their start values. Default: none.</summary>
    public IReadOnlyList<string> Fixed
    {
        get;
        init => field = Array.AsReadOnly([.. value ?? throw new ArgumentNullException(nameof(Fixed))]);
    } = [];

    /// <summary>How hard the fit tries. Default: one solve.</summary>
    public FitStrategy Strategy { get; init; }

    /// <summary>
    /// What the solver is told; null, the default, means SciPy's defaults. The ladder sets tolerances, step factors and
    /// the limit on evaluations itself. <see cref="SolverOptions.ParameterScale"/> has one factor for each parameter
    /// that is not fixed.
    /// </summary>
    public LeastSquaresOptions? Solver { get; init; }
}
