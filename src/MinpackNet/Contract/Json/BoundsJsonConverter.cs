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

        (double[] Values, bool IsOne) lower = ([double.NegativeInfinity], true);
        (double[] Values, bool IsOne) upper = ([double.PositiveInfinity], true);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = reader.GetString();
            reader.Read();
            bool isOne = reader.TokenType != JsonTokenType.StartArray;
            double[] values = isOne ? [JsonNumbers.Read(ref reader)] : JsonNumbers.ReadRow(ref reader);
            if (name == nameof(Bounds.Lb))
            {
                lower = (values, isOne);
            }
            else if (name == nameof(Bounds.Ub))
            {
                upper = (values, isOne);
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
        Write(writer, nameof(Bounds.Lb), value.Lower);
        Write(writer, nameof(Bounds.Ub), value.Upper);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, (double[] Values, bool IsOne) bound)
    {
        writer.WritePropertyName(name);
        if (bound.IsOne)
        {
            JsonNumbers.Write(writer, bound.Values[0]);
        }
        else
        {
            JsonNumbers.WriteRow(writer, bound.Values);
        }
    }
}
