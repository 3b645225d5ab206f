using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>Reads and writes the documents of jobs, by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FitJobDocument))]
[JsonSerializable(typeof(FittedPartDocument))]
internal sealed partial class JobJsonContext : JsonSerializerContext
{
    /// <summary>Escapes what JSON must, and each document on one line.</summary>
    public static JobJsonContext OneLine => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
