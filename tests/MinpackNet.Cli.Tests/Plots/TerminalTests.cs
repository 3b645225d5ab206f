using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace MinpackNet.Cli.Tests;

/// <summary>The picture made of characters.</summary>
public sealed partial class TerminalTests
{
    public static TheoryData<int, string> Widths()
    {
        TheoryData<int, string> widths = [];
        foreach (int width in Enumerable.Range(20, 181).Where(width => width < 40 || width % 20 == 0))
        {
            foreach (string csv in (string[])["few", "many", "long", "wide", "tiny", "huge", "offset", "log"])
            {
                widths.Add(width, csv);
            }
        }

        return widths;
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_line_is_wider_than_the_terminal_and_no_label_is_cut(int width, string kind)
    {
        (string csv, string[] options, string[] labels) = Case(kind);
        Run run = Minpack.Run(
            streams => streams with { Width = width },
            csv,
            ["fit", "-", "--model", "a+b*x", "--start", "a=1,b=1", .. options]);
        string[] plot = PlotIn(run);
        Assert.All(plot, line => Assert.InRange(line.GetCellWidth(), 0, width));
        string[] seen = [.. plot.Where(line => line.Contains('┤')).Select(line => line.Split('┤')[0].Trim())];
        Assert.Equal(labels, seen);

        // Those of the other axis are whole numbers, each with a space around it.
        string axis = plot[Array.FindIndex(plot, line => line.Contains('└')) + 1];
        Assert.All(
            axis.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            label => Assert.True(double.TryParse(label, CultureInfo.InvariantCulture, out _), axis));
        Assert.Matches(AnyDigit(), axis);
    }

    [Theory]
    [InlineData("--log-x", "1 10 100 1000 10000", "x")]
    [InlineData("--log-y", "10000 1000 100 10 1", "y")]
    public void A_logarithmic_axis_has_its_decades(string option, string expected, string axis)
    {
        Run run = Minpack.RunOn(
            "x,y\n1,1\n10,10\n100,100\n1000,1000\n10000,10000\n",
            "fit", "-", "--model", "a+b*x", "--start", "a=1,b=1", option);
        string[] plot = PlotIn(run);
        string labels = axis == "x"
            ? plot[Array.FindIndex(plot, line => line.Contains('└')) + 1]
            : string.Join(' ', plot.Where(line => line.Contains('┤')).Select(line => line.Split('┤')[0]));
        Assert.Equal(expected, string.Join(' ', labels.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("", "", "x spans 4 decades: try --log-x. y spans 4 decades: try --log-y.")]
    [InlineData("--log-x", "", "y spans 4 decades: try --log-y.")]
    [InlineData("--log-x", "--log-y", "")]
    [InlineData("--no-plot", "", "")]
    public void A_logarithmic_axis_is_suggested_and_not_chosen(string first, string second, string expected)
    {
        string[] options = [.. new[] { first, second }.Where(option => option.Length > 0)];
        Run run = Minpack.RunOn(
            "x,y\n1,1\n10,10\n100,100\n1000,1000\n10000,10000\n",
            ["fit", "-", "--model", "a+b*x", "--start", "a=1,b=1", .. options]);
        string suggestion = run.Output.Split(Environment.NewLine).FirstOrDefault(line => line.Contains("spans"), "");
        Assert.Equal(expected, suggestion);
    }

    [Theory]
    [InlineData("x,y\n1,3\n2,5\n4,9\n")]
    [InlineData("x,y\n0,3\n100000,5\n4,9\n")]
    [InlineData("x,y\n-1,3\n100000,5\n4,9\n")]
    [InlineData("x,y\n1,3\n9000,5\n4,9\n")]
    public void None_is_suggested_without_many_decades_above_zero(string csv) => Assert.DoesNotContain(
        "--log",
        Minpack.RunOn(csv, "fit", "-", "--model", "a+b*x", "--start", "a=1,b=1").Output,
        StringComparison.Ordinal);

    private static (string Csv, string[] Options, string[] Labels) Case(string kind) => kind switch
    {
        "few" => (Rows("x,y", 0, 1, 10, 1), [], ["18", "16", "14", "12", "10"]),
        "many" => (Rows("x,y", 0, 1, 0, 1, 200), [], ["200", "150", "100", "50", "0"]),
        "long" => (
            Rows($"{new string('x', 200)},{new string('y', 200)}", 0, 1, 10, 1), [], ["18", "16", "14", "12", "10"]),
        "wide" => (
            Rows($"{new string('\u6e2c', 90)},{new string('\u5b9a', 90)}", 0, 1, 10, 1),
            [],
            ["18", "16", "14", "12", "10"]),
        "tiny" => (
            Rows("x,y", -3e-300, -2e-299, -3e-298, 1e-299),
            [],
            ["-2.2e-298", "-2.4e-298", "-2.6e-298", "-2.8e-298", "-3e-298"]),
        "huge" => (
            Rows("x,y", -3e300, -2e299, 1.00001e300, 1e293),
            [],
            ["1.08e295", "1.06e295", "1.04e295", "1.02e295", "1e295"]),
        "offset" => (Rows("x,y", 1e9, 1e-3, -5e12, 1), [], ["8", "6", "4", "2", "0"]),
        _ => (Rows("x,y", 1, 1000, 1, 1000), ["--log-x", "--log-y"], ["10000", "1000", "100", "10", "1"]),
    };

    private static string Rows(string header, double x, double dx, double y, double dy, int count = 9) =>
        $"{header}\n" + string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{x + (dx * i)},{y + (dy * i)}\n")));

    /// <summary>The lines from the blank one before the first axis to the title of the other one.</summary>
    private static string[] PlotIn(Run run)
    {
        string[] lines = run.Output.Split(Environment.NewLine);
        int top = Array.FindIndex(lines, line => line.Contains('│') || line.Contains('┤'));
        int blank = Array.FindLastIndex(lines, top, line => line.Length == 0);
        int bottom = Array.FindIndex(lines, line => line.Contains('└'));
        return lines[(blank + 1)..(bottom + 3)];
    }

    [GeneratedRegex(@"\d")]
    private static partial Regex AnyDigit();
}
