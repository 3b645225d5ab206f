using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// Batches in JSON: their shape and an object for each fit, with the message of the exception if it failed. For
/// writing only.
/// </summary>
public sealed class FitBatchJsonConverter : JsonConverter<FitBatch>
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: outcomes come from fits.</exception>
    public override FitBatch Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw Errors.BatchFromJson();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, FitBatch value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        writer.WriteNumber(Name(nameof(value.FitCount)), value.FitCount);
        writer.WriteNumber(Name(nameof(value.ParameterCount)), value.ParameterCount);
        writer.WriteNumber(Name(nameof(value.ResidualCount)), value.ResidualCount);
        writer.WriteNumber(Name(nameof(value.ConvergedCount)), value.ConvergedCount);
        writer.WriteStartArray(Name("Fits"));
        for (int fit = 0; fit < value.FitCount; fit++)
        {
            writer.WriteStartObject();
            writer.WriteString(Name("Status"), value.Statuses[fit].ToString());
            writer.WriteBoolean(Name("Converged"), value.Converged[fit]);
            Numbers("Parameters", value.ParametersOf(fit));
            Numbers("StandardErrors", value.StandardErrorsOf(fit));
            int covariances = value.UnscaledCovariances.Length / value.FitCount;
            if (covariances > 0)
            {
                Numbers("UnscaledCovariance", value.UnscaledCovariances.Slice(fit * covariances, covariances));
            }

            writer.WritePropertyName(Name("ResidualNorm"));
            JsonNumbers.Write(writer, value.ResidualNorms[fit]);
            writer.WriteNumber(Name("Evaluations"), value.Evaluations[fit]);
            writer.WriteNumber(Name("JacobianEvaluations"), value.JacobianEvaluations[fit]);
            if (value.Exceptions.TryGetValue(fit, out Exception? exception))
            {
                writer.WriteString(Name("Exception"), $"{exception.GetType().Name}: {exception.Message}");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();

        string Name(string property) => JsonNames.Of(property, options);

        void Numbers(string property, ReadOnlySpan<double> values)
        {
            writer.WritePropertyName(Name(property));
            JsonNumbers.WriteRow(writer, values);
        }
    }
}
