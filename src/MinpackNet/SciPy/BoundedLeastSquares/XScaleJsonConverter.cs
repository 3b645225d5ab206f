using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>Scales in JSON: one number, an array of numbers, or "jac". <see cref="XScale"/> has it already.</summary>
public sealed class XScaleJsonConverter : JsonConverter<XScale>
{
    private const string Jac = "jac";

    /// <inheritdoc/>
    /// <exception cref="JsonException">This is none of the three.</exception>
    public override XScale Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Number => reader.GetDouble(),
            JsonTokenType.String when reader.GetString() == Jac => XScale.Jac,
            _ => XScale.Create(JsonNumbers.ReadRow(ref reader)),
        };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, XScale value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.IsJac)
        {
            writer.WriteStringValue(Jac);
        }
        else
        {
            value.Units.Write(writer);
        }
    }
}
