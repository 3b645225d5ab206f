using System.Globalization;

namespace MinpackNet.Cli.Tests;

/// <summary>The exit code, the JSON document and the report agree.</summary>
public sealed class SuccessTests
{
    private const string Distrust = "Do not trust the estimates";

    public static TheoryData<string, string, string, int> Fits => new()
    {
        { "x,y\n1,3\n2,5\n4,9.1\n", "a*x+b", "a=1,b=1", ExitCode.Success },
        { "y\n1.02e12\n0.97e12\n1.01e12\n1e12\n0.99e12\n", "a", "a=1", ExitCode.Success },
        { "x,y\n1,2\n1,3\n1,4\n", "a*x+b", "a=1,b=1", ExitCode.Failure },
        { "x,y\n1,3\n2,5\n4,9.1\n", "a*b*x", "a=1,b=1", ExitCode.Failure },
        { "x,y\n1,3\n2,5\n4,9.1\n", "a*x+0*b", "a=1,b=1", ExitCode.Failure },
        { "x,y\n1,109\n2,149\n3,149\n5,191\n7,213\n10,224\n", "a*(1-exp(-b*x))", "a=1,b=1", ExitCode.Failure },
        { "x,y\n1,109\n2,149\n3,149\n5,191\n7,213\n10,224\n", "a*(1-exp(-b*x))", "a=100,b=100", ExitCode.Failure },
    };

    [Theory]
    [MemberData(nameof(Fits))]
    public void Distrust_in_the_report_is_a_failure_and_nothing_else_is(
        string csv, string model, string start, int expected)
    {
        string[] fit = ["fit", "-", "--model", model, "--start", start, "--no-plot"];
        Run report = Minpack.RunOn(csv, fit);
        Assert.Equal(expected, report.ExitCode);
        Assert.Equal(
            expected == ExitCode.Failure,
            report.Output.ReplaceLineEndings(" ").Contains(Distrust, StringComparison.Ordinal));
        Run json = Minpack.Fit(csv, model, start);
        Assert.Equal(expected, json.ExitCode);
        Assert.Equal(expected == ExitCode.Success, (bool)json.Json["succeeded"]!);
        Assert.Equal(
            expected == ExitCode.Failure,
            json.Json["diagnoses"]!.AsArray().Any(diagnosis => (bool)diagnosis!["isFatal"]!));
    }

    [Fact]
    public void A_constant_far_above_its_start_is_found()
    {
        Run run = Minpack.Fit("y\n1.02e12\n0.97e12\n1.01e12\n1e12\n0.99e12\n", "a", "a=1");
        Assert.Equal(9.98e11, Assert.Single(run.Estimates), 1e6);
        Assert.Equal(8.602e9, Assert.Single(run.Values("standardError")), 1e6);
    }

    [Theory]
    [InlineData("x,y\n1,-1e308\n2,1e308\n3,1e308\n")]
    [InlineData("x,y\n-1e308,1\n1e308,2\n")]
    [InlineData("x,y\n1,-1.7e308\n2,1.7e308\n")]
    public void A_picture_that_cannot_be_drawn_is_told_in_one_line(string csv)
    {
        using Workspace workspace = new();
        string[] fit =
            ["fit", "-", "--model", "a*x", "--start", "a=1", "--json", "--plot", workspace["fit.svg"]];
        Run run = Minpack.RunOn(csv, fit);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith("--plot: ", Assert.Single(run.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("\"succeeded\": false", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(workspace["fit.svg"]));
    }

    [Fact]
    public void A_picture_that_cannot_be_written_is_no_success_either()
    {
        using Workspace workspace = new();
        Directory.CreateDirectory(workspace["fit.svg"]);
        string[] fit = ["fit", "-", "--model", "a*x", "--start", "a=1", "--plot", workspace["fit.svg"]];
        Run report = Minpack.RunOn("x,y\n1,3\n2,5\n4,9.1\n", fit);
        Assert.Equal(ExitCode.Usage, report.ExitCode);
        Assert.Contains("parameter ", report.Output, StringComparison.Ordinal);
        Assert.StartsWith("--plot: ", Assert.Single(report.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Run json = Minpack.RunOn("x,y\n1,3\n2,5\n4,9.1\n", [.. fit, "--json"]);
        Assert.Equal(ExitCode.Usage, json.ExitCode);
        Assert.Contains("\"succeeded\": false", json.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1e-310")]
    [InlineData("5e-324")]
    [InlineData("1e-309")]
    public void A_standard_deviation_without_an_inverse_is_told_in_one_line(string sigma)
    {
        Run run = Minpack.RunOn(
            $"x,y,s\n1,2,{sigma}\n2,3,1\n3,4,1\n",
            "fit", "-", "--model", "a*x+b", "--start", "a=1,b=1", "--sigma", "s");
        Assert.Contains($"line 2: the standard deviation '{sigma}'", run.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_ends_at_the_frequency_that_a_start_nearby_misses()
    {
        IEnumerable<string> rows = Enumerable.Range(0, 100).Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row / 10.0},{2 * Math.Sin(row + 0.4):F4}"));
        Run run = Minpack.Fit(
            $"x,y\n{string.Join('\n', rows)}\n", "A*sin(w*x + p)", "A=1,w=11,p=0", "--search");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal(10, run.Estimates[1], 1e-5);
    }

    [Fact]
    public void A_thousand_parameters_take_seconds()
    {
        int[] terms = [.. Enumerable.Range(0, 1000)];
        using Workspace workspace = new();
        string model = string.Join(" + ", terms.Select(k => $"p{k}*exp(-((x - {k})/0.3)^2)"));
        string start = string.Join(',', terms.Select(k => $"\"p{k}=1\""));
        string problem = workspace.Write("fit.json", $$"""{"model": "{{model}}", "start": [{{start}}]}""");
        // At each place, the hats of the others are below 2e-5.
        string rows = string.Concat(Enumerable.Range(0, 1002).Select(row => $"{Math.Min(row, 999)},2\n"));
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
        Run run = Minpack.Run(
            streams => streams, $"x,y\n{rows}", ["fit", "-", "--problem", problem, "--json"], limit.Token);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.All(run.Estimates, value => Assert.Equal(2, value, 1e-4));
    }
}
