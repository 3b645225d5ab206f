using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// Uncertainties in JSON: one number, an array of standard deviations, or the rows of a covariance matrix.
/// <see cref="Sigma"/> has it already.
/// </summary>
public sealed class SigmaJsonConverter : JsonConverter<Sigma>
{
    private static readonly MatrixJsonConverter Matrix = new();

    /// <inheritdoc/>
    /// <exception cref="JsonException">This is none of the three.</exception>
    public override Sigma Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.GetDouble();
        }

        Utf8JsonReader ahead = reader;
        return ahead.Read() && ahead.TokenType == JsonTokenType.StartArray
            ? Sigma.FromCovariance(Matrix.Read(ref reader, typeof(double[,]), options))
            : Sigma.FromDeviations(JsonNumbers.ReadRow(ref reader));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Sigma value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.Covariance is { } covariance)
        {
            Matrix.Write(writer, covariance, options);
        }
        else
        {
            JsonNumbers.WriteRow(writer, value.Deviations);
        }
    }
}
