using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet.Cli;

/// <summary>Writes the members of an enum in camel case, as properties are.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
