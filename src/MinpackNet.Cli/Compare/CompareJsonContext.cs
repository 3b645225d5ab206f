using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet.Cli;

/// <summary>Writes comparisons to JSON, in the form of fits.</summary>
[JsonSerializable(typeof(CompareDocument))]
internal sealed partial class CompareJsonContext : JsonSerializerContext
{
    public static CompareJsonContext Readable => field ??=
        new(new JsonSerializerOptions(FitJsonContext.Readable.Options) { TypeInfoResolver = null });
}
