using System.Globalization;
using System.Xml.Linq;

namespace MinpackNet.Cli.Tests;

/// <summary>The SVG picture with logarithmic axes, and what cannot be on them.</summary>
public sealed class LogAxisTests
{
    private const string Csv = "dose,y,s\n-1,4,1\n0,5,1\n1,10,30\n10,20,2\n100,0,1\n1000,40,2\n10000,50,2\n";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] Line =
        ["fit", "-", "--model", "a+b*x", "--start", "a=1,b=1", "--x", "dose", "--y", "y"];

    [Theory]
    [InlineData(5, "2 rows left out of the picture, with dose at or below zero (--log-x)", "--log-x")]
    [InlineData(6, "1 row left out of the picture, with y at or below zero (--log-y)", "--log-y")]
    [InlineData(4, "2 rows left out of the picture, with dose at or below zero (--log-x)", "--log-x", "--log-y")]
    [InlineData(4, "1 row left out of the picture, with y at or below zero (--log-y)", "--log-x", "--log-y")]
    public void Rows_without_a_logarithm_are_left_out_and_counted(int shown, string note, params string[] options)
    {
        using Workspace workspace = new();
        Run report = Minpack.RunOn(Csv, [.. Line, .. options, "--plot", workspace["fit.svg"]]);
        Assert.Contains(note, report.Output, StringComparison.Ordinal);
        XDocument picture = XDocument.Load(workspace["fit.svg"]);
        Assert.Equal((2 * shown) + 1, picture.Descendants(Svg + "ellipse").Count());
        Assert.Contains(
            $"standard input, {shown} of 7 rows shown, {7 - shown} at or below zero left out",
            picture.Descendants(Svg + "text").Select(text => text.Value));
        Run json = Minpack.RunOn(Csv, [.. Line, .. options, "--plot", workspace["fit.svg"], "--json"]);
        Assert.Contains(note, json.Json["input"]!["notes"]!.AsArray().Select(text => (string)text!));
    }

    [Theory]
    [InlineData("x,y\n-1,1\n0,2\n", "--log-x: no row has x above zero. Leave --log-x out.", "--log-x")]
    [InlineData("x,y\n1,-1\n2,0\n", "--log-y: no row has y above zero. Leave --log-y out.", "--log-y")]
    [InlineData("x,y\n1,-1\n2,0\n", "--log-y: no row has y above zero. Leave --log-y out.", "--log-x", "--log-y")]
    [InlineData(
        "x,y\n1,-1\n-2,3\n",
        "--log-x, --log-y: no row has both x and y above zero. Leave one of them out.", "--log-x", "--log-y")]
    public void Without_a_row_left_there_is_no_picture(string csv, string complaint, params string[] options)
    {
        using Workspace workspace = new();
        string[] fit = ["fit", "-", "--model", "a+b*x", "--start", "a=1,b=1", .. options];
        Run report = Minpack.RunOn(csv, fit);
        Assert.Equal(ExitCode.Usage, report.ExitCode);
        Assert.Equal(complaint, report.Error.Trim());
        Assert.Contains("parameter ", report.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('└', report.Output);
        Run file = Minpack.RunOn(csv, [.. fit, "--json", "--plot", workspace["fit.svg"]]);
        Assert.Equal(ExitCode.Usage, file.ExitCode);
        Assert.Equal(complaint, file.Error.Trim());
        Assert.Contains("\"succeeded\": false", file.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(workspace["fit.svg"]));
    }

    [Theory]
    [InlineData("--log-x", "--json")]
    [InlineData("--log-y", "--json")]
    [InlineData("--log-x", "--no-plot")]
    [InlineData("--log-y", "--no-plot")]
    public void An_axis_of_no_picture_is_refused(string option, string other) => Assert.Equal(
        $"{option} has no effect without a picture. Leave it out, or add --plot.",
        Minpack.RunOn(Csv, [.. Line, option, other]).Complaint);

    [Fact]
    public void Points_of_equal_ratios_are_equally_far_apart()
    {
        using Workspace workspace = new();
        Minpack.RunOn(
            "x,y\n0.1,1\n1,100\n10,10000\n100,1e6\n",
            "fit", "-", "--model", "a*x^b", "--start", "a=100,b=2", "--log-x", "--log-y",
            "--plot", workspace["fit.svg"]);
        (double X, double Y)[] points = [.. XDocument.Load(workspace["fit.svg"]).Descendants(Svg + "ellipse")
            .Select(circle => ((double)circle.Attribute("cx")!, (double)circle.Attribute("cy")!))];
        double dx = points[1].X - points[0].X;
        double dy = points[1].Y - points[0].Y;
        Assert.InRange(dx, 100, 300);
        Assert.InRange(-dy, 50, 150);
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(points[0].X + (i * dx), points[i].X, 0.01));
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(points[0].Y + (i * dy), points[i].Y, 0.01));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(10)]
    [InlineData(9.9999999)]
    [InlineData(1e6)]
    public void A_bar_and_a_band_that_reach_below_zero_are_cut_at_the_end_of_the_axis(double sigma)
    {
        using Workspace workspace = new();
        string csv = string.Create(
            CultureInfo.InvariantCulture, $"x,y,s\n1,10,{sigma}\n2,20,2\n3,32,2\n4,40,2\n");
        Minpack.RunOn(
            csv, "fit", "-", "--model", "a+b*x", "--start", "a=1,b=1", "--sigma", "s", "--absolute-sigma", "--log-y",
            "--level", "0.999999999999", "--plot", workspace["fit.svg"]);
        XDocument picture = XDocument.Load(workspace["fit.svg"]);
        double[] bars = [.. picture.Descendants(Svg + "polyline")
            .Where(line => $"{line.Attribute("style")}".Contains("stroke:rgb(31,90,150)", StringComparison.Ordinal))
            .SelectMany(Heights)];
        Assert.Equal(2 * 8, bars.Length);

        // The upper panel ends where the axis does.
        double end = picture.Descendants(Svg + "polygon").SelectMany(Heights).Max();
        Assert.InRange(end, 300, 420);
        Assert.Contains(bars, height => Math.Abs(height - end) < 0.01);
        Assert.DoesNotContain(bars, height => height > end + 0.01 && height < end + 20);
    }

    private static IEnumerable<double> Heights(XElement line) => ((string)line.Attribute("points")!)
        .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
        .Where((_, i) => i % 2 == 1)
        .Select(text => double.Parse(text, CultureInfo.InvariantCulture));
}
