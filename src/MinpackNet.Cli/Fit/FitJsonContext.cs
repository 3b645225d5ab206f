using System.Text.Json.Serialization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Writes fits to JSON.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters =
    [
        typeof(CamelCaseEnumConverter<LeastSquaresStatus>),
        typeof(CamelCaseEnumConverter<DiagnosisKind>),
    ])]
[JsonSerializable(typeof(FitDocument))]
internal sealed partial class FitJsonContext : JsonSerializerContext;
