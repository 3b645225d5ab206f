using System.Xml.Linq;

namespace MinpackNet.Cli.Tests;

/// <summary>The picture.</summary>
public sealed class SvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_picture_has_titles_a_legend_and_each_point_twice()
    {
        using Workspace workspace = new();
        XDocument picture = Draw(workspace, workspace.WriteNist("Misra1a"), "b1*(1 - exp(-b2*x))", "b1=500,b2=1e-4");
        string[] texts = Texts(picture);
        string[] expected =
        [
            "y = b1*(1 - exp(-b2*x))", "Misra1a.csv, 14 rows", "x", "y", "residual",
            "data", "fit", "95 % confidence band",
        ];
        Assert.All(expected, text => Assert.Contains(text, texts));

        // Each in both panels, and one in the legend.
        Assert.Equal((2 * 14) + 1, Circles(picture));
    }

    [Fact]
    public void A_picture_has_the_same_bytes_each_time()
    {
        using Workspace workspace = new();
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},{i + (i % 7)}\n"));
        string path = workspace.Write("many.csv", csv);
        string[] fit = ["fit", path, "--model", "a*x + b", "--start", "a=2,b=1", "--plot"];
        Minpack.Run([.. fit, workspace["first.svg"]]);
        Minpack.Run([.. fit, workspace["second.svg"]]);
        Assert.Equal(File.ReadAllBytes(workspace["first.svg"]), File.ReadAllBytes(workspace["second.svg"]));
    }

    [Fact]
    public void Many_rows_are_thinned_and_the_caption_says_so()
    {
        using Workspace workspace = new();
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},{i + (i % 7)}\n"));
        XDocument picture = Draw(workspace, workspace.Write("many.csv", csv), "a*x + b", "a=2,b=1");
        Assert.Contains("many.csv, 1,000 of 50,000 rows shown", Texts(picture));
        Assert.Equal((2 * 1000) + 1, Circles(picture));
        Assert.InRange(new FileInfo(workspace["fit.svg"]).Length, 1, 500_000);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data ± scaled standard deviation", "--sigma", "s")]
    [InlineData("data ± standard deviation", "--sigma", "s", "--absolute-sigma")]
    public void Standard_deviations_are_error_bars(string legend, params string[] sigma)
    {
        using Workspace workspace = new();
        string path = workspace.Write("data.csv", "t,v,s\n1,3,0.1\n2,5.1,0.2\n4,8.8,0.1\n");
        XDocument picture = Draw(workspace, path, "a*x + b", "a=1,b=1", ["--y", "v", .. sigma]);
        Assert.Contains(legend, Texts(picture));
        Assert.Contains("t", Texts(picture));
    }

    [Fact]
    public void The_level_is_that_of_the_band()
    {
        using Workspace workspace = new();
        XDocument picture = Draw(
            workspace, workspace.WriteNist("Misra1a"), "b1*(1 - exp(-b2*x))", "b1=500,b2=1e-4", "--level", "0.99");
        Assert.Contains("99 % confidence band", Texts(picture));
    }

    [Fact]
    public void Several_predictors_are_drawn_as_observed_over_fitted()
    {
        using Workspace workspace = new();
        XDocument picture = Draw(
            workspace, workspace.WriteNist("Nelson"), "b1 - b2*x1*exp(-b3*x2)", "b1=2.5,b2=5e-9,b3=-0.05");
        string[] expected = ["fitted y", "observed y", "observed = fitted", "residual"];
        Assert.All(expected, text => Assert.Contains(text, Texts(picture)));
    }

    [Fact]
    public void The_picture_of_the_README_is_what_its_commands_make()
    {
        using Workspace workspace = new();
        string path = workspace.Write("chwirut2.csv", Minpack.Run("nist", "Chwirut2").Output);
        Draw(workspace, path, "exp(-b1*x)/(b2 + b3*x)", "b1=0.1,b2=0.01,b3=0.02");
        using Stream committed = typeof(SvgTests).Assembly.GetManifestResourceStream("README-plot.svg")!;
        using StreamReader reader = new(committed);
        Assert.Equal(
            reader.ReadToEnd().ReplaceLineEndings("\n"),
            File.ReadAllText(workspace["fit.svg"]).ReplaceLineEndings("\n"));
    }

    private static XDocument Draw(Workspace workspace, string path, string model, string start, params string[] options)
    {
        Run run = Minpack.Run(
            ["fit", path, "--model", model, "--start", start, "--plot", workspace["fit.svg"], .. options]);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        return XDocument.Load(workspace["fit.svg"]);
    }

    private static string[] Texts(XDocument picture) =>
        [.. picture.Descendants(Svg + "text").Select(text => text.Value)];

    private static int Circles(XDocument picture) => picture.Descendants(Svg + "ellipse").Count();
}
