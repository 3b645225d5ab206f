using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MinpackNet.Fitting;
using MinpackNet.Nist;

namespace MinpackNet.Cli;

/// <summary>Writes certificates to JSON.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(NumberConverter),
        typeof(CamelCaseEnumConverter<JacobianMode>),
        typeof(CamelCaseEnumConverter<ToleranceMode>),
        typeof(CamelCaseEnumConverter<FitStrategy>),
        typeof(CamelCaseEnumConverter<StartMode>),
        typeof(CamelCaseEnumConverter<NistLevel>),
        typeof(CamelCaseEnumConverter<LeastSquaresStatus>),
    ])]
[JsonSerializable(typeof(Certificate))]
internal sealed partial class CertificateJsonContext : JsonSerializerContext
{
    /// <summary>Escapes what JSON must: the + of a formula stays. The document is not for embedding in HTML.</summary>
    public static CertificateJsonContext Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
