using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet.Cli;

/// <summary>
/// Writes numbers with all their digits, zero without a sign, and as strings what JSON has no numbers for: NaN,
/// Infinity, -Infinity.
/// </summary>
internal sealed class NumberConverter : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value == 0 ? 0.0 : value);
        }
        else
        {
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }
}
