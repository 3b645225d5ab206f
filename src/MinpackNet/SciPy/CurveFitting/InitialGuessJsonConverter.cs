using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// Start values in JSON: an array of numbers, or one number. <see cref="InitialGuess"/> has it already.
/// </summary>
public sealed class InitialGuessJsonConverter : JsonConverter<InitialGuess>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">This is neither a number nor an array of them.</exception>
    public override InitialGuess Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : JsonNumbers.ReadRow(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, InitialGuess value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        JsonNumbers.WriteRow(writer, value.Values);
    }
}
