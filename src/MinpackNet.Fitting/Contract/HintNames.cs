using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>
/// What the hints of a fit call the things that they advise: the library's names by default, others for a program with
/// names of its own, such as a command with options. Null stands for what the program does not have; no hint advises
/// it.
/// </summary>
public sealed record HintNames
{
    /// <summary>The library's names.</summary>
    public static HintNames Library { get; } = new();

    /// <summary>The search for the lowest minimum. Default: FitStrategy.Search.</summary>
    public string? Search { get; init; } = "FitStrategy.Search";

    /// <summary>What keeps parameters at their start values. Default: FitOptions.Fixed.</summary>
    public string? Fixed { get; init; } = "FitOptions.Fixed";

    /// <summary>
    /// What gives absolute standard deviations. Default: FitOptions.Sigma and FitOptions.AbsoluteSigma.
    /// </summary>
    public string? AbsoluteSigma { get; init; } = "FitOptions.Sigma and FitOptions.AbsoluteSigma";

    /// <summary>The limit on evaluations. Default: LeastSquaresOptions.MaxEvaluations.</summary>
    public string? MaxEvaluations { get; init; } = "LeastSquaresOptions.MaxEvaluations";

    /// <summary>The bound of the first step. Default: LeastSquaresOptions.InitialStepFactor.</summary>
    public string? InitialStepFactor { get; init; } = "LeastSquaresOptions.InitialStepFactor";

    /// <summary>The scale factors of the parameters. Default: LeastSquaresOptions.ParameterScale.</summary>
    public string? ParameterScale { get; init; } = "LeastSquaresOptions.ParameterScale";

    /// <summary>The relative error of the model. Default: LeastSquaresOptions.ResidualPrecision.</summary>
    public string? ResidualPrecision { get; init; } = "LeastSquaresOptions.ResidualPrecision";

    /// <summary>
    /// The tolerances. Default: LeastSquaresOptions.FunctionTolerance and LeastSquaresOptions.StepTolerance.
    /// </summary>
    public string? Tolerances { get; init; } =
        "LeastSquaresOptions.FunctionTolerance and LeastSquaresOptions.StepTolerance";

    /// <summary>The solves of a search. Default: FitResult.Attempts.</summary>
    public string? Attempts { get; init; } = "FitResult.Attempts";

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
}
