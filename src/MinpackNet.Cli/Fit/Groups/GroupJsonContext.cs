using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet.Cli;

/// <summary>Writes the fits of groups to lines of JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(NumberConverter)])]
[JsonSerializable(typeof(GroupDocument))]
internal sealed partial class GroupJsonContext : JsonSerializerContext
{
    /// <summary>Escapes what JSON must, and each document on one line.</summary>
    public static GroupJsonContext OneLine => field ??= new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
