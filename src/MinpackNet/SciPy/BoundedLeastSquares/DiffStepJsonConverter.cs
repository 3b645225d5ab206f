using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>Steps in JSON: one number, or an array of numbers. <see cref="DiffStep"/> has it already.</summary>
public sealed class DiffStepJsonConverter : JsonConverter<DiffStep>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">This is neither a number nor an array of them.</exception>
    public override DiffStep Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DiffStep.Create(OneOrEach.Read(ref reader).Values);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DiffStep value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        OneOrEach steps = value.Values is [var one] ? new(one) : new(value.Values);
        steps.Write(writer);
    }
}
