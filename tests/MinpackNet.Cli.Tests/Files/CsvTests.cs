using System.Text;
using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Files of numbers as they come.</summary>
public sealed class CsvTests
{
    // On the line y = 2 x + 1, so that a value lost or misplaced shows.
    private static readonly double[] Line = [2, 1];

    public static TheoryData<string, string> Files => new()
    {
        { "commas", "x,y\n1,3\n2,5\n4,9\n" },
        { "semicolons", "x;y\n1;3\n2;5\n4;9\n" },
        { "tabs", "x\ty\n1\t3\n2\t5\n4\t9\n" },
        { "pipes", "x | y\n1 | 3\n2 | 5\n4 | 9\n" },
        { "spaces", "x y\n1 3\n2 5\n4 9\n" },
        { "aligned by spaces", "   x     y\n   1     3\n   2     5\n  40    81\n" },
        { "spaces after commas", "x, y\n1, 3\n2, 5\n4, 9\n" },
        { "no header", "1,3\n2,5\n4,9\n" },
        { "a byte order mark", "\ufeffx,y\n1,3\n2,5\n4,9\n" },
        { "carriage returns", "x,y\r\n1,3\r\n2,5\r\n4,9\r\n" },
        { "quoted fields", "\"x\",\"y\"\n\"1\",\"3\"\n2,\"5\"\n\"4\",9\n" },
        { "comments", "# of 2026, by hand; see #2\nx,y\n1,3\n  # a pause\n2,5\n#\n4,9\n" },
        { "lines of empty fields", ",,\n\nx,y,\n1,3,\n2,5,\n4,9,\n" },
        { "an end of DOS", "x,y\r\n1,3\r\n2,5\r\n4,9\r\n\u001a" },
        { "blank lines", "\n\nx,y\n1,3\n\n   \n2,5\n4,9\n\n" },
        { "trailing delimiters", "x,y,\n1,3,\n2,5,\n4,9,\n" },
        { "trailing delimiters without a header", "1,3,\n2,5,\n4,9,\n" },
        { "no end of the last line", "x,y\n1,3\n2,5\n4,9" },
        { "exponents and signs", "x,y\n1e0,+3\n.2E1,5.0\n-4,-7\n" },
        { "columns of text that are not used", "day,x,y\nMonday,1,3\nTuesday,2,5\n\"Sunday, early\",4,9\n" },
        { "names with a comma in quotes", "\"time, s\",x,y\n0,1,3\n0,2,5\n0,4,9\n" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_read_whatever_it_looks_like(string kind, string csv)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.True(3 == (int)run.Json["input"]!["rows"]!, kind);
        Assert.Equal(0, (int)run.Json["input"]!["skippedRows"]!);
        Assert.All(run.Estimates.Zip(Line), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Theory]
    [InlineData(":", "x:y\n1:3\n2:5\n4:9\n")]
    [InlineData("semicolon", "x;y,z\n1;3\n2;5\n4;9\n")]
    [InlineData("tab", "x\ty\n1\t3\n2\t5\n4\t9\n")]
    [InlineData("\\t", "x\ty\n1\t3\n2\t5\n4\t9\n")]
    [InlineData("space", "x  y,z\n1  3\n2  5\n4 9\n")]
    [InlineData("pipe", "x|y\n1|3\n2|5\n4|9\n")]
    [InlineData("comma", "x,y\n1,3\n2,5\n4,9\n")]
    public void A_delimiter_can_be_given(string delimiter, string csv)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0", "--delimiter", delimiter);
        Assert.All(run.Estimates.Zip(Line), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("NaN")]
    [InlineData("NULL")]
    [InlineData("None")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("?")]
    [InlineData("\"\"")]
    [InlineData("<NA>")]
    [InlineData("\\N")]
    [InlineData("--")]
    [InlineData("\u2013")]
    [InlineData("\u2014")]
    [InlineData("\u2212")]
    [InlineData("ND")]
    [InlineData("n.d.")]
    [InlineData("BDL")]
    [InlineData("<LOD")]
    [InlineData("N.A.")]
    [InlineData("(null)")]
    [InlineData("missing")]
    [InlineData("NaT")]
    [InlineData("1.#QNAN")]
    [InlineData("*")]
    [InlineData("...")]
    public void Rows_without_a_value_are_skipped_and_counted(string missing)
    {
        string csv = $"x,y,z\n1,3,0\n2,{missing},0\n{missing},7,0\n{missing},{missing},0\n2,5,{missing}\n4,9,0\n";
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0", "--y", "y");
        Assert.Equal(3, (int)run.Json["input"]!["rows"]!);
        Assert.Equal(3, (int)run.Json["input"]!["skippedRows"]!);
        Assert.Equal("""{"x":2,"y":1}""", run.Json["input"]!["missing"]!.ToJsonString());
        Assert.All(run.Estimates.Zip(Line), pair => Assert.Equal(pair.Second, pair.First, 1e-9));

        Run report = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0");
        Assert.Contains("standard input: 3 rows, y against x", report.Output, StringComparison.Ordinal);
        Assert.Contains("3 rows skipped, without a value in x (2), y (1)", report.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Skipped_rows_are_counted_by_reason_and_column()
    {
        const string Csv = "x,y,s\n1,3,1\n,4,1\n2,5,1\n3,NA,1\n4,inf,1\n-Infinity,1,1\n5,11,#DIV/0!\n4,9,1\n6,13,Inf\n";
        JsonNode input = Minpack.Fit(Csv, "a*x + b", "a=1,b=0", "--sigma", "s").Json["input"]!;
        Assert.Equal(3, (int)input["rows"]!);
        Assert.Equal(6, (int)input["skippedRows"]!);
        Assert.Equal("""{"x":1,"y":1,"s":1}""", input["missing"]!.ToJsonString());
        Assert.Equal("""{"x":1,"y":1,"s":1}""", input["notFinite"]!.ToJsonString());
        Run report = Minpack.RunOn(Csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--sigma", "s");
        Assert.Contains(
            "6 rows skipped, without a value in x (1), y (1), s (1); not finite in x (1), y (1), s (1)",
            report.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_longer_than_any_buffer_loses_nothing()
    {
        using Workspace workspace = new();
        string path = workspace.Write(
            "long.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i},{(2 * i) + 1}\n")));
        Run run = Minpack.Run("fit", path, "--model", "a*x + b", "--start", "a=1,b=0", "--json");
        Assert.Equal(100_000, (int)run.Json["input"]!["rows"]!);
        Assert.All(run.Estimates.Zip(Line), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    public void Lines_are_skipped_in_every_encoding(string name, bool hasMark)
    {
        const string Csv = "A title, 2026\r\nof two lines\rx\ty\r\n1\t3\r\n2\t5\r\n4\t9\r\n";
        using Workspace workspace = new();
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] mark = hasMark ? encoding.GetPreamble() : [];
        File.WriteAllBytes(workspace["wide.csv"], [.. mark, .. encoding.GetBytes(Csv)]);
        Run run = Minpack.Run(
            "fit", workspace["wide.csv"], "--model", "a*x + b", "--start", "a=1,b=0", "--json", "--skip", "2");
        Assert.All(run.Estimates.Zip(Line), pair => Assert.Equal(pair.Second, pair.First, 1e-9));
    }
}
