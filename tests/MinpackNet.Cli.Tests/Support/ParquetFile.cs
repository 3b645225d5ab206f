using Parquet;
using Parquet.Schema;

namespace MinpackNet.Cli.Tests;

/// <summary>Makes Parquet files.</summary>
internal static class ParquetFile
{
    /// <summary>A file with columns of texts, dates, numbers with gaps, numbers, whole numbers and bytes.</summary>
    /// <param name="groups">The number of row groups, in each of which the text is another.</param>
    public static async Task<byte[]> DecaysAsync(int groups)
    {
        DataField<string> run = new("run");
        DataField<DateTime> when = new("when");
        DataField<double?> t = new("t");
        DataField<float> y = new("y");
        DataField<long> n = new("n");
        DataField<byte[]> raw = new("raw");
        MemoryStream bytes = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(run, when, t, y, n, raw), bytes))
        {
            for (int group = 0; group < groups; group++)
            {
                int[] rows = [.. Enumerable.Range(0, 6)];
                string[] runs = [.. rows.Select(_ => $"run \t\"{group}\"")];
                using ParquetRowGroupWriter rowGroup = writer.CreateRowGroup();
                await rowGroup.WriteAsync(run, (IReadOnlyCollection<string>)runs);
                await rowGroup.WriteAsync<DateTime>(
                    when, rows.Select(row => new DateTime(2026, 1, 1, 0, 0, row, DateTimeKind.Utc)).ToArray());
                await rowGroup.WriteAsync<double>(t, rows.Select(row => row == 3 ? (double?)null : row).ToArray());
                await rowGroup.WriteAsync<float>(
                    y, new float[] { 5.1f, 3, 1.9f, 1.2f, 0.7f, 0.4f }.Select(value => value * (group + 1)).ToArray());
                await rowGroup.WriteAsync<long>(n, rows.Select(row => row * 1_000_000L).ToArray());
                byte[][] blobs = [.. rows.Select(row => new[] { (byte)row })];
                await rowGroup.WriteAsync(raw, (IReadOnlyCollection<byte[]>)blobs);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A file with dates and times of day of all precisions, a second or a day apart.</summary>
    public static async Task<byte[]> TimesAsync()
    {
        TimeDataField millis = new("millis", TimeUnitPrecision.Millis);
        TimeDataField micros = new("micros", TimeUnitPrecision.Micros);
        TimeDataField nanos = new("nanos", TimeUnitPrecision.Nanos);
        DataField<DateOnly> day = new("day");
        DateTimeDataField[] stamps =
        [
            .. new[] { DateTimeTimeUnit.Millis, DateTimeTimeUnit.Micros, DateTimeTimeUnit.Nanos }.Select(unit =>
                new DateTimeDataField($"stamp in {unit}", DateTimeFormat.Timestamp, unit: unit)),
        ];
        DataField<double> y = new("y");
        MemoryStream bytes = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(
            new ParquetSchema([millis, micros, nanos, day, .. stamps, y]), bytes))
        {
            const int Noon = 43_200;
            int[] rows = [0, 1, 2, 3];
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await group.WriteAsync<int>(millis, rows.Select(row => (Noon + row) * 1000).ToArray());
            await group.WriteAsync<long>(micros, rows.Select(row => (Noon + row) * 1_000_000L).ToArray());
            await group.WriteAsync<long>(nanos, rows.Select(row => (Noon + row) * 1_000_000_000L).ToArray());
            await group.WriteAsync<DateOnly>(day, rows.Select(row => new DateOnly(2026, 1, 31).AddDays(row)).ToArray());
            foreach (DateTimeDataField stamp in stamps)
            {
                await group.WriteAsync<DateTime>(
                    stamp, rows.Select(row => new DateTime(2026, 1, 31, 12, 0, row, DateTimeKind.Utc)).ToArray());
            }

            await group.WriteAsync<double>(y, rows.Select(row => 1.0 + (2 * row)).ToArray());
        }

        return bytes.ToArray();
    }
}
