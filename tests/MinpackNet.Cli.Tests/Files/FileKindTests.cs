using System.Text;
using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>What a file is: text in some encoding, or no table at all.</summary>
public sealed class FileKindTests
{
    private static readonly string[] Fit = ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0"];

    public static TheoryData<string, string> Kinds => new()
    {
        { "BZh91AY", "an archive of bzip2. Unpack it first" },
        { "%PDF-1.7\n%\u00e2\u00e3", "a PDF document. Copy its table into a CSV file" },
        { "<!DOCTYPE html>\n<html><body>1,2", "HTML or XML. Save its table as CSV" },
        { "<html>\n<table>", "HTML or XML" },
        { "<?xml version=\"1.0\"?>\n<data>", "HTML or XML" },
        { "{\n  \"x\": [1, 2]\n}", "JSON. Write its numbers as CSV" },
        { "[{\"x\": 1, \"y\": 2}]", "JSON" },
        { "[\n  [1, 2],\n  [2, 4]\n]", "JSON" },
        { "[1, 2, 3]\n", "JSON" },
        { "\u0089PNG\r\n\u001a\n", "a picture" },
        { "\u0089HDF\r\n\u001a\n", "an HDF5 file" },
        { "{\\rtf1\\ansi 1,2", "a text with formats (RTF)" },
        { "x,y\n1,\0\0\0\u0001\n", "a binary file, not text" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_no_table_is_told_by_its_first_bytes(string content, string complaint) => Assert.StartsWith(
        $"standard input: this looks like {complaint}", RunOn(Encoding.Latin1.GetBytes(content)).Complaint,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[x],[y]\n0.5,2\n1.5,4\n2,5\n")]
    [InlineData("<t>,<y>\n0.5,2\n1.5,4\n2,5\n")]
    [InlineData("{t},{y}\n0.5,2\n1.5,4\n2,5\n")]
    [InlineData("PK,y\n0.5,2\n1.5,4\n2,5\n")]
    public void Names_that_start_alike_are_names(string csv) =>
        Assert.Equal(ExitCode.Success, RunOn(Encoding.UTF8.GetBytes(csv)).ExitCode);

    [Theory]
    [InlineData("T (\u00b0C)", 0xb0)]
    [InlineData("t (\u00b5s)", 0xb5)]
    [InlineData("Gr\u00f6\u00dfe", 0xf6)]
    [InlineData("price \u20ac", 0x80)]
    public void Text_in_Windows_1252_is_read_and_said(string name, byte expected)
    {
        byte[] csv = CodePagesEncodingProvider.Instance.GetEncoding(1252)!
            .GetBytes($"{name},y\n0.5,2\n1.5,\u2013\n1.5,4\n2,5\n");
        Assert.Contains(expected, csv);
        JsonNode input = RunOn(csv, "--json", "--x", name).Json["input"]!;
        Assert.Equal(name, (string)input["x"]!["x"]!);
        Assert.Equal(1, (int)input["skippedRows"]!);
        Assert.Equal("the text is not UTF-8 and read as Windows-1252", (string)input["notes"]![0]!);
    }

    [Theory]
    [InlineData(1048573)]
    [InlineData(1048574)]
    [InlineData(1048575)]
    [InlineData(1048576)]
    public void A_character_across_the_end_of_what_is_examined_is_no_sign_of_another_encoding(int start)
    {
        string csv = $"t,y\n#{new string('-', start - 5)}\u20ac\n0.5,2\n1.5,4\n2,5\n";
        Assert.Empty(RunOn(Encoding.UTF8.GetBytes(csv), "--json").Json["input"]!["notes"]!.AsArray()
            .Select(note => (string)note!)
            .Except(["1 line starting with # left out as comments"]));
    }

    private static Run RunOn(byte[] content, params string[] options) => Minpack.Run(
        streams => streams with { OpenInput = () => new MemoryStream(content) }, "", [.. Fit, .. options]);
}
