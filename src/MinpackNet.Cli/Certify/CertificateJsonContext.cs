using System.Text.Json.Serialization;
using MinpackNet.Fitting;
using MinpackNet.Nist;

namespace MinpackNet.Cli;

/// <summary>Writes certificates to JSON.</summary>
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
