using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Which column is which.</summary>
public sealed class ColumnTests
{
    [Theory]
    [InlineData("x,y", "a*x", "x", "y")]
    [InlineData("y,x", "a*x", "x", "y")]
    [InlineData("time,signal", "a*x", "time", "signal")]
    [InlineData("signal,time", "a*time", "time", "signal")]
    [InlineData("t,u,v", "a*x", "t", "v")]
    [InlineData("t,x,v", "a*x", "x", "v")]
    [InlineData("time (s),y", "a*x", "time (s)", "y")]
    [InlineData("a,x,y", "a*x", "x", "y")]
    [InlineData("t,u,v", "a*x", "u", "v", "--x", "u")]
    [InlineData("x,u,v", "a*x", "u", "v", "--x", "u")]
    [InlineData("t,u,v", "a*x", "t", "u", "--y", "u")]
    [InlineData("t,u,v", "a*x", "u", "t", "--y", "t")]
    [InlineData("t,u,v", "a*x", "t", "u", "--sigma", "v")]
    [InlineData("t,u,v", "a*x", "u", "v", "--sigma", "t")]
    public void Columns_are_chosen_by_the_formula_and_the_options(
        string header, string model, string x, string y, params string[] options)
    {
        string row = string.Join(',', header.Split(',').Select((_, i) => $"{i + 1}"));
        Run run = Minpack.Fit($"{header}\n{row}\n{row}\n", model, "a=1", options);
        JsonNode input = run.Json["input"]!;
        Assert.Equal(x, (string)Assert.Single(input["x"]!.AsObject()).Value!);
        Assert.Equal(y, (string)input["y"]!);
        string[] names = header.Split(',');
        double slope = (Array.IndexOf(names, y) + 1.0) / (Array.IndexOf(names, x) + 1.0);
        Assert.Equal(slope, run.Estimates[0], 1e-9);
    }

    [Fact]
    public void Columns_without_a_header_have_numbers()
    {
        Run run = Minpack.Fit("3,1,7\n5,2,7\n9,4,7\n", "a*c2 + b", "a=1,b=0", "--y", "c1");
        Assert.Equal([2, 1], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void Several_predictors_are_found_by_their_names()
    {
        Run run = Minpack.Fit("v,u,y\n1,0,3\n0,1,5\n1,1,8\n2,1,11\n", "p*u + q*v", "p=1,q=1");
        Assert.Equal("""{"v":"v","u":"u"}""", run.Json["input"]!["x"]!.ToJsonString());
        Assert.Equal([5, 3], run.Estimates.Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void A_formula_without_predictors_is_the_mean()
    {
        Run run = Minpack.RunOn("y\n1\n2\n6\n", "fit", "-", "--model", "mean", "--start", "mean=0");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("standard input: 3 rows, y", run.Output, StringComparison.Ordinal);
        Assert.Matches("mean +3.0 +1.5", run.Output);
    }
}
