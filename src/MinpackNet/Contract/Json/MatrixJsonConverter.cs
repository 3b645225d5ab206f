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
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Errors.JsonMatrix();
        }

        List<double[]> rows = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            rows.Add(JsonNumbers.ReadRow(ref reader));
            if (rows[0].Length != rows[^1].Length)
            {
                throw Errors.JsonMatrix();
            }
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
            JsonNumbers.WriteRow(writer, [.. Enumerable.Range(0, value.GetLength(1)).Select(j => value[i, j])]);
        }

        writer.WriteEndArray();
    }
}
