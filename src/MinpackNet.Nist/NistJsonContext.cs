using System.Text.Json.Serialization;

namespace MinpackNet.Nist;

/// <summary>Reads the embedded JSON files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(NistDataSet))]
[JsonSerializable(typeof(Dictionary<string, NistRefinement>))]
internal sealed partial class NistJsonContext : JsonSerializerContext;
