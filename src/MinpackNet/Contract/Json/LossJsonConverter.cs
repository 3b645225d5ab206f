using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// Losses in JSON: <c>{"Function": "Huber", "Scale": 0.1}</c>, or the name alone for the margin 1. <see cref="Loss"/>
/// has it already.
/// </summary>
public sealed class LossJsonConverter : JsonConverter<Loss>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">This is not a loss.</exception>
    public override Loss Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return FunctionOf(reader.GetString());
        }

        Loss? loss = null;
        double scale = 1;
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = reader.GetString();
            reader.Read();
            if (JsonNames.Is(name, nameof(Loss.Function), options) && reader.TokenType == JsonTokenType.String)
            {
                loss = FunctionOf(reader.GetString());
            }
            else if (JsonNames.Is(name, nameof(Loss.Scale), options) && reader.TokenType == JsonTokenType.Number)
            {
                scale = reader.GetDouble();
            }
            else
            {
                throw Errors.JsonLoss();
            }
        }

        return loss is not null && Loss.IsScale(scale) ? loss.WithScale(scale) : throw Errors.JsonLoss();
    }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The loss is one of the caller's own.</exception>
    public override void Write(Utf8JsonWriter writer, Loss value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.Function is not { } function)
        {
            throw Errors.JsonCustomLoss();
        }

        writer.WriteStartObject();
        writer.WriteString(JsonNames.Of(nameof(Loss.Function), options), function.ToString());
        writer.WriteNumber(JsonNames.Of(nameof(Loss.Scale), options), value.Scale);
        writer.WriteEndObject();
    }

    private static Loss FunctionOf(string? name) =>
        Enum.TryParse(name, ignoreCase: false, out LossFunction function) && Enum.IsDefined(function)
            ? Loss.FromLossFunction(function)
            : throw Errors.JsonLoss();
}
