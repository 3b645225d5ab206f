using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// The numbers of diagonals below and above the main one in JSON: <c>[lower, upper]</c>. The options that have a band
/// have it already.
/// </summary>
public sealed class BandJsonConverter : JsonConverter<(int Lower, int Upper)>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">This is not an array of two integers.</exception>
    public override (int Lower, int Upper) Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        bool isArray = reader.TokenType == JsonTokenType.StartArray;
        int lower = 0;
        int upper = 0;
        return isArray && ReadInteger(ref reader, ref lower) && ReadInteger(ref reader, ref upper)
            && reader.Read() && reader.TokenType == JsonTokenType.EndArray
            ? (lower, upper)
            : throw Errors.JsonBand();
    }

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter writer, (int Lower, int Upper) value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Lower);
        writer.WriteNumberValue(value.Upper);
        writer.WriteEndArray();
    }

    private static bool ReadInteger(ref Utf8JsonReader reader, ref int value) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out value);
}
