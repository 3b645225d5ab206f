using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// Bounds in JSON: <c>{"Lb": [0, "-Infinity"], "Ub": 1}</c>, where a number is for all parameters and what is left out
/// is infinite. <see cref="Bounds"/> has it already.
/// </summary>
public sealed class BoundsJsonConverter : JsonConverter<Bounds>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">These are no bounds.</exception>
    public override Bounds Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Errors.JsonBounds();
        }

        OneOrEach lower = Bounds.None.Lower;
        OneOrEach upper = Bounds.None.Upper;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = reader.GetString();
            reader.Read();
            OneOrEach values = OneOrEach.Read(ref reader);
            if (JsonNames.Is(name, nameof(Bounds.Lb), options))
            {
                lower = values;
            }
            else if (JsonNames.Is(name, nameof(Bounds.Ub), options))
            {
                upper = values;
            }
            else
            {
                throw Errors.JsonBounds();
            }
        }

        return new(lower, upper);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Bounds value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WritePropertyName(JsonNames.Of(nameof(Bounds.Lb), options));
        value.Lower.Write(writer);
        writer.WritePropertyName(JsonNames.Of(nameof(Bounds.Ub), options));
        value.Upper.Write(writer);
        writer.WriteEndObject();
    }
}
