using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>What instruments write above a table, up to a line that says where it ends.</summary>
public sealed class PreambleTests
{
    private const string Rows = "0.5,2\n1.5,4\n2,5\n";

    private static readonly string[] Fit = ["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0"];

    [Theory]
    [InlineData("Oven\t25\nX0\t0.5\n***End_of_Header***\nt,signal\n" + Rows, 3, "***End_of_Header***")]
    [InlineData("A\nEnd Of Header\n\nSamples,3,3\nEnd Of Header,,\nt,signal,Comment\n" + Rows, 5, "End Of Header,,")]
    [InlineData("User: Smith\n--- END OF FILE HEADER ---\nt,signal\ns,mV\n" + Rows, 2, "--- END OF FILE HEADER ---")]
    [InlineData("User: Smith\n[EndOfHeader]\nt,signal\n" + Rows, 2, "[EndOfHeader]")]
    [InlineData("Pixels: 3\n>>>>>Begin Processed Spectral Data<<<<<\nt,signal\n" + Rows, 2, ">>>>>Begin Processed")]
    [InlineData("[Header]\nBYAPP,Tool,1.0,2\n[Data]\nt,signal\n" + Rows, 3, "[Data]")]
    [InlineData("[Measurement Data],,\nt,signal\n" + Rows, 1, "[Measurement Data],,")]
    [InlineData("ORIGIN,Tool\nNPOINTS,3\nXYDATA\nt,signal\n" + Rows, 3, "XYDATA")]
    [InlineData("Oven,25\n=== Raw Data ===\nt,signal\n" + Rows, 2, "=== Raw Data ===")]
    [InlineData("a = 5\nb = 7\ndata_start\nt,signal\n" + Rows, 3, "data_start")]
    [InlineData("ans =\n\nt,signal\n" + Rows, 1, "ans =")]
    [InlineData("T\t298\nCURVE\tTABLE\t3\n\tt\tsignal\n\ts\tV\n\t0.5\t2\n\t1.5\t4\n\t2\t5\n", 2, "CURVE TABLE 3")]
    public void It_is_left_out_up_to_its_last_line(string csv, int lines, string last)
    {
        JsonNode input = Understood(csv);
        Assert.Equal("t", (string)input["x"]!["x"]!);
        string note = (string)input["notes"]![0]!;
        Assert.StartsWith(lines == 1 ? "line 1, '" : $"lines 1 to {lines}, up to '", note, StringComparison.Ordinal);
        Assert.Contains(last, note, StringComparison.Ordinal);
    }

    [Fact]
    public void What_MATLAB_shows_has_no_names() =>
        Assert.Equal("c1", (string)Understood("y =\n\n   0.5   2\n   1.5   4\n   2.0   5\n")["x"]!["x"]!);

    [Theory]
    [InlineData("ans =\n\n   1.0e+03 *\n\n   0.5   2\n   1.5   4\n", "line 3 ('1.0e+03 *') multiplies")]
    [InlineData("1e-3 *\n0.5 2\n1.5 4\n", "line 1 ('1e-3 *') multiplies")]
    [InlineData("Time Counts\n x1000\n0.5 2\n1.5 4\n", "line 2 ('x1000') multiplies")]
    [InlineData("t,signal\ns,×10^3\n0.5,2\n1.5,4\n", "line 2 ('s,×10^3') multiplies")]
    [InlineData("##XFACTOR=1\n##YFACTOR=0.01\n##XYPOINTS=(XY..XY)\n1, 2\n2, 3\n", "line 2 ('##YFACTOR=0.01')")]
    [InlineData("##YFACTOR=2\n##XYDATA=(X++(Y..Y))\n1 2 3\n3 4 5\n", "line 2 ('##XYDATA=(X++(Y..Y))') packs")]
    public void Numbers_that_a_line_multiplies_are_refused(string text, string complaint) => Assert.Contains(
        complaint, Minpack.RunOn(text, Fit).Complaint, StringComparison.Ordinal);

    [Theory]
    [InlineData("1.0e+03 *\n0.5 2\n1.5 4\n2 5\n", "--skip", "1")]
    [InlineData("##XFACTOR=1\n##YFACTOR=1\n##XYPOINTS=(XY..XY)\n0.5, 2\n1.5, 4\n2, 5\n")]
    [InlineData("x10,x100\n0.5,2\n1.5,4\n2,5\n")]
    public void Others_and_left_out_ones_are_not(string text, params string[] options) =>
        Assert.Equal(ExitCode.Success, Minpack.RunOn(text, [.. Fit, .. options]).ExitCode);

    [Fact]
    public void A_line_may_count_them() => Assert.Equal(
        "lines 1 to 3 are left out, because line 2 says that line 4 is the last of the header",
        (string)Understood("Tool\nNb header lines : 4\nOven : 25\nt,signal\n" + Rows)["notes"]![0]!);

    [Theory]
    [InlineData(">>>>>End Processed Spectral Data<<<<<\n")]
    [InlineData("END\n\nX SetScale 0,1\n")]
    [InlineData("[End of data],,\n")]
    public void A_table_that_is_begun_so_may_be_ended_too(string end)
    {
        JsonNode input = Understood("Oven\n[Data]\nt;signal\n0,5;2\n1,5;4\n2;5\n" + end);
        Assert.Matches(
            @"^line 7 \('.+'\) ends the table, and what is below it is not read$", (string)input["notes"]![1]!);
    }

    [Theory]
    [InlineData("t,signal\n0.5,2\nEND\n", "there is 1 field, but the first row has 2.")]
    [InlineData("t,signal\n0.5,2\n[Data]\n1.5,4\n2,5\n", "there is 1 field, but the first row has 2.")]
    [InlineData("[Data]\nt,signal\n0.5,2\n[Data]\n1.5,4\n2,5\n", "there is 1 field, but the first row has 2.")]
    [InlineData("Oven,25\nSamples,3\nt,signal\n" + Rows, "If line 3 is the header, give --header 3.")]
    public void Nothing_else_is_taken_for_such_a_line(string csv, string complaint) =>
        Assert.Contains(complaint, Minpack.RunOn(csv, Fit).Complaint, StringComparison.Ordinal);

    [Theory]
    [InlineData("start data\n0.5 2\n1.5 4\n2 5\n", "start")]
    [InlineData("begin,end of data\n" + Rows, "begin")]
    [InlineData("# t, signal\n# end of header\n" + Rows, "c1")]
    [InlineData("a\n[Data]\nb\nt,signal\n" + Rows, "c1", "--skip", "4")]
    [InlineData("a\n[Data]\nt,signal\n" + Rows, "t", "--header", "3")]
    public void Names_comments_and_options_go_before(string csv, string x, params string[] options)
    {
        JsonNode input = Understood(csv, options);
        Assert.Equal(x, (string)input["x"]!["x"]!);
        Assert.DoesNotContain("up to", input["notes"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonNode Understood(string csv, params string[] options)
    {
        Run run = Minpack.RunOn(csv, [.. Fit, "--json", .. options]);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
        return run.Json["input"]!;
    }
}
