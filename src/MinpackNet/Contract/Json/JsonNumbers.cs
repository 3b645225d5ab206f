using System.Text.Json;

namespace MinpackNet;

/// <summary>Numbers in JSON, and strings where JSON has no number.</summary>
internal static class JsonNumbers
{
    /// <summary>The numbers of an array, at whose start the reader is.</summary>
    /// <exception cref="JsonException">This is not an array of numbers.</exception>
    public static double[] ReadRow(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Errors.JsonNumbers();
        }

        List<double> row = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            row.Add(Read(ref reader));
        }

        return [.. row];
    }

    /// <summary>The integers of an array, at whose start the reader is.</summary>
    /// <exception cref="JsonException">This is not an array of integers.</exception>
    public static int[] ReadIntegers(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Errors.JsonNumbers();
        }

        List<int> row = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            row.Add(ReadInteger(ref reader));
        }

        return [.. row];
    }

    public static int ReadInteger(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value)
            ? value
            : throw Errors.JsonNumbers();

    public static void WriteIntegers(Utf8JsonWriter writer, ReadOnlySpan<int> values)
    {
        writer.WriteStartArray();
        foreach (int value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    public static double Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.String => reader.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => throw Errors.JsonNumbers(),
        },
        _ => throw Errors.JsonNumbers(),
    };

    public static void WriteRow(Utf8JsonWriter writer, ReadOnlySpan<double> values)
    {
        writer.WriteStartArray();
        foreach (double value in values)
        {
            Write(writer, value);
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, double value)
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
}
