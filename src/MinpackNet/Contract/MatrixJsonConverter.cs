using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// Matrices in JSON: an array of rows, with NaN and infinities as strings. The members of results that are matrices
/// have it already.
/// </summary>
public sealed class MatrixJsonConverter : JsonConverter<double[,]>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">This is not an array of rows of equal length.</exception>
    public override double[,] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        List<double[]> rows = [];
        Expect(reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(reader, JsonTokenType.StartArray);
            List<double> row = [];
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                row.Add(ReadNumber(ref reader));
            }

            if (rows.Count > 0 && rows[0].Length != row.Count)
            {
                throw Errors.JsonMatrix();
            }

            rows.Add([.. row]);
        }

        double[,] matrix = new double[rows.Count, rows.Count > 0 ? rows[0].Length : 0];
        for (int i = 0; i < rows.Count; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
            {
                matrix[i, j] = rows[i][j];
            }
        }

        return matrix;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double[,] value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        for (int i = 0; i < value.GetLength(0); i++)
        {
            writer.WriteStartArray();
            for (int j = 0; j < value.GetLength(1); j++)
            {
                WriteNumber(writer, value[i, j]);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    /// <summary>A number, or a string where JSON has no number for it.</summary>
    internal static void WriteNumber(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    private static double ReadNumber(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.String => reader.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => throw Errors.JsonMatrix(),
        },
        _ => throw Errors.JsonMatrix(),
    };

    private static void Expect(in Utf8JsonReader reader, JsonTokenType token)
    {
        if (reader.TokenType != token)
        {
            throw Errors.JsonMatrix();
        }
    }
}
