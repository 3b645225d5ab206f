using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace MinpackNet.Cli;

/// <summary>The results of groups as columns.</summary>
internal static class ResultTable
{
    // What is before and behind the estimates, whose parameters may have any name.
    private const int Before = 3;
    private const int Behind = 6;

    private static readonly string[] Counts = ["rows", "degrees_of_freedom", "evaluations"];
    private static readonly string[] Texts = ["status", "message"];

    /// <summary>The fields of lines as they were written.</summary>
    public static IEnumerable<string[]> RowsOf(byte[] lines)
    {
        using RecordReader reader = new(new MemoryStream(lines), ',', 0, []);
        while (reader.Read())
        {
            yield return [.. Enumerable.Range(0, reader.Count).Select(reader.GetString)];
        }
    }

    /// <summary>Writes a Parquet file with a row group for each part that has rows.</summary>
    /// <param name="names">The names of the columns.</param>
    /// <param name="parts">The lines of each part.</param>
    /// <param name="output">The file.</param>
    public static void Write(IReadOnlyList<string> names, IEnumerable<byte[]> parts, Stream output) =>
        WriteAsync([.. names.Select((name, k) => FieldOf(name, k, names.Count))], parts, output)
            .GetAwaiter().GetResult();

    private static DataField FieldOf(string name, int k, int count)
    {
        bool isEstimate = k >= Before && k < count - Behind;
        return k == 0 || (!isEstimate && Texts.Contains(name)) ? new DataField<string>(name)
            : !isEstimate && Counts.Contains(name) ? new DataField<int>(name)
            : new DataField<double>(name);
    }

    private static async Task WriteAsync(DataField[] fields, IEnumerable<byte[]> parts, Stream output)
    {
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), output);
        foreach (string[][] rows in parts.Select(lines => RowsOf(lines).ToArray()).Where(rows => rows.Length > 0))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            for (int k = 0; k < fields.Length; k++)
            {
                string[] column = [.. rows.Select(row => row[k])];
                if (fields[k] is DataField<string> texts)
                {
                    await group.WriteAsync(texts, (IReadOnlyCollection<string>)column);
                }
                else if (fields[k] is DataField<int>)
                {
                    int[] counts = [.. column.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
                    await group.WriteAsync<int>(fields[k], counts);
                }
                else
                {
                    double[] numbers = [.. column.Select(NumberReader.ValueOf)];
                    await group.WriteAsync<double>(fields[k], numbers);
                }
            }
        }
    }
}
