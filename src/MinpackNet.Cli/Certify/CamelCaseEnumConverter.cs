using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet.Cli;

/// <summary>Writes the members of an enumeration as properties are written.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
