using System.ComponentModel;
using System.Text;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>
/// What the hints of a fit call the things that they advise: the library's names by default, others for a program with
/// names of its own, such as a command with options. Null stands for what the program does not have; no hint advises
/// it.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record HintNames
{
    private const string OfSearch = "FitStrategy.Search";
    private const string OfFixed = "FitOptions.Fixed";
    private const string OfAbsoluteSigma = "FitOptions.Sigma and FitOptions.AbsoluteSigma";
    private const string OfMaxEvaluations = "LeastSquaresOptions.MaxEvaluations";
    private const string OfInitialStepFactor = "LeastSquaresOptions.InitialStepFactor";
    private const string OfParameterScale = "LeastSquaresOptions.ParameterScale";
    private const string OfResidualPrecision = "LeastSquaresOptions.ResidualPrecision";
    private const string OfTolerances =
        "LeastSquaresOptions.FunctionTolerance and LeastSquaresOptions.StepTolerance";
    private const string OfAttempts = "FitResult.Attempts";
    private const string OfBounds = "FitOptions.Bounds";

    /// <summary>The library's names. Set properties to change them.</summary>
    public HintNames()
    {
    }

    /// <summary>
    /// For JSON: what a document leaves out keeps its default also in generated code, which sets no property that has
    /// an argument here.
    /// </summary>
    /// <param name="search">See the property, as for all the others.</param>
    /// <param name="fixed">The same.</param>
    /// <param name="absoluteSigma">The same.</param>
    /// <param name="maxEvaluations">The same.</param>
    /// <param name="initialStepFactor">The same.</param>
    /// <param name="parameterScale">The same.</param>
    /// <param name="residualPrecision">The same.</param>
    /// <param name="tolerances">The same.</param>
    /// <param name="attempts">The same.</param>
    /// <param name="bounds">The same.</param>
    [JsonConstructor]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HintNames(
        string? search = OfSearch,
        string? @fixed = OfFixed,
        string? absoluteSigma = OfAbsoluteSigma,
        string? maxEvaluations = OfMaxEvaluations,
        string? initialStepFactor = OfInitialStepFactor,
        string? parameterScale = OfParameterScale,
        string? residualPrecision = OfResidualPrecision,
        string? tolerances = OfTolerances,
        string? attempts = OfAttempts,
        string? bounds = OfBounds)
        : this() // so that Point is the same function
    {
        Search = search;
        Fixed = @fixed;
        AbsoluteSigma = absoluteSigma;
        MaxEvaluations = maxEvaluations;
        InitialStepFactor = initialStepFactor;
        ParameterScale = parameterScale;
        ResidualPrecision = residualPrecision;
        Tolerances = tolerances;
        Attempts = attempts;
        Bounds = bounds;
    }

    /// <summary>The library's names.</summary>
    public static HintNames Library { get; } = new();

    /// <summary>The search for the lowest minimum. Default: FitStrategy.Search.</summary>
    public string? Search { get; init; } = OfSearch;

    /// <summary>What keeps parameters at their start values. Default: FitOptions.Fixed.</summary>
    public string? Fixed { get; init; } = OfFixed;

    /// <summary>
    /// What gives absolute standard deviations. Default: FitOptions.Sigma and FitOptions.AbsoluteSigma.
    /// </summary>
    public string? AbsoluteSigma { get; init; } = OfAbsoluteSigma;

    /// <summary>The limit on evaluations. Default: LeastSquaresOptions.MaxEvaluations.</summary>
    public string? MaxEvaluations { get; init; } = OfMaxEvaluations;

    /// <summary>The bound of the first step. Default: LeastSquaresOptions.InitialStepFactor.</summary>
    public string? InitialStepFactor { get; init; } = OfInitialStepFactor;

    /// <summary>The scale factors of the parameters. Default: LeastSquaresOptions.ParameterScale.</summary>
    public string? ParameterScale { get; init; } = OfParameterScale;

    /// <summary>The relative error of the model. Default: LeastSquaresOptions.ResidualPrecision.</summary>
    public string? ResidualPrecision { get; init; } = OfResidualPrecision;

    /// <summary>
    /// The tolerances. Default: LeastSquaresOptions.FunctionTolerance and LeastSquaresOptions.StepTolerance.
    /// </summary>
    public string? Tolerances { get; init; } = OfTolerances;

    /// <summary>The solves of a search. Default: FitResult.Attempts.</summary>
    public string? Attempts { get; init; } = OfAttempts;

    /// <summary>The bounds of parameters. Default: FitOptions.Bounds.</summary>
    public string? Bounds { get; init; } = OfBounds;

    /// <summary>
    /// What a message calls a point, by its index from 0, such as the line of the file it was read from. Default: point
    /// and the index. Not part of JSON.
    /// </summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    [JsonIgnore]
    public Func<int, string> Point
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Point));
            field = value;
        }
    } = index => FormattableString.Invariant($"point {index}");

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append($"Search = {Search}, Fixed = {Fixed}, AbsoluteSigma = {AbsoluteSigma}, ");
        builder.Append($"MaxEvaluations = {MaxEvaluations}, InitialStepFactor = {InitialStepFactor}, ");
        builder.Append($"ParameterScale = {ParameterScale}, ResidualPrecision = {ResidualPrecision}, ");
        builder.Append($"Tolerances = {Tolerances}, Attempts = {Attempts}, Bounds = {Bounds}");
        return true;
    }
}
