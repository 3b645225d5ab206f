using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Points of a fit are called by their lines in the file, whatever was left out before them.</summary>
public sealed class LineTests
{
    [Theory]
    [InlineData("x,y\n1,3\n0,5\n4,9\n", 3)]
    [InlineData("1,3\n0,5\n4,9\n", 2)]
    [InlineData("x,y\n1,3\n2,NA\n,7\n0,5\n4,9\n", 5)]
    [InlineData("# by hand\n\nx,y\ns,mV\n1,3\n# a pause\n\n0,5\n4,9\n", 8)]
    [InlineData("a title\nx,y\n1,3\n0,5\n4,9\n", 4, "--skip", "2")]
    [InlineData("x;y\n1;3\ninf;4\n2;5\n0;5\n", 5)]
    public void A_value_that_is_not_finite_is_told_with_its_line(string csv, int line, params string[] options)
    {
        // 0/0 at x = 0.
        JsonNode document = Minpack.Fit(csv, "a*x/x + b", "a=1,b=0", options) is { ExitCode: ExitCode.Failure } run
            ? run.Json
            : throw new InvalidOperationException("The fit succeeded.");
        Assert.Contains($"is NaN at line {line} (x = 0).", (string)document["message"]!, StringComparison.Ordinal);
        Assert.Contains(
            document["diagnoses"]!.AsArray(),
            diagnosis => ((string)diagnosis!["message"]!).Contains($"at line {line} with a", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1e160", "y reaches 1e+160 in size, and squares of such numbers overflow: express it in a larger unit")]
    [InlineData("1e308", "y reaches 1e+308 in size")]
    [InlineData("-1e155", "y reaches 1e+155 in size")]
    public void Numbers_whose_squares_overflow_are_told_with_the_cure(string value, string note) =>
        AssertNote($"x,y\n1,{value}\n2,1e-308\n3,5\n", note);

    [Theory]
    [InlineData("x,y\n1,3e-200\n2,5e-200\n3,7e-200\n", "y is nowhere above 7e-200 in size, and squares of")]
    [InlineData("x,y\n1e-308,3\n2e-308,5\n4e-308,7\n", "x is nowhere above 4e-308 in size")]
    [InlineData("x,y\n1e-160,3\n0,5\n-2e-160,7\n", "x is nowhere above 2e-160 in size")]
    public void Numbers_whose_squares_underflow_are_told_with_the_cure(string csv, string note) =>
        AssertNote(csv, note);

    [Theory]
    [InlineData("x,y\n1,3e-100\n2,5e-100\n3,7e-100\n")]
    [InlineData("x,y\n1,3e100\n2,5e100\n3,7e100\n")]
    [InlineData("x,y\n1,0\n2,0\n3,0\n")]
    public void Numbers_whose_squares_can_be_held_are_not_told_of(string csv) =>
        Assert.Empty(Minpack.Fit(csv, "a*x + b", "a=1,b=0").Json["input"]!["notes"]!.AsArray());

    private static void AssertNote(string csv, string note) => Assert.Contains(
        Minpack.Fit(csv, "a*x + b", "a=1,b=0").Json["input"]!["notes"]!.AsArray(),
        item => ((string)item!).StartsWith(note, StringComparison.Ordinal));
}
