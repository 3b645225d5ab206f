using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// Sparse matrices in JSON, by their compressed columns: <c>{"RowCount": 2, "ColumnCount": 2, "ColumnPointers":
/// [0, 1, 2], "RowIndices": [0, 1], "Values": [1, 3]}</c>. <see cref="SparseMatrix"/> has it already.
/// </summary>
public sealed class SparseMatrixJsonConverter : JsonConverter<SparseMatrix>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">This is not a sparse matrix.</exception>
    public override SparseMatrix Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        int rowCount = 0;
        int columnCount = 0;
        int[] columnPointers = [];
        int[] rowIndices = [];
        double[] values = [];
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = reader.GetString();
            reader.Read();
            if (Is(name, nameof(SparseMatrix.RowCount)))
            {
                rowCount = JsonNumbers.ReadInteger(ref reader);
            }
            else if (Is(name, nameof(SparseMatrix.ColumnCount)))
            {
                columnCount = JsonNumbers.ReadInteger(ref reader);
            }
            else if (Is(name, nameof(SparseMatrix.ColumnPointers)))
            {
                columnPointers = JsonNumbers.ReadIntegers(ref reader);
            }
            else if (Is(name, nameof(SparseMatrix.RowIndices)))
            {
                rowIndices = JsonNumbers.ReadIntegers(ref reader);
            }
            else if (Is(name, nameof(SparseMatrix.Values)))
            {
                values = JsonNumbers.ReadRow(ref reader);
            }
            else
            {
                throw Errors.JsonSparse();
            }
        }

        try
        {
            return new(rowCount, columnCount, columnPointers, rowIndices, values);
        }
        catch (ArgumentException exception)
        {
            throw Errors.JsonSparse(exception);
        }

        bool Is(string? name, string property) => JsonNames.Is(name, property, options);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SparseMatrix value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteNumber(JsonNames.Of(nameof(value.RowCount), options), value.RowCount);
        writer.WriteNumber(JsonNames.Of(nameof(value.ColumnCount), options), value.ColumnCount);
        writer.WritePropertyName(JsonNames.Of(nameof(value.ColumnPointers), options));
        JsonNumbers.WriteIntegers(writer, value.ColumnPointers);
        writer.WritePropertyName(JsonNames.Of(nameof(value.RowIndices), options));
        JsonNumbers.WriteIntegers(writer, value.RowIndices);
        writer.WritePropertyName(JsonNames.Of(nameof(value.Values), options));
        JsonNumbers.WriteRow(writer, value.Values);
        writer.WriteEndObject();
    }
}
