using System.Text.Json.Nodes;

namespace MinpackNet.Cli.Tests;

/// <summary>Options for the solver, problems in files, and how a fit ends early.</summary>
public sealed class ControlTests : IDisposable
{
    private const string Decay = "t,y\n0,5.1\n1,3.0\n2,1.9\n3,1.2\n4,0.7\n5,0.4\n";

    private static readonly string[] Fit = ["fit", "-", "--model", "a*exp(-b*t)", "--start", "a=4,b=0.4", "--json"];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void A_tighter_tolerance_takes_more_steps_to_a_lower_sum()
    {
        Run loose = Minpack.RunOn(Decay, [.. Fit, "--tolerance", "1e-2"]);
        Run tight = Minpack.RunOn(Decay, [.. Fit, "--tolerance", "1e-14"]);
        Assert.True((int)loose.Json["evaluations"]! < (int)tight.Json["evaluations"]!);
        Assert.True(Sum(loose) > Sum(tight));

        static double Sum(Run run) => (double)run.Json["statistics"]!["chiSquared"]!;
    }

    [Fact]
    public void The_step_factor_bounds_the_first_step()
    {
        Run usual = Minpack.RunOn(Decay, Fit);
        Run small = Minpack.RunOn(Decay, [.. Fit, "--step-factor", "0.1"]);
        Assert.True((int)usual.Json["evaluations"]! < (int)small.Json["evaluations"]!);
        Assert.Equal(usual.Estimates[0], small.Estimates[0], 1e-6);
    }

    [Theory]
    [InlineData("--tolerance: '0' is not a number from 1E-16 to 0.1, such as 1e-12.", "--tolerance", "0")]
    [InlineData("--tolerance: 'tight' is not a number", "--tolerance", "tight")]
    [InlineData("--step-factor: '1000' is not a number from 0.1 to 100, such as 1.", "--step-factor", "1000")]
    [InlineData("--tolerance has no effect with --search", "--tolerance", "1e-9", "--search")]
    [InlineData("--quiet contradicts --json", "--quiet")]
    public void Numbers_out_of_range_are_refused(string complaint, params string[] options) => Assert.StartsWith(
        complaint, Minpack.RunOn(Decay, [.. Fit, .. options]).Complaint, StringComparison.Ordinal);

    [Fact]
    public void A_problem_comes_back_from_its_file()
    {
        string data = _workspace.Write("decay.csv", Decay);
        string file = _workspace["fit.json"];
        Run first = Minpack.Run(
            "fit", data, "--model", "a*exp(-b*t)", "--start", "a=4", "--start", "b=0.4", "--bound", "a>0",
            "--level", "0.9", "--save-problem", file, "--json");
        JsonObject problem = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        Assert.Equal(["data", "model", "start", "bound", "level"], problem.Select(member => member.Key));
        Assert.Equal(problem.ToJsonString(), first.Json["problem"]!.ToJsonString());

        Run again = Minpack.Run("fit", "--problem", file, "--json");
        Assert.Equal(first.Estimates, again.Estimates);
        Assert.Equal(first.Values("lower"), again.Values("lower"));
        // What is given wins, and so do other data.
        Run wider = Minpack.RunOn(Decay, "fit", "-", "--level=0.99", $"--problem={file}", "--json");
        Assert.Equal(first.Estimates, wider.Estimates);
        Assert.True(wider.Values("lower")[0] < first.Values("lower")[0]);
    }

    [Fact]
    public void A_problem_can_be_written_by_hand()
    {
        _workspace.Write("decay.csv", Decay);
        string data = _workspace["decay.csv"].Replace("\\", "\\\\", StringComparison.Ordinal);
        string file = _workspace.Write(
            "fit.json",
            $$"""
            {"model": "a*exp(-b*t)", "start": "a=4,b=0.4", "level": 0.9, "header": 1, "absolute-sigma": false,
             "data": "{{data}}"}
            """);
        Assert.Equal(ExitCode.Success, Minpack.Run("fit", "--problem", file).ExitCode);
    }

    [Theory]
    [InlineData("nope", "cannot be understood as JSON")]
    [InlineData("[1]", "is not a JSON object, such as {\"data\"")]
    [InlineData("{\"model\": {}}", "\"model\" is neither a text, a number, true or false, nor a list of these")]
    public void A_problem_that_is_none_is_refused(string text, string complaint) => Assert.Contains(
        complaint,
        Minpack.Run("fit", "--problem", _workspace.Write("fit.json", text)).Complaint,
        StringComparison.Ordinal);

    [Fact]
    public void A_problem_that_is_not_there_is_refused()
    {
        Assert.StartsWith(
            $"--problem: {_workspace["no.json"]} cannot be read",
            Minpack.Run("fit", "--problem", _workspace["no.json"]).Complaint,
            StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Minpack.Run("fit", "--problem").ExitCode);
        string odd = _workspace.Write("fit.json", "{\"data\": \"-\", \"model\": \"a*x\", \"strat\": \"a=1\"}");
        Assert.Contains("--strat", Minpack.Run("fit", "--problem", odd).Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_writes_files_and_nothing_else()
    {
        string file = _workspace["fitted.csv"];
        Run run = Minpack.RunOn(Decay, [.. Fit[..^1], "--quiet", "--out", file]);
        Assert.Equal(new(ExitCode.Success, "", ""), run);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task Interrupted_within_the_fit_it_reports_the_best_so_far()
    {
        using CancellationTokenSource source = new();
        // Progress is shown from within the fit.
        using Interrupting error = new(source);
        StringWriter output = new();
        string data = _workspace.Write("sine.csv", Sine());
        int code = await MinpackCommand.RunAsync(
            ["fit", data, "--model", "a*sin(b*x+c)+d*sin(e*x+f)+g", "--profile"],
            new(() => Stream.Null, output, error) { ShowsProgress = true },
            source.Token);
        Assert.Equal(ExitCode.Interrupted, code);
        Assert.Contains("the estimates are the best so far", output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"\na +[-\d]", output.ToString());
    }

    private static string Sine()
    {
        IEnumerable<string> rows = Enumerable.Range(0, 400).Select(i => FormattableString.Invariant(
            $"{0.1 * i:F1},{Math.Sin(0.21 * i) + Math.Sin(0.5 * i) + (0.1 * Math.Sin(i * i)):F4}\n"));
        return "x,y\n" + string.Concat(rows);
    }

    /// <summary>A terminal whose user interrupts as soon as a fit shows progress.</summary>
    private sealed class Interrupting(CancellationTokenSource source) : StringWriter
    {
        public override void Write(string? value)
        {
            if (value?.Contains("evaluation", StringComparison.Ordinal) == true)
            {
                source.Cancel();
            }
        }
    }
}
