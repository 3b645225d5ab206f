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
    /// <param name="bounds">The same; null for none.</param>
    /// <param name="loss">The same.</param>
    /// <param name="counts">The same.</param>
    [JsonConstructor]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public FitOptions(
        IReadOnlyList<double>? sigma = null,
        bool absoluteSigma = false,
        IReadOnlyList<string>? @fixed = null,
        FitStrategy strategy = FitStrategy.Plain,
        LeastSquaresOptions? solver = null,
        IReadOnlyList<ParameterBound>? bounds = null,
        Loss? loss = null,
        bool counts = false)
    {
        Sigma = sigma;
        AbsoluteSigma = absoluteSigma;
        Fixed = @fixed ?? [];
        Strategy = strategy;
        Solver = solver;
        Bounds = bounds ?? [];
        Loss = loss;
        Counts = counts;
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
            field = new ValueList<string>(value);
        }
    } = new ValueList<string>([]);

    /// <summary>
    /// The bounds of parameters, such as <c>[("b1", 0, 10)]</c>; the start must lie within. Default: none. A parameter
    /// that a bound holds back has exactly its value and no standard error, and the errors of the others are
    /// conditional on it.
    /// </summary>
    public IReadOnlyList<ParameterBound> Bounds
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Bounds));
            field = new ValueList<ParameterBound>(value);
        }
    } = new ValueList<ParameterBound>([]);

    /// <summary>
    /// The loss that replaces the square of each residual, divided by its standard deviation with <see cref="Sigma"/>,
    /// such as <c>Loss.Huber(1.5)</c> where some observations are outliers. Null, the default, for least
    /// squares. Not with <see cref="FitStrategy.Search"/>, whose certificates are for sums of squares.
    /// </summary>
    public Loss? Loss { get; init; }

    /// <summary>
    /// Whether the observations are counts, which scatter by the roots of their expectations: the fit minimizes the
    /// deviance of the Poisson distribution, 2 Σ (y log(y/f) - y + f), in place of the sum of squares, counts of zero
    /// have their part, and errors come from Fisher's information, as in R's glm with family poisson. The model must be
    /// positive where there are counts. Not with <see cref="Sigma"/>, <see cref="Loss"/> or
    /// <see cref="FitStrategy.Search"/>. Default: false.
    /// </summary>
    public bool Counts { get; init; }

    /// <summary>Whether the scatter of the observations is known in absolute terms.</summary>
    internal bool KnowsScatter => Counts || (AbsoluteSigma && Sigma is not null);

    /// <summary>How hard the fit tries. Default: one solve.</summary>
    public FitStrategy Strategy { get; init; }

    /// <summary>
    /// The options of the solver; null, the default, means SciPy's defaults. <see cref="FitStrategy.Search"/> sets the
    /// tolerances, step factors and the limit on evaluations itself. <see cref="SolverOptions.ParameterScale"/> has one
    /// factor for each parameter that is not fixed. Bounds and losses are options of the fit, not of the solver.
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
        builder.Append(
            CultureInfo.InvariantCulture,
            $"Solver = {Solver}, Bounds = {Bounds}, Loss = {Loss}, Counts = {Counts}");
        return true;
    }
}
