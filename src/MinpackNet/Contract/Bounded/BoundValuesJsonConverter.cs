using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// The bounds on one side in JSON: one number, or an array of numbers, infinite ones as strings.
/// <see cref="BoundValues"/> has it already.
/// </summary>
public sealed class BoundValuesJsonConverter : JsonConverter<BoundValues>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">This is neither a number nor an array of them.</exception>
    public override BoundValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        OneOrEach values = OneOrEach.Read(ref reader);
        return values.IsOne ? values.Values[0] : BoundValues.Create(values.Values);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, BoundValues value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        value.Values.Write(writer);
    }
}
