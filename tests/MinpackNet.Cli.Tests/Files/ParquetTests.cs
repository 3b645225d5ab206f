using System.IO.Compression;
using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Parquet files.</summary>
public sealed class ParquetTests
{
    private static readonly string[] Decay = ["--model", "a*exp(-b*t)", "--start", "a=4,b=0.4", "--y", "y", "--json"];

    [Fact]
    public async Task Columns_are_read_by_their_names_and_types()
    {
        Run run = RunOn(await ParquetFile.DecaysAsync(1), Decay);
        Run text = Minpack.Fit("t,y\n0,5.1\n1,3\n2,1.9\n4,0.7\n5,0.4\n", "a*exp(-b*t)", "a=4,b=0.4");
        Assert.Equal(text.Estimates, run.Estimates);
        JsonNode input = run.Json["input"]!;
        Assert.Equal(5, (int)input["rows"]!);
        Assert.Equal(1, (int)input["missing"]!["t"]!);
        Assert.Equal(
            [
                "columns that are no numbers, texts or dates are left out: raw",
                "when has dates or times and is not used; to fit against it, give --x when",
                "not used: n",
            ],
            input["notes"]!.AsArray().Select(note => (string)note!));
    }

    [Fact]
    public async Task Dates_count_from_the_first_and_texts_tell_groups()
    {
        byte[] bytes = await ParquetFile.DecaysAsync(3);
        string[] lines = RunOn(
            bytes, "--model", "a*exp(-b*x)", "--start", "a=4,b=0.4", "--x", "when", "--y", "y", "--by", "run", "--json")
            .Output.Trim().Split(Environment.NewLine);
        JsonNode[] groups = [.. lines.Select(line => JsonNode.Parse(line)!)];
        Assert.Equal(
            ["run \t\"0\"", "run \t\"1\"", "run \t\"2\""], groups.Select(group => (string)group["group"]!));
        double first = Run.Number(groups[0]["parameters"]!["a"]!);
        Assert.Equal(3 * first, Run.Number(groups[2]["parameters"]!["a"]!), 1e-5 * first);
    }

    [Theory]
    [InlineData("millis", "millis counts seconds from 12:00:00")]
    [InlineData("micros", "micros counts seconds from 12:00:00")]
    [InlineData("nanos", "nanos counts seconds from 12:00:00")]
    [InlineData("day", "day counts days from 2026-01-31")]
    [InlineData("stamp in Millis", "stamp in Millis counts seconds from 2026-01-31 12:00:00")]
    [InlineData("stamp in Micros", "stamp in Micros counts seconds from 2026-01-31 12:00:00")]
    [InlineData("stamp in Nanos", "stamp in Nanos counts seconds from 2026-01-31 12:00:00")]
    public async Task Dates_and_times_count_from_the_first_in_every_precision(string x, string note)
    {
        Run run = RunOn(
            await ParquetFile.TimesAsync(), "--model", "a*x + b", "--start", "a=1,b=0", "--x", x, "--y", "y", "--json");
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
        Assert.Equal(note, (string)run.Json["input"]!["notes"]![0]!);
    }

    [Fact]
    public async Task Packed_ones_are_read_too()
    {
        byte[] bytes = await ParquetFile.DecaysAsync(1);
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress))
        {
            gzip.Write(bytes);
        }

        Assert.Equal(RunOn(bytes, Decay).Estimates, RunOn(packed.ToArray(), Decay).Estimates);
    }

    [Theory]
    [InlineData("--skip", "1")]
    [InlineData("--delimiter", "comma")]
    [InlineData("--sheet", "1")]
    [InlineData("--header")]
    [InlineData("--no-header")]
    public async Task Options_about_text_are_refused(params string[] options) => Assert.Equal(
        $"standard input: {options[0]} has no effect, because this is a Parquet file. Leave it out.",
        RunOn(await ParquetFile.DecaysAsync(1), [.. Decay, .. options]).Complaint);

    [Fact]
    public async Task A_damaged_one_is_refused_in_one_line()
    {
        byte[] bytes = await ParquetFile.DecaysAsync(2);
        Random random = new(5);
        int refused = 0;
        for (int k = 0; k < 200; k++)
        {
            byte[] damaged = [.. bytes];
            for (int change = 0; change < 4; change++)
            {
                damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            }

            Run run = RunOn(k % 2 == 0 ? damaged : bytes[..random.Next(4, bytes.Length - 1)], Decay);
            Assert.InRange(run.ExitCode, 0, ExitCode.Usage);
            Assert.Empty(run.ExitCode == ExitCode.Usage ? run.Output : run.Error);
            refused += run.Error.Contains("this Parquet file cannot be read (", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(refused, 150, 200);
    }

    private static Run RunOn(byte[] bytes, params string[] options) => Minpack.Run(
        streams => streams with { OpenInput = () => new MemoryStream(bytes) }, "", ["fit", "-", .. options]);
}
