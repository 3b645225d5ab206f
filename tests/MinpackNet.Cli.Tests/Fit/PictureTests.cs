using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace MinpackNet.Cli.Tests;

/// <summary>What a picture says of the fit, and the file that it goes to.</summary>
public sealed class PictureTests
{
    private const string Csv = "x,y\n1,3\n2,5\n4,9.1\n7,15.2\n";

    private static readonly string[] Line = ["fit", "-", "--model", "a*x+b", "--start", "a=1,b=1"];

    [Theory]
    [InlineData("a*exp(b*x)", "a=1,b=0.1", "⠒ last estimates (not converged)", "--max-evaluations", "4")]
    [InlineData("a*exp(b*x)", "a=9,b=-3", "⠒ last estimates (not converged)", "--max-evaluations", "6")]
    [InlineData("a*x^b", "a=1,b=3", "⠒ last estimates (not converged)", "--max-evaluations", "2")]
    [InlineData("a*x+b", "a=1,b=1", "⠒ fit")]
    [InlineData("a*b*x", "a=1,b=2", "⠒ fit (not to be trusted)")]
    [InlineData("a*x+b+c", "a=1,b=2,c=1", "⠒ fit (not to be trusted)")]
    [InlineData("a*exp(-b*x)", "a=1,b=1000", "⠒ start")]
    [InlineData("a*x + sqrt(b)", "a=1,b=-1", "⠒ start (not in the picture)")]
    [InlineData("a*exp(b*x)", "a=1,b=0.1", "⠒ start", "--max-evaluations", "2")]
    public void A_curve_is_called_what_it_is(string model, string start, string title, params string[] options)
    {
        Run run = Minpack.RunOn(Csv, ["fit", "-", "--model", model, "--start", start, .. options]);
        string header = run.Output.Split(Environment.NewLine).Single(line => line.Contains("o data"));
        Assert.EndsWith(title, header, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.999", "99.9")]
    [InlineData("0.95", "95")]
    [InlineData("0.07", "7")]
    [InlineData("0.9999999", "99.99999")]
    [InlineData("0.9999999999999999", "99.99999999999999")]
    [InlineData("1e-12", "1e-10")]
    public void The_level_of_the_band_is_not_rounded(string level, string expected)
    {
        using Workspace workspace = new();
        Run run = Minpack.RunOn(Csv, [.. Line, "--level", level, "--plot", workspace["fit.svg"]]);
        Assert.Contains(
            $"{expected} % confidence band (t, 2 degrees of freedom, pointwise)", Texts(workspace["fit.svg"]));
        Assert.Contains($" {expected} % from ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-8", "observed = calculated (not in the picture)")]
    [InlineData("3.7", "observed = calculated")] // seen only in the room beside the data
    [InlineData("8", "observed = calculated")]
    public void A_line_that_is_seen_is_not_called_outside(string v, string title)
    {
        string rows = string.Concat(Enumerable.Range(1, 7).Select(i => $"{i},{v},{8 + (2 * i)}\n"));
        string csv = $"u,v,y\n-1,1,12\n{rows}";
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*log(u)+b*v", "--start", "a=1.5,b=1", "--y", "y");
        Assert.Contains(run.Output.Split(Environment.NewLine), line =>
            line.EndsWith($"⠒ {title}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("t, 2 degrees of freedom")]
    [InlineData("t, 2 degrees of freedom", "--sigma", "s")]
    [InlineData("normal", "--sigma", "s", "--absolute-sigma")]
    [InlineData("t, 3 degrees of freedom", "--fix", "b=1")]
    public void Report_picture_and_JSON_name_the_same_distribution(string distribution, params string[] options)
    {
        using Workspace workspace = new();
        string start = options.Contains("--fix") ? "a=1" : "a=1,b=1";
        const string Table = "x,y,s\n1,3,1\n2,5,2\n4,9.1,1\n7,15.2,1\n";
        string[] fit = ["fit", "-", "--model", "a*x+b", "--start", start, "--x", "x", "--y", "y", .. options];
        Run run = Minpack.RunOn(Table, [.. fit, "--plot", workspace["fit.svg"]]);
        Assert.Contains(
            $"intervals: {distribution}, one parameter at a time{Environment.NewLine}", run.Output,
            StringComparison.Ordinal);
        Assert.Contains($"95 % confidence band ({distribution}, pointwise)", Texts(workspace["fit.svg"]));
        using JsonDocument json = JsonDocument.Parse(Minpack.RunOn(Table, [.. fit, "--json"]).Output);
        Assert.Equal(distribution, json.RootElement.GetProperty("intervals").GetString());
    }

    [Theory]
    [InlineData("a*log(x)+b", "6 residuals", "6 without a finite residual")]
    [InlineData("a/x+b", "1 residual", "1 without a finite residual")]
    [InlineData("a*sqrt(3-x)+b", "4 residuals", "4 without a finite residual")]
    [InlineData("a*log(x)+b*z", "6 rows", "6 not finite left out")]
    [InlineData("a*z/x+b", "1 row", "1 not finite left out")]
    public void What_is_not_finite_is_counted(string model, string note, string caption)
    {
        using Workspace workspace = new();
        string csv = "x,z,y\n" + string.Concat(Enumerable.Range(-5, 13).Select(i => $"{i},1,{2 * i}\n"));
        string[] fit = ["fit", "-", "--model", model, "--start", "a=1,b=1", "--y", "y"];
        fit = model.Contains('z', StringComparison.Ordinal) ? fit : [.. fit, "--x", "x"];
        Run run = Minpack.RunOn(csv, [.. fit, "--plot", workspace["fit.svg"]]);
        Assert.Contains(
            $"{note} left out of the picture, where the model is not finite{Environment.NewLine}", run.Output,
            StringComparison.Ordinal);
        Assert.Contains(Texts(workspace["fit.svg"]), text => text.EndsWith($", {caption}", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_finite_is_counted_among_rows_that_are_not_shown_too()
    {
        string csv = "x,y\n" + string.Concat(Enumerable.Range(-1000, 5000).Select(i => $"{i},{2 * i}\n"));
        Run run = Minpack.RunOn(csv, "fit", "-", "--model", "a*log(x)+b", "--start", "a=1,b=1");
        Assert.Contains("1001 residuals left out of the picture, ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "left out of the picture", Minpack.RunOn(Csv, Line).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("an old picture")]
    public void A_picture_replaces_what_was_there(string old)
    {
        using Workspace workspace = new();
        string file = workspace.Write("fit.svg", old);
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Csv, [.. Line, "--plot", file]).ExitCode);
        Assert.Contains("y = a*x+b", Texts(file));
        Assert.Equal([file], Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public void A_read_only_file_stays_as_it_is()
    {
        using Workspace workspace = new();
        string file = workspace.Write("fit.svg", "mine");
        File.SetAttributes(file, FileAttributes.ReadOnly);
        AssertNotWritten(workspace, file, "It is read-only.");
        Assert.Equal("mine", File.ReadAllText(file));
        File.SetAttributes(file, FileAttributes.Normal);
    }

    [Fact]
    public void A_folder_is_no_picture()
    {
        using Workspace workspace = new();
        Directory.CreateDirectory(workspace["fit.svg"]);
        AssertNotWritten(workspace, workspace["fit.svg"], "It is a folder.");
    }

    [Fact]
    public void A_folder_that_is_missing_is_told_before_the_fit()
    {
        using Workspace workspace = new();
        Run run = Minpack.RunOn(Csv, [.. Line, "--plot", Path.Combine(workspace["none"], "fit.svg")]);
        Assert.StartsWith("--plot: there is no folder for '", run.Complaint, StringComparison.Ordinal);
        Assert.EndsWith("'. Create it, or give another.", run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data.svg")]
    [InlineData("link.svg")]
    public void A_picture_never_replaces_the_data(string picture)
    {
        using Workspace workspace = new();
        const string Table = "x,y\n0,1\n1,3\n2,5.1\n";
        string data = workspace.Write("data.svg", Table);
        File.CreateSymbolicLink(workspace["link.svg"], data);
        Run run = Minpack.Run(
            "fit", data, "--model", "a*x + b", "--start", "a=1,b=1", "--plot", workspace[picture]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith("--plot: '", run.Complaint, StringComparison.Ordinal);
        Assert.EndsWith("' would replace the data. Give another name.", run.Complaint, StringComparison.Ordinal);
        Assert.Equal(Table, File.ReadAllText(data));
    }

    [Fact]
    public void A_name_that_the_disk_refuses_leaves_nothing()
    {
        using Workspace workspace = new();
        string file = workspace[$"{new string('a', 300)}.svg"];
        Run run = Minpack.RunOn(Csv, [.. Line, "--plot", file]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.StartsWith($"--plot: {file} cannot be written: ", run.Error.Trim(), StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Theory]
    [InlineData("/dev/full", ExitCode.Usage)]
    [InlineData("/dev/null", ExitCode.Success)]
    public void A_device_is_written_to_and_stays_a_device(string device, int expected)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.False(File.Exists(device));
            return;
        }

        using Workspace workspace = new();
        File.CreateSymbolicLink(workspace["fit.svg"], device);
        Run run = Minpack.RunOn(Csv, [.. Line, "--plot", workspace["fit.svg"]]);
        Assert.Equal(expected, run.ExitCode);
        Assert.Equal(expected == ExitCode.Success ? 0 : 1, run.Error.Split('\n').Length - 1);
        Assert.Equal(device, new FileInfo(workspace["fit.svg"]).LinkTarget);
        Assert.Equal(0, new FileInfo(device).Length);
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        using Workspace workspace = new();
        File.CreateSymbolicLink(workspace["fit.svg"], workspace.Write("other.svg", "old"));
        Assert.Equal(ExitCode.Success, Minpack.RunOn(Csv, [.. Line, "--plot", workspace["fit.svg"]]).ExitCode);
        Assert.NotNull(new FileInfo(workspace["fit.svg"]).LinkTarget);
        Assert.Contains("y = a*x+b", Texts(workspace["other.svg"]));
    }

    [Fact]
    public void A_report_without_a_plot_says_why() => Assert.Contains(
        "There is no plot, because the fit has no numbers that can be drawn.",
        Minpack.RunOn("x,y\n1,-1e308\n2,1e308\n3,1e308\n", "fit", "-", "--model", "a*x", "--start", "a=1").Output,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("x,y\n3,5\n", "a*x")]
    [InlineData("x,y\n3,5\n3,6\n3,7\n", "a*x")]
    [InlineData("x,y\n1,5\n2,5\n3,5\n", "a+0*x")]
    [InlineData("x,y\n0,0\n0,0\n", "a+x")]
    [InlineData("x,y\n1e300,2e300\n2e300,4e300\n3e300,6e300\n", "a*x")]
    [InlineData("x,y\n1000000000000000,5\n1000000000000001,6\n1000000000000002,7\n", "a+(x-1e15)")]
    public void The_curve_of_few_or_equal_numbers_is_in_the_picture(string csv, string model)
    {
        using Workspace workspace = new();
        Run run = Minpack.RunOn(
            csv, "fit", "-", "--model", model, "--start", "a=1", "--plot", workspace["fit.svg"]);
        Assert.Equal("", run.Error);
        Assert.Contains("⠒ fit", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("not in the picture", run.Output, StringComparison.Ordinal);
        XDocument picture = XDocument.Load(workspace["fit.svg"]);
        double[] widths = [.. picture.Descendants("{http://www.w3.org/2000/svg}polyline")
            .Select(line => (string)line.Attribute("points")!)
            .Select(points => points.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            .Select(points => double.Parse(points[^2], CultureInfo.InvariantCulture)
                - double.Parse(points[0], CultureInfo.InvariantCulture))];
        Assert.Contains(widths, width => width > 500);
    }

    [Theory]
    [InlineData("x\uffff")]
    [InlineData("\ufffe\uffffx")]
    [InlineData("\uffffx\ufffe")]
    public void A_name_that_XML_cannot_hold_is_cleaned(string name)
    {
        using Workspace workspace = new();
        Run run = Minpack.RunOn($"{name},y\n1,3\n2,5\n4,9\n", [.. Line, "--plot", workspace["fit.svg"]]);
        Assert.Equal("", run.Error);
        Assert.Contains("x", Texts(workspace["fit.svg"]).Select(text => text.Trim()));
    }

    private static void AssertNotWritten(Workspace workspace, string file, string reason)
    {
        Run run = Minpack.RunOn(Csv, [.. Line, "--plot", file]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal($"--plot: {file} cannot be written: {reason}", run.Error.Trim());
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(workspace["any"])!));
    }

    private static string[] Texts(string file) =>
        [.. XDocument.Load(file).Descendants("{http://www.w3.org/2000/svg}text").Select(text => text.Value)];
}
