using System.Text.Json;

namespace MinpackNet;

/// <summary>The names of properties in JSON, as the caller's policy has them.</summary>
internal static class JsonNames
{
    public static string Of(string property, JsonSerializerOptions options) =>
        options?.PropertyNamingPolicy?.ConvertName(property) ?? property;

    /// <summary>Whether a name that was read is that of a property.</summary>
    public static bool Is(string? name, string property, JsonSerializerOptions options) => string.Equals(
        name,
        Of(property, options),
        options?.PropertyNameCaseInsensitive == true ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
