using System.Text.Json.Serialization;

namespace MinpackNet.Samples;

/// <summary>Reads the bodies of requests, and nothing that is not described.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    MaxDepth = 16)]
[JsonSerializable(typeof(FitOrder))]
internal sealed partial class OrderJsonContext : JsonSerializerContext;
