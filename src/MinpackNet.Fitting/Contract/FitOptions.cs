using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>The options of a fit. An instance never changes and may be shared between threads.</summary>
/// <remarks>As JSON and compared like <see cref="SolverOptions"/>.</remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FitOptions
{
    /// <summary>One solve with SciPy's defaults and equal weights. Set properties to change that.</summary>
    public FitOptions()
    {
    }

    /// <summary>
    /// For JSON: what a document leaves out keeps its default also in generated code, which sets no property that has
    /// an argument here.
    /// </summary>
    /// <param name="sigma">See the property, as for all the others.</param>
    /// <param name="absoluteSigma">The same.</param>
    /// <param name="fixed">The same; null for none.</param>
    /// <param name="strategy">The same.</param>
    /// <param name="solver">The same.</param>
    [JsonConstructor]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public FitOptions(
        IReadOnlyList<double>? sigma = null,
        bool absoluteSigma = false,
        IReadOnlyList<string>? @fixed = null,
        FitStrategy strategy = FitStrategy.Plain,
        LeastSquaresOptions? solver = null)
    {
        Sigma = sigma;
        AbsoluteSigma = absoluteSigma;
        Fixed = @fixed ?? [];
        Strategy = strategy;
        Solver = solver;
    }

    /// <summary>The defaults: one solve with SciPy's defaults and equal weights.</summary>
    public static FitOptions Default { get; } = new();

    /// <summary>
    /// The standard deviations of the observations: m values, or a single one for all; positive and finite. Null, the
    /// default, gives all observations the same weight. SciPy: sigma.
    /// </summary>
    public IReadOnlyList<double>? Sigma
    {
        get;
        init => field = value is null ? null : RealVector.Create([.. value]);
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
            field = new NameList(value);
        }
    } = new NameList([]);

    /// <summary>How hard the fit tries. Default: one solve.</summary>
    public FitStrategy Strategy { get; init; }

    /// <summary>
    /// The options of the solver; null, the default, means SciPy's defaults. <see cref="FitStrategy.Search"/> sets the
    /// tolerances, step factors and the limit on evaluations itself. <see cref="SolverOptions.ParameterScale"/> has one
    /// factor for each parameter that is not fixed.
    /// </summary>
    public LeastSquaresOptions? Solver { get; init; }

    /// <summary>
    /// What hints call the things that they advise. Default: <see cref="HintNames.Library"/>. Not part of JSON.
    /// </summary>
    [JsonIgnore]
    public HintNames HintNames
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(HintNames));
            field = value;
        }
    } = HintNames.Library;

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(
            CultureInfo.InvariantCulture,
            $"Sigma = {Sigma}, AbsoluteSigma = {AbsoluteSigma}, Fixed = {Fixed}, Strategy = {Strategy}, ");
        builder.Append(CultureInfo.InvariantCulture, $"Solver = {Solver}");
        return true;
    }
}
