using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Lines that start with #: comments, names of columns, data.</summary>
public sealed class CommentTests
{
    private const string Rows = "0.5,2\n1.5,4\n2,5\n";

    [Theory]
    [InlineData("id,x,y\n\"#1\",0.5,2\n\"#2\",1.5,4\n\"#3\",2,5\n", 3, 0)]
    [InlineData("id,x,y\n\"#1\",0.5,2\n#2,1.5,4\n\"#3\",2,5\n", 2, 1)]
    [InlineData("id,x,y\n#1,0.5,2\n#2,1.5,4\n#3,2,5\n", 3, 0)]
    [InlineData("x,y\n0.5,2\n#1,9\n1.5,4\n# off again\n2,5\n", 3, 2)]
    [InlineData("#NA marks holes\nx y n\n0.5 2 1\n1.5 4 1\n2 5 1\n", 3, 1, "--y", "y")]
    [InlineData("#\n# by hand, on Monday\n\nx,y\n" + Rows, 3, 2)]
    [InlineData("  # by hand; on Monday\nx;y\n0,5;2\n1,5;4\n#2;6\n", 2, 2)]
    public void Comments_are_counted_and_quoted_fields_are_data(
        string csv, int rows, int comments, params string[] options)
    {
        Run run = Minpack.Fit(csv, "a*x + b", "a=1,b=0", options);
        Assert.Equal(rows, (int)run.Json["input"]!["rows"]!);
        Assert.Equal(comments, (int)run.Json["input"]!["commentLines"]!);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("x,y\n0.5,2\n#1,9\n1.5,4\n2,5\n# end\n", "2 lines", "; 1 of them, in line 3, could be a row:")]
    [InlineData("x,y\n#9,9\n0.5,2\n#1,9\n1.5,4\n2,5\n", "2 lines", "; 2 of them, first in line 2, could be rows:")]
    [InlineData("n,x,y\n1,0.5,2\n#2,1.5,4\n3,2,5\n", "1 line", "; 1 of them, in line 3, could be a row:")]
    [InlineData("# 2026\nx,y\n0.5,2\n1.5,4\n2,5\n", "1 line", "\n")]
    public void The_report_says_which_lines_are_left_out(string csv, string lines, string likeRows)
    {
        Run report = Minpack.RunOn(csv, "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0", "--no-plot");
        Assert.Contains(
            $"\n{lines} starting with # left out as comments{likeRows}",
            report.Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_all_are_comments_are_told() => Assert.Contains(
        "there are no data besides lines that start with #, which are comments.",
        Minpack.RunOn("#1,1,2\n#2,2,4\n", "fit", "-", "--model", "a*x").Complaint,
        StringComparison.Ordinal);

    [Fact]
    public void Comments_are_counted_where_no_row_is_left() => Assert.Contains(
        "only 0 usable rows (3 lines with # left out)",
        Minpack.RunOn(
            "id x y\n#7 0.5 2\n# the same day\n#8 2 5\n",
            "fit", "-", "--model", "a*x + b", "--start", "a=1,b=0").Complaint,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#NA")]
    [InlineData("#VALUE!")]
    [InlineData("#DIV/0!")]
    [InlineData("#REF!")]
    [InlineData("#NAME?")]
    [InlineData("#NUM!")]
    [InlineData("#NULL!")]
    public void Errors_of_spreadsheets_are_missing_values(string error)
    {
        Run run = Minpack.Fit($"x,y\n{error},9\n0.5,2\n1.5,4\n{error},{error}\n7,{error}\n2,5\n", "a*x + b", "a=1,b=0");
        Assert.Equal("""{"x":2,"y":1}""", run.Json["input"]!["missing"]!.ToJsonString());
        Assert.Equal(0, (int)run.Json["input"]!["commentLines"]!);
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("# t signal\n0.5 2\n1.5 4\n2 5\n", 0)]
    [InlineData("# t signal\n" + Rows, 0)]
    [InlineData("#t,signal\n" + Rows, 0)]
    [InlineData("## t, signal\n" + Rows, 0)]
    [InlineData("# by hand\n#t;signal\n0,5;2\n1,5;4\n2;5\n", 1)]
    [InlineData("# t\tsignal\n# s\tmV\n0.5\t2\n1.5\t4\n2\t5\n", 1)]
    [InlineData("# t signal\n#---------\n0.5 2\n1.5 4\n2 5\n", 1)]
    [InlineData("# c1 = dose, c2 = response\n# t, signal\n" + Rows, 1)]
    public void A_comment_above_the_data_names_the_columns(string csv, int comments)
    {
        Run run = Minpack.Fit(csv, "a*t + b", "a=1,b=0");
        JsonNode input = run.Json["input"]!;
        Assert.Equal("""{"t":"t"}""", input["x"]!.ToJsonString());
        Assert.Equal("signal", (string)input["y"]!);
        Assert.Equal(comments, (int)input["commentLines"]!);
        Assert.Single(input["notes"]!.AsArray(), note =>
            ((string)note!).EndsWith("is read as the names of the columns", StringComparison.Ordinal));
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("# time in s, signal in mV\n" + Rows, "time in s", "signal in mV")]
    [InlineData("# time of flight, distance from source\n" + Rows, "time of flight", "distance from source")]
    [InlineData("# t, error in t\n" + Rows, "t", "error in t", "--y", "error in t")]
    [InlineData("# channel 1, channel 2\n" + Rows, "channel 1", "channel 2")]
    [InlineData("# max may, mar\n" + Rows, "max may", "mar")]
    public void Names_of_several_words_are_no_sentence(string csv, string x, string y, params string[] options)
    {
        JsonNode input = Minpack.Fit(csv, "a*x + b", "a=1,b=0", options).Json["input"]!;
        Assert.Equal(x, (string)input["x"]!["x"]!);
        Assert.Equal(y, (string)input["y"]!);
    }

    [Theory]
    [InlineData("# of t and signal\n" + Rows)]
    [InlineData("# t signal\n\n" + Rows)]
    [InlineData("# measured on 3 May, room 4\n" + Rows)]
    [InlineData("# c1 = dose, c2 = signal\n" + Rows)]
    [InlineData("# t, signal=U\n" + Rows)]
    [InlineData("# oven, May 2024\n" + Rows)]
    [InlineData("# taken with the old lamp, signal\n" + Rows)]
    [InlineData("# these are raw, signal\n" + Rows)]
    [InlineData("# by hand, signal\n" + Rows)]
    [InlineData("# 2024-05-01, signal\n" + Rows)]
    [InlineData("# lamp 2 of 12.5.2024, signal\n" + Rows)]
    [InlineData("# 2026 01\n" + Rows)]
    [InlineData("# t signal\n" + Rows, "--header")]
    public void Other_comments_name_nothing(string csv, params string[] options)
    {
        JsonNode input = Minpack.Fit(csv, "a*x + b", "a=1,b=0", options).Json["input"]!;
        Assert.NotEqual("signal", (string)input["y"]!);
        Assert.Equal(1, (int)input["commentLines"]!);
    }
}
