using System.Text.RegularExpressions;
using MinpackNet.Cli;
using MinpackNet.Fitting;

namespace MinpackNet.Cli.Tests;

/// <summary>What a person reads.</summary>
public sealed class ReportTests
{
    private static readonly string[] Fit = ["--model", "b1*(1 - exp(-b2*x))", "--start", "b1=500,b2=1e-4"];

    [Fact]
    public void A_report_has_the_input_the_fit_a_plot_and_the_cost()
    {
        using Workspace workspace = new();
        string path = workspace.WriteNist("Misra1a");
        Run run = Minpack.Run(["fit", path, .. Fit]);
        Assert.Equal("", run.Error);
        Assert.StartsWith($"{path}: 14 rows, y against x{Environment.NewLine}", run.Output, StringComparison.Ordinal);
        Assert.Matches("b1 +238\\.9 +2\\.7 +233\\.0 +244\\.8 +500", run.Output);
        Assert.Contains("o data  ⠒ fit", run.Output, StringComparison.Ordinal);
        Assert.Matches(
            @"14 rows read in \d+\.\d\d s, fitted in \d+\.\d\d s, peak memory \d+ MiB\s*$", run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.All(run.Output.Split(Environment.NewLine), line => Assert.True(line.Length <= 100 + path.Length));
    }

    [Fact]
    public void The_plot_shows_each_of_few_points_and_goes_with_no_plot()
    {
        using Workspace workspace = new();
        string path = workspace.WriteNist("Misra1a");
        string plot = PlotIn(Minpack.Run(["fit", path, .. Fit]));
        Assert.Equal(14, plot.Count(c => c == 'o'));
        Assert.Contains("80 ┤", plot, StringComparison.Ordinal);
        Assert.Contains("200", plot, StringComparison.Ordinal);
        Assert.All(plot.Split(Environment.NewLine), line => Assert.True(line.Length <= 80));
        Assert.DoesNotContain("┤", Minpack.Run(["fit", path, .. Fit, "--no-plot"]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    public void The_plot_is_as_wide_as_the_terminal(int width)
    {
        using Workspace workspace = new();
        string path = workspace.WriteNist("Misra1a");
        Run run = Minpack.Run(streams => streams with { Width = width }, "", ["fit", path, .. Fit]);
        Assert.Equal(width, PlotIn(run).Split(Environment.NewLine).Max(line => line.Length));
    }

    [Fact]
    public void A_terminal_with_colors_tells_points_from_curve_by_them()
    {
        using Workspace workspace = new();
        string[] fit = ["fit", workspace.WriteNist("Misra1a"), .. Fit];
        Run colored = Minpack.Run(streams => streams with { HasColors = true }, "", fit);
        Assert.Contains("\u001b[93m", colored.Output, StringComparison.Ordinal);
        Assert.Contains("\u001b[96m", colored.Output, StringComparison.Ordinal);
        Run withoutColors = colored with { Output = Regex.Replace(colored.Output, "\u001b\\[[0-9;]*m", "") };
        Assert.Equal(
            PlotIn(Minpack.Run(fit)).Split(Environment.NewLine),
            PlotIn(withoutColors).Split(Environment.NewLine).Select(line => line.TrimEnd()));
    }

    [Fact]
    public void Many_points_are_a_cloud_and_the_plot_says_how_many_are_shown()
    {
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},{2 * i}\n"));
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*x", "--start", "a=1");
        Assert.Contains("⠿ data, 1000 of 20000 rows shown  * fit", run.Output, StringComparison.Ordinal);
        Assert.Contains(": 20000 rows, ", run.Output, StringComparison.Ordinal);
        Assert.Contains("20000 points, ", run.Output, StringComparison.Ordinal);
        Assert.Contains("20000 rows read in ", run.Output, StringComparison.Ordinal);
        Assert.Contains('*', PlotIn(run));
    }

    [Fact]
    public void What_the_report_advises_has_the_name_of_an_option()
    {
        string csv = "x,y\n0,3\n1,2.4\n2,2.1\n3,2.05\n";
        string[] fit = ["fit", "-", "--model", "a*exp(-c*x) + b", "--start", "a=1,b=2,c=0.1"];
        Run stopped = Minpack.RunOn(csv, [.. fit, "--max-evaluations", "2"]);
        Assert.Equal(ExitCode.Failure, stopped.ExitCode);
        Assert.Contains(
            "Raise --max-evaluations, start closer, or use --search.",
            stopped.Output.ReplaceLineEndings(" ").Replace("  ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Several_predictors_are_plotted_as_observed_over_fitted()
    {
        Run run = Minpack.RunOn(
            "v,u,y\n1,0,3\n0,1,5\n1,1,8\n2,1,11.5\n", "fit", "-", "--model", "p*u + q*v", "--start", "p=1,q=1");
        Assert.Contains("observed y   o data  ⠒ observed = fitted", run.Output, StringComparison.Ordinal);
        Assert.Contains("fitted y", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,y\n1,2\n1,2\n")]
    [InlineData("x,y\n0,0\n0,0\n")]
    [InlineData("x,y\n1,2\n1.0000000000000002,2.0000000000000004\n")]
    [InlineData("x,y\n-1e300,1e300\n1e300,2e300\n")]
    [InlineData("x,y\n1e-300,1e-300\n2e-300,2e-300\n")]
    [InlineData("x,y\n5e-324,5e-324\n1e-323,1e-323\n")]
    public void Data_of_any_extent_can_be_plotted(string csv)
    {
        using Workspace workspace = new();
        Run run = Minpack.RunOn(
            csv, "fit", "-", "--model", "a + 0*x", "--start", "a=1", "--plot", workspace["fit.svg"]);
        Assert.Contains('└', run.Output);
        Assert.True(new FileInfo(workspace["fit.svg"]).Length > 0);
    }

    [Theory]
    [InlineData("x,y\n1,-1.7e308\n2,1.7e308\n")]
    [InlineData("x,y\n-1.7e308,1\n1.7e308,2\n")]
    public void Data_that_no_axis_can_hold_are_reported_without_a_plot(string csv)
    {
        using Workspace workspace = new();
        Run run = Minpack.RunOn(
            csv, "fit", "-", "--model", "a*x", "--start", "a=1", "--plot", workspace["fit.svg"]);
        Assert.Contains("2 points", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('└', run.Output);
        Assert.EndsWith(
            "because the fit has no numbers that can be drawn.", run.Error.Trim(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
    }

    [Fact]
    public void Progress_is_shown_to_a_terminal_and_leaves_no_trace()
    {
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{i},{Math.Exp(-i / 1e5):R}\n"));
        string[] fit = ["fit", "-", "--model", "a*exp(-x/t) + c", "--start", "a=2,t=3e4,c=1", "--no-plot"];
        Run watched = Minpack.Run(streams => streams with { ShowsProgress = true }, csv, fit);
        Assert.Matches(@"^\r[0-9,]+ rows read|^\revaluation \d+, sum of squares ", watched.Error);
        Assert.Matches(@"\r +\r$", watched.Error);
        Assert.Equal("", Minpack.RunOn(csv, fit).Error);
    }

    private static string PlotIn(Run run)
    {
        string[] lines = run.Output.Split(Environment.NewLine);
        int first = Array.FindIndex(lines, line => line.Contains('│') || line.Contains('┤'));
        int last = Array.FindIndex(lines, line => line.Contains('└'));
        return string.Join(Environment.NewLine, lines[first..(last + 3)]);
    }
}
