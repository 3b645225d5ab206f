using System.Text.Json.Serialization;
using MinpackNet.Nist;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Writes certificates.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters =
    [
        typeof(CamelCaseEnumConverter<JacobianMode>),
        typeof(CamelCaseEnumConverter<ToleranceMode>),
        typeof(CamelCaseEnumConverter<FitStrategy>),
        typeof(CamelCaseEnumConverter<NistLevel>),
        typeof(CamelCaseEnumConverter<LeastSquaresStatus>),
    ])]
[JsonSerializable(typeof(Certificate))]
internal sealed partial class CertificateJsonContext : JsonSerializerContext;
