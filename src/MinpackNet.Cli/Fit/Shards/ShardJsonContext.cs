using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet.Cli;

/// <summary>Reads and writes the documents of jobs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JobManifest))]
[JsonSerializable(typeof(JobPart))]
internal sealed partial class ShardJsonContext : JsonSerializerContext
{
    /// <summary>Escapes what JSON must, and each document on one line.</summary>
    public static ShardJsonContext OneLine => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The same on several lines.</summary>
    public static ShardJsonContext Readable => field ??= new(new JsonSerializerOptions(OneLine.Options)
    {
        WriteIndented = true,
    });
}
