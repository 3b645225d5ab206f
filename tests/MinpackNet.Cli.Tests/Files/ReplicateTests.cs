using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Several columns with repeated measurements.</summary>
public sealed class ReplicateTests
{
    private const string Decay = "a*exp(-b*t)";
    private const string Csv =
        "t,y1,y2,y3\n0,5.1,5.0,5.2\n1,3.0,,3.1\n2,1.9,2,1.8\n3,1.2,1.1,\n4,0.7,0.75,0.65\n5,,,\n";

    [Theory]
    [InlineData("y1,y2,y3")]
    [InlineData("y1, c3, y3")]
    public void Each_value_is_one_of_its_own(string y)
    {
        // By curve_fit of SciPy 1.10.1 for the 13 values.
        Run run = Minpack.Fit(Csv, Decay, "a=4,b=0.4", "--y", y);
        Assert.All(run.Estimates.Zip([5.08988987, 0.49748365]), pair => Assert.Equal(pair.Second, pair.First, 1e-7));
        Assert.All(
            run.Values("standardError").Zip([0.04101751, 0.00817328]),
            pair => Assert.Equal(pair.Second, pair.First, 1e-7));
        JsonNode input = run.Json["input"]!;
        Assert.Equal(13, (int)input["rows"]!);
        Assert.Equal("y1,y2,y3", (string)input["y"]!);
        Assert.Equal("{\"y1,y2,y3\":1}", input["missing"]!.ToJsonString());
    }

    [Fact]
    public void Their_means_have_the_weights_of_their_spread()
    {
        Run run = Minpack.Fit(Csv, Decay, "a=4,b=0.4", "--y", "y1,y2,y3", "--means");
        Assert.All(run.Estimates.Zip([5.08016186, 0.49723767]), pair => Assert.Equal(pair.Second, pair.First, 1e-7));
        Assert.All(
            run.Values("standardError").Zip([0.02924255, 0.00454231]),
            pair => Assert.Equal(pair.Second, pair.First, 1e-7));
        Assert.Equal("the spread of y1,y2,y3", (string)run.Json["input"]!["sigma"]!);
    }

    [Fact]
    public void They_test_the_lack_of_fit() => Assert.Contains(
        "lack of fit, p of F(3, 8) = 0.264",
        Minpack.RunOn(Csv, "fit", "-", "--model", Decay, "--start", "a=4,b=0.4", "--y", "y1,y2,y3").Output,
        StringComparison.Ordinal);

    [Fact]
    public void Conditions_and_standard_deviations_of_a_row_are_for_all_its_values()
    {
        const string Wide = "x,y1,y2,s\n1,2,2.2,0.1\n2,4.1,,0.3\n3,6,6.3,0.2\n4,9,9,0.1\n";
        const string Long = "x,y,s\n1,2,0.1\n1,2.2,0.1\n2,4.1,0.3\n3,6,0.2\n3,6.3,0.2\n";
        Run run = Minpack.Fit(Wide, "a*x+b", "a=1,b=0", "--y", "y1,y2", "--sigma", "s", "--where", "x < 4");
        Run expected = Minpack.Fit(Long, "a*x+b", "a=1,b=0", "--sigma", "s");
        Assert.Equal(expected.Estimates, run.Estimates);
        Assert.Equal(expected.Values("standardError"), run.Values("standardError"));
    }

    [Fact]
    public void Groups_have_them_too()
    {
        const string Groups = "g,x,y1,y2\na,1,2,2.2\na,2,4,\na,3,6,6.2\nb,1,1,1.1\nb,2,,\nb,3,3,3.2\n";
        string[] lines = Minpack.RunOn(
            Groups, "fit", "-", "--model", "k*x", "--start", "k=1", "--by", "g", "--y", "y1,y2", "--json")
            .Output.Trim().Split(Environment.NewLine);
        double[] slopes = [.. lines.Select(line => Run.Number(JsonNode.Parse(line)!["parameters"]!["k"]!))];
        double first = ((1 * (2 + 2.2)) + (2 * 4) + (3 * (6 + 6.2))) / (1 + 1 + 4 + 9 + 9);
        double second = ((1 * (1 + 1.1)) + (3 * (3 + 3.2))) / (1 + 1 + 9 + 9);
        Assert.Equal(first, slopes[0], 1e-12);
        Assert.Equal(second, slopes[1], 1e-12);
    }

    [Theory]
    [InlineData("--y|y1,y1", "--y: 'y1,y1' has a column twice. Name each once.")]
    [InlineData("--y|y1,z", "--y: there is no column 'y1,z'.")]
    [InlineData("--y|y1|--means", "--means has no effect without several columns for --y.")]
    [InlineData("--y|y1,y2|--means|--sigma|y3", "--means has weights of its own, and --sigma gives others.")]
    [InlineData("--y|y1,y2|--means|--weights|1/y", "--means has weights of its own, and --weights gives others.")]
    [InlineData("--y|y1,y2|--means|--counts", "--means contradicts --counts: the mean of counts is none.")]
    [InlineData(
        "--y|y1,y2|--means",
        "standard input, line 3: the standard deviation 0 by the spread of y1,y2 is not positive. It takes two")]
    [InlineData(
        "--json",
        "standard input: the observations may be in y1 or y2 or y3. Choose with --y, such as --y y1 or, for "
        + "replicates, --y 'y1,y2,y3'")]
    public void What_cannot_be_is_refused(string options, string complaint) => Assert.StartsWith(
        complaint,
        Minpack.RunOn(Csv, ["fit", "-", "--model", Decay, .. options.Split('|')]).Complaint,
        StringComparison.Ordinal);
}
