using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MinpackNet.Cli.Tests;

/// <summary>Small panels: normal quantiles and profiles.</summary>
public sealed class PanelTests : IDisposable
{
    private const string Decay = "t,y\n0,5.1\n1,3.0\n2,1.9\n3,1.2\n4,0.7\n5,0.4\n";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] Model = ["--model", "a*exp(-b*t)", "--start", "a=4,b=0.4"];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(800, 2)]
    [InlineData(1200, 1)]
    [InlineData(300, 4)]
    public void They_are_below_the_picture_which_keeps_its_size(int width, int rows)
    {
        XElement sheet = Draw(
            Decay, [.. Model, "--profile", "--derive", "half=log(2)/b", "--plot-size", $"{width}x500"]);
        XElement[] parts = [.. sheet.Elements(Svg + "svg")];
        Assert.Equal(5, parts.Length);
        Assert.Equal((width, 500), SizeOf(parts[0]));
        (int small, int low) = SizeOf(parts[1]);
        Assert.Equal((width, 500 + (rows * low)), SizeOf(sheet));
        Assert.All(parts[1..], part =>
        {
            Assert.Equal((small, low), SizeOf(part));
            Assert.InRange((int)part.Attribute("x")!, 0, width - small);
            Assert.InRange((int)part.Attribute("y")!, 500, 500 + ((rows - 1) * low));
        });
        Assert.Distinct(parts[1..].Select(part => ((int)part.Attribute("x")!, (int)part.Attribute("y")!)));
        Assert.Contains("normal quantile", Texts(parts[1]));
    }

    [Fact]
    public void A_profile_names_its_limits_and_its_level_and_is_at_it_there()
    {
        XElement sheet = Draw(Decay, [.. Model, "--profile", "--level", "0.9"]);
        XElement panel = sheet.Elements(Svg + "svg").ElementAt(3);
        string[] texts = Texts(panel);
        Assert.Contains("90 %", texts);
        string report = Minpack.RunOn(Decay, ["fit", "-", .. Model, "--profile", "--level", "0.9", "--json"]).Output;
        string[] limits = [.. Regex.Matches(report, "\"profile(Lower|Upper)\": ([\\d.]+)").Skip(2).Select(match =>
            double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)
                .ToString("G5", CultureInfo.InvariantCulture))];
        Assert.Contains($"b: {limits[0]} to {limits[1]}", texts);

        // The lines at the limits end at the level, and there the curve ends too.
        (double X, double Y)[] curve = Points(panel.Descendants(Svg + "polyline")
            .Select(line => (Look: (string?)line.Attribute("style"), Points: (string)line.Attribute("points")!))
            .Single(line => line.Look!.Contains("rgb(213,74,31)", StringComparison.Ordinal)).Points);
        Assert.All([curve[0], curve[^1]], end => Assert.Contains(
            panel.Descendants(Svg + "polyline").Select(line => Points((string)line.Attribute("points")!)),
            line => line.Length == 2
                && line.All(point => Math.Abs(point.X - end.X) < 0.1)
                && Math.Abs(line.Min(point => point.Y) - end.Y) < 0.5));
    }

    [Fact]
    public void An_open_side_is_called_open()
    {
        XElement sheet = Draw(
            "x,y\n1,1.02\n2,1.95\n3,3.1\n4,3.9\n",
            ["--model", "V*x/(K + x)", "--start", "V=50,K=50", "--profile"]);
        Assert.Contains(Texts(sheet), text => Regex.IsMatch(text, "^V: from 10\\.\\d+, open above$"));
    }

    [Fact]
    public void Nine_profiles_are_drawn_and_the_others_named()
    {
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 120).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"{i},{(i % 3) + (9 * Math.Exp(-Math.Pow((i - 30) / 8.0, 2)))}\n")));
        string[] quantities = [.. Enumerable.Range(1, 8).SelectMany(i => (string[])["--derive", $"q{i}={i}*a"])];
        string file = _workspace.Write("peak.csv", csv);
        Run run = Minpack.Run(
        [
            "fit", file, "--model", "a*exp(-((x - m)/w)^2)", "--start", "a=8,m=31,w=9", .. quantities, "--profile",
            "--plot", _workspace["fit.svg"], "--plot-panels",
        ]);
        Assert.Contains(
            "profiles of q7, q8 left out of the picture, which has room for 9", run.Output, StringComparison.Ordinal);
        string[] texts = Texts(XDocument.Load(_workspace["fit.svg"]).Root!);
        Assert.Contains(texts, text => text.StartsWith("q6: ", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text => text.StartsWith("q7: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Limits_are_shortened_before_a_name_is()
    {
        string csv = "x,y\n" + string.Concat(Enumerable.Range(1, 9).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{i},{(987654 * i) + (1234 * (i % 3))}\n")));
        XElement sheet = Draw(
            csv,
            [
                "--model", "height1*x + level_before_all_of_it",
                "--start", "height1=1,level_before_all_of_it=1", "--profile",
            ]);
        string[] texts = Texts(sheet);
        Assert.Contains(
            texts, text => Regex.IsMatch(text, @"^height1: 9\.8\dE\+05 to 9\.\d\dE\+05$"));
        Assert.Contains("level_before_all_of_it", texts);
    }

    [Fact]
    public void A_page_has_them_without_the_option()
    {
        string page = _workspace["fit.html"];
        Minpack.Run(["fit", _workspace.Write("decay.csv", Decay), .. Model, "--profile", "--report", page]);
        string text = File.ReadAllText(page);
        Assert.Contains("aria-label=\"Profile of a.\"", text, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Profile of b.\"", text, StringComparison.Ordinal);
        string[] names = [.. Regex.Matches(text, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(names.Distinct(), names);
    }

    [Theory]
    [InlineData("--plot-panels has no effect without --plot.", "--plot-panels")]
    [InlineData("--plot-panels has no effect with --by", "--plot-panels", "--plot", "a.svg", "--by", "t")]
    public void Where_they_would_not_be_drawn_they_are_refused(string message, params string[] options)
    {
        Run run = Minpack.RunOn(Decay, ["fit", "-", .. Model, .. options]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private XElement Draw(string csv, params string[] options)
    {
        Run run = Minpack.Run(
        [
            "fit", _workspace.Write("data.csv", csv), .. options, "--plot", _workspace["fit.svg"], "--plot-panels",
        ]);
        Assert.Equal("", run.Error);
        return XDocument.Load(_workspace["fit.svg"]).Root!;
    }

    private static (int Width, int Height) SizeOf(XElement svg) =>
        ((int)svg.Attribute("width")!, (int)svg.Attribute("height")!);

    private static string[] Texts(XElement svg) => [.. svg.Descendants(Svg + "text").Select(text => text.Value)];

    private static (double X, double Y)[] Points(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(point => point.Split(','))
            .Select(point => (
                double.Parse(point[0], CultureInfo.InvariantCulture),
                double.Parse(point[1], CultureInfo.InvariantCulture))),
    ];
}
