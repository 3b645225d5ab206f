using System.Xml.Linq;

namespace MinpackNet.Cli.Tests;

/// <summary>The picture.</summary>
public sealed class SvgTests
{
    private const double BetweenPanels = 410;

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
            "data", "fit", "95 % confidence band (t, 12 degrees of freedom, pointwise)", "prediction band",
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
        Assert.Contains("many.csv, 1000 of 50000 rows shown", Texts(picture));
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

    [Theory]
    [InlineData("2", "3", "4")]
    [InlineData("1", "1", "1")]
    [InlineData("5", "0.5", "2.5")]
    [InlineData("8", "2", "0.25")]
    public void Error_bars_reach_one_standard_deviation_up_and_down(params string[] sigma)
    {
        using Workspace workspace = new();
        string path = workspace.Write(
            "data.csv", $"x,y,s\n0,10,{sigma[0]}\n1,20,{sigma[1]}\n2,30,{sigma[2]}\n3,40,{sigma[0]}\n");
        XDocument picture = Draw(
            workspace, path, "a*x + b", "a=1,b=0", "--sigma", "s", "--absolute-sigma");
        (double X, double From, double To)[] bars = [.. Bars(picture)];
        (double X, double Y)[] points = [.. picture.Descendants(Svg + "ellipse")
            .Select(circle => ((double)circle.Attribute("cx")!, (double)circle.Attribute("cy")!))
            .OrderBy(point => point.Item2)];

        // The upper panel has the data, whose distances from each other are the scale.
        double unit = (points.First(point => Near(point.X, LeftMost(bars)) && HasBar(bars, point)).Y
            - points.First(point => Near(point.X, RightMost(bars)) && HasBar(bars, point)).Y) / 30;
        string[] all = [sigma[0], sigma[1], sigma[2], sigma[0]];
        double[] expected = [.. all.Select(text =>
            2 * double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
        double[] lengths = [.. bars
            .GroupBy(bar => Math.Round(bar.X, 1))
            .OrderBy(group => group.Key)
            .Select(group => group.OrderBy(bar => bar.From).First())
            .Select(bar => (bar.To - bar.From) / unit)];
        Assert.Equal(4, lengths.Length);
        Assert.All(expected.Zip(lengths), pair => Assert.Equal(pair.First, pair.Second, 0.05));
    }

    [Theory]
    [InlineData("a*x + sqrt(b)", "a=1,b=-1", "start")]
    [InlineData("log(a)*x", "a=-1", "start")]
    [InlineData("a*x/(b - b)", "a=1,b=1", "start")]
    [InlineData("a*x + b", "a=1,b=1", "fit")]
    public void The_curve_of_a_failed_fit_is_called_the_start(string model, string start, string title)
    {
        Run run = Minpack.RunOn("x,y\n1,3\n2,5\n4,9\n", "fit", "-", "--model", model, "--start", start);
        Assert.Equal(title == "fit" ? ExitCode.Success : ExitCode.Failure, run.ExitCode);
        Assert.Contains($"o data  ⠒ {title}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4001, 0.5)]
    [InlineData(4001, 0.1)]
    [InlineData(20_001, 0.02)]
    [InlineData(301, 3)]
    public void A_narrow_peak_is_drawn_to_its_top(int rows, double width)
    {
        using Workspace workspace = new();
        double[] x = [.. Enumerable.Range(0, rows).Select(i => 2000.0 * i / (rows - 1))];
        string csv = "x,y\n" + string.Concat(x.Select(at => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{at},{10 * Math.Exp(-Math.Pow((at - 1000) / width, 2))}\n")));
        XDocument picture = Draw(
            workspace, workspace.Write("peak.csv", csv), "a*exp(-((x - 1000)/w)^2)",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"a=9,w={1.2 * width}"));
        double top = picture.Descendants(Svg + "ellipse").Min(circle => (double)circle.Attribute("cy")!);
        double[] curve = [.. picture.Descendants(Svg + "polyline")
            .Select(line => ((string)line.Attribute("points")!).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .OrderByDescending(line => line.Length)
            .First()
            .Select(point => double.Parse(point.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture))];

        // The legend is above the panel; its circle is not a point of the data.
        double data = picture.Descendants(Svg + "ellipse")
            .Select(circle => (double)circle.Attribute("cy")!)
            .Where(y => y > top + 1)
            .Min();
        Assert.Equal(data, curve.Min(), 3);
    }

    [Theory]
    [InlineData(1234, 50)]
    [InlineData(7777, -50)]
    [InlineData(0, 50)]
    [InlineData(9999, -50)]
    public void Thinning_keeps_an_outlier(int row, int outlier)
    {
        using Workspace workspace = new();
        string csv = "x,y\n" + string.Concat(Enumerable
            .Range(0, 10_000)
            .Select(i => $"{i},{(i == row ? outlier : i % 7)}\n"));
        XDocument picture = Draw(workspace, workspace.Write("many.csv", csv), "a + 0*x", "a=1");
        double[] heights = [.. picture.Descendants(Svg + "ellipse").Select(circle => (double)circle.Attribute("cy")!)];
        double[] gaps = [.. heights.Distinct().Order().Zip(heights.Distinct().Order().Skip(1), (a, b) => b - a)];
        Assert.Equal(2, gaps.Count(gap => gap > 60));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1234)]
    [InlineData(5001)]
    [InlineData(9999)]
    public void Thinning_keeps_the_longest_error_bar(int row)
    {
        double[] lengths = [.. ThinnedBars(i => i % 7, i => i == row ? 40 : 1).Order()];
        Assert.InRange(lengths[^1] / lengths[lengths.Length / 2], 39.5, 40.5);
        Assert.InRange(lengths[^2] / lengths[lengths.Length / 2], 0.9, 1.1);
    }

    [Theory]
    [InlineData(1234, 1)]
    [InlineData(1234, -1)]
    [InlineData(7777, 1)]
    [InlineData(9998, -1)]
    public void Thinning_keeps_the_end_of_a_bar_that_is_neither_the_longest_nor_of_an_outlier(int row, int sign)
    {
        // All others of the part of the axis end 6 above or below zero, and one bar in the middle is longer.
        double[] lengths = [.. ThinnedBars(
            i => i == row ? sign * 4 : i == row - 1 ? 0 : (i % 2) == 0 ? 5 : -5,
            i => i == row ? 4 : i == row - 1 ? 5 : 1).Order()];
        Assert.Contains(lengths, length => Math.Abs((length / lengths[0]) - 4) < 0.1);
    }

    [Fact]
    public void Thinning_keeps_the_first_and_the_last_point_of_the_axis()
    {
        using Workspace workspace = new();
        string csv = "x,y\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i =>
            $"{(i == 4000 ? -10_000 : i == 6000 ? 20_000 : i)},{(i is 4000 or 6000 ? 3 : i % 7)}\n"));
        XDocument picture = Draw(workspace, workspace.Write("many.csv", csv), "a + 0*x", "a=1");
        double[] x = [.. picture.Descendants(Svg + "ellipse")
            .Where(circle => (double)circle.Attribute("cy")! > 90) // not the legend
            .Select(circle => (double)circle.Attribute("cx")!)
            .Distinct()
            .Order()];
        double third = (x[^1] - x[0]) / 3;
        Assert.Equal(x[0] + third, x[1], 0.01 * third);
        Assert.Equal(x[^1] - third, x[^2], 0.01 * third);
    }

    [Theory]
    [InlineData("a/(x - 5.02)", 2)]
    [InlineData("a*tan(x)", 4)]
    [InlineData("a/(x - 2) + 1/(x - 8)", 3)] // poles at points of the data
    [InlineData("a*atan(1/(x - 5))", 2)]
    [InlineData("a*(x - 5)/abs(x - 5)", 2)]
    [InlineData("a*log(x - 4)", 1)]
    [InlineData("a*sqrt(x*(x - 3.3)*(x - 6.6))", 2)]
    [InlineData("a*sin(x - 5)/(x - 5)", 2)] // not finite at a single place
    [InlineData("a/(1 + exp(-200*(x - 5.02)))", 1)]
    [InlineData("a*sin(5*x)", 1)]
    [InlineData("a*abs(x - 5)", 1)]
    [InlineData("a*x", 1)]
    [InlineData("a/(x - 5.02)", 2, "--log-x")]
    public void A_curve_is_in_as_many_pieces_as_the_model(string model, int pieces, params string[] options)
    {
        using Workspace workspace = new();
        string csv = "x,y\n" + string.Concat(Enumerable.Range(1, 99).Select(i => $"{i / 10}.{i % 10},{i % 4}\n"));
        Minpack.Run(
        [
            "fit", workspace.Write("a.csv", csv), "--model", model, "--start", "a=1", "--plot", workspace["fit.svg"],
            .. options,
        ]);
        Assert.Equal(pieces, XDocument.Load(workspace["fit.svg"]).Descendants(Svg + "polyline").Count(IsCurve));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(true, "--sigma", "same")]
    [InlineData(false, "--sigma", "s")]
    [InlineData(false, "--counts")]
    public void New_observations_have_a_band_where_their_errors_are_known(bool isKnown, params string[] options)
    {
        using Workspace workspace = new();
        string path = workspace.Write("data.csv", "t,v,s,same\n1,3,0.1,1\n2,5,0.2,1\n4,9,0.1,1\n5,10,0.1,1\n");
        string[] texts = Texts(Draw(workspace, path, "a*t + b", "a=1,b=1", ["--y", "v", .. options]));
        Assert.Contains(texts, text => text.StartsWith("95 % confidence band", StringComparison.Ordinal));
        Assert.Equal(isKnown, texts.Contains("prediction band"));
    }

    [Theory]
    [InlineData("300x200", false, false)]
    [InlineData("400x300", false, true)]
    [InlineData("300x400", true, false)]
    [InlineData("800x600", true, true)]
    public void A_small_picture_leaves_out_what_has_no_room(string size, bool hasResiduals, bool hasLegend)
    {
        using Workspace workspace = new();
        string[] texts = Texts(Draw(
            workspace, workspace.WriteNist("Misra1a"), "b1*(1 - exp(-b2*x))", "b1=500,b2=1e-4", "--plot-size", size));
        Assert.Contains("y = b1*(1 - exp(-b2*x))", texts);
        Assert.Equal(hasResiduals, texts.Contains("residual"));
        Assert.Equal(hasLegend, texts.Contains("fit"));
    }

    [Fact]
    public void The_level_is_that_of_the_band()
    {
        using Workspace workspace = new();
        XDocument picture = Draw(
            workspace, workspace.WriteNist("Misra1a"), "b1*(1 - exp(-b2*x))", "b1=500,b2=1e-4", "--level", "0.99");
        Assert.Contains("99 % confidence band (t, 12 degrees of freedom, pointwise)", Texts(picture));
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

    /// <summary>The lengths of the error bars in the panel of the data, of 10,000 rows.</summary>
    private static IEnumerable<double> ThinnedBars(Func<int, double> y, Func<int, double> sigma)
    {
        using Workspace workspace = new();
        string csv = "x,y,s\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i},{y(i)},{sigma(i)}\n"));
        XDocument picture = Draw(
            workspace, workspace.Write("many.csv", csv), "a + 0*x", "a=1", "--sigma", "s", "--absolute-sigma");
        return [.. Bars(picture).Where(bar => bar.To < BetweenPanels).Select(bar => bar.To - bar.From)];
    }

    /// <summary>Whether a line is part of the curve; others of its color are straight.</summary>
    private static bool IsCurve(XElement line) =>
        $"{line.Attribute("style")}{line.Attribute("stroke")}".Contains("rgb(213,74,31)", StringComparison.Ordinal)
            && ((string)line.Attribute("points")!).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 2;

    private static IEnumerable<(double X, double From, double To)> Bars(XDocument picture)
    {
        foreach (XElement line in picture.Descendants(Svg + "polyline").Concat(picture.Descendants(Svg + "line")))
        {
            double[] at = line.Name == Svg + "line"
                ? [
                    (double)line.Attribute("x1")!, (double)line.Attribute("y1")!,
                    (double)line.Attribute("x2")!, (double)line.Attribute("y2")!,
                ]
                : [.. ((string)line.Attribute("points")!).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                    .Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
            string look = $"{line.Attribute("style")}{line.Attribute("stroke")}";
            bool isBlue = look.Contains("rgb(31,90,150)", StringComparison.Ordinal);
            if (isBlue && at.Length == 4 && Near(at[0], at[2]))
            {
                yield return (at[0], Math.Min(at[1], at[3]), Math.Max(at[1], at[3]));
            }
        }
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 0.1;

    private static double LeftMost((double X, double From, double To)[] bars) => bars.Min(bar => bar.X);

    private static double RightMost((double X, double From, double To)[] bars) => bars.Max(bar => bar.X);

    private static bool HasBar((double X, double From, double To)[] bars, (double X, double Y) point) =>
        bars.Any(bar => Near(bar.X, point.X) && bar.From < point.Y && point.Y < bar.To);

    private static string[] Texts(XDocument picture) =>
        [.. picture.Descendants(Svg + "text").Select(text => text.Value)];

    private static int Circles(XDocument picture) => picture.Descendants(Svg + "ellipse").Count();
}
