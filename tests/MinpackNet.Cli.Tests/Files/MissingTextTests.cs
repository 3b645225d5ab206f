using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Texts that the user says stand for no value.</summary>
public sealed class MissingTextTests
{
    [Theory]
    [InlineData("-999", "-999")]
    [InlineData("saturated", "n.d., Saturated")]
    [InlineData("<0.01", "<*")]
    [InlineData("over range", "Over*")]
    [InlineData("\"a,b\"", "a*")]
    public void Rows_with_them_are_skipped_and_counted(string text, string missing)
    {
        foreach (string place in (string[])["", $"0,{text}\n"])
        {
            Run run = Minpack.Fit(
                $"t,y\n{place}0.5,2\n1.5,4\n1.7,{text}\n2,5\n", "a*x + b", "a=1,b=0", "--missing", missing);
            Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
            JsonNode input = run.Json["input"]!;
            Assert.Equal(place.Length == 0 ? 1 : 2, (int)input["skippedRows"]!);
            Assert.Equal("t", (string)input["x"]!["x"]!);
        }
    }

    [Theory]
    [InlineData("-999", "-999.00")]
    [InlineData("-999.0", "-999")]
    [InlineData("-999", "\"-999,0\"")]
    [InlineData("1e30", "1.0E+30")]
    public void A_number_is_one_however_it_is_written(string missing, string text) => Assert.Equal(
        [2, 1],
        Minpack.Fit($"t,y\n0.5,2\n1.5,4\n1.7,{text}\n2,5\n", "a*x + b", "a=1,b=0", "--missing", missing)
            .Estimates.Select(value => Math.Round(value, 9)));

    [Fact]
    public void Fields_between_spaces_may_be_so_too() => Assert.Equal(
        1,
        (int)Minpack.Fit(
            "t y\n0.5 2\n1.5 4\n1.7 -1e30\n2 5\n", "a*x + b", "a=1,b=0", "--missing", "-1e30")
            .Json["input"]!["skippedRows"]!);

    [Theory]
    [InlineData("*", "has a text that every field would be or none")]
    [InlineData("a,,b", "has a text that every field would be or none")]
    [InlineData("9*", "'9*' would leave out numbers that only start so")]
    public void Texts_that_say_too_much_are_refused(string missing, string complaint) => Assert.Contains(
        complaint,
        Minpack.RunOn("t,y\n1,2\n", "fit", "-", "--model", "a*x", "--missing", missing).Complaint,
        StringComparison.Ordinal);
}
