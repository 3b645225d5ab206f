using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MinpackNet.Fitting;

namespace MinpackNet.Cli;

/// <summary>Writes fits to JSON.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(NumberConverter),
        typeof(CamelCaseEnumConverter<LeastSquaresStatus>),
        typeof(CamelCaseEnumConverter<DiagnosisKind>),
        typeof(CamelCaseEnumConverter<BoundState>),
        typeof(CamelCaseEnumConverter<BootstrapKind>),
    ])]
[JsonSerializable(typeof(FitDocument))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class FitJsonContext : JsonSerializerContext
{
    /// <summary>Escapes what JSON must: the + of a formula stays. The document is not for embedding in HTML.</summary>
    public static FitJsonContext Readable => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
