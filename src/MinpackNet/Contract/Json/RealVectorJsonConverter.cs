using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// Vectors in JSON: an array of numbers, with NaN and infinities as strings. <see cref="RealVector"/> has it already.
/// </summary>
public sealed class RealVectorJsonConverter : JsonConverter<RealVector>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">This is not an array of numbers.</exception>
    public override RealVector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(JsonNumbers.ReadRow(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RealVector value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        JsonNumbers.WriteRow(writer, value);
    }
}
