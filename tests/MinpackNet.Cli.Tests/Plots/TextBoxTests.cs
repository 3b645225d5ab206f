using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MinpackNet.Cli.Tests;

/// <summary>No text of the picture is cut or over another.</summary>
public sealed partial class TextBoxTests
{
    // The share of its size that a letter is wide: generous, so that other fonts than Arial fit too.
    private const double Narrow = 0.34;
    private const double Usual = 0.57;
    private const double Wide = 0.96;
    private const double Full = 1.0;
    private const double Ascent = 0.76;
    private const double Descent = 0.21;

    // Between the title of an axis and its labels, in pixels.
    private const double LeastGap = 4;

    private const string W = "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW";

    private static readonly string[] Names = ["a", "b", "c"];

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string, string, string, string[]> Pictures => new()
    {
        { "a.csv", "x,y", "a*x+b", [] },
        { "a.csv", $"x{W},y{W}", "a*x+b", [] },
        { $"{W}.csv", "x,y", "a*x+b", [] },
        { $"{W}.csv", "x,y", $"a*x+b+0*({string.Join('+', Enumerable.Repeat("1", 200))})", [] },
        { $"{W}.csv", $"x{W},y{W}", "a*x+b", ["--level", "0.99999999999"] },
        { "a.csv", "x,y", "a*x+b", ["--log-x", "--log-y"] },
        { $"{W}.csv", $"x{W},y{W}", "a*x+b", ["--log-x"] },
        { "a.csv", "x,y,s", "a*x+b", ["--sigma", "s", "--level", "0.9999999999999"] },
        { "a.csv", $"x,y{W},s", "a*x+b", ["--sigma", "s", "--absolute-sigma", "--x", "x", "--log-y"] },
        { "\u6e2c\u5b9a.csv", $"{new string('\u6e2c', 90)},{new string('\u5b9a', 90)}", "a*x+b", [] },
        { "a.csv", "x,y", "a*x+log(b-b)", [] },
        { "a.csv", "x,y", "a*exp(b*x)+c", ["--max-evaluations", "2"] },
        { "a.csv", "x,y,s", "a*exp(b*x)+c", ["--max-evaluations", "2", "--sigma", "s", "--absolute-sigma"] },
    };

    public static TheoryData<double, double, double, double> Numbers => new()
    {
        { 1, 1, 1, 1 },
        { 1e300, 1e299, -1e300, 1e299 },
        { 1e-300, 1e-299, -1e-298, 1e-299 },
        { 1e9, 1, 5e12, 1 },
        { -1e15, 1, 1, 1e-14 },
        { 123456.5, 1e-5, -987654.25, 1e-6 },
        { 0, 1e-5, 1e6, 1e4 },
        { 45123, 0.5, 1013.25, 1e-3 },
        { 3, 0, 5, 1 },
        { 3, 1, 5, 0 },
        { 0, 0, 0, 0 },
        { -1e-3, 1e-4, 0.123456, 1e-7 },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Texts_of_any_length_stay_apart(string file, string header, string model, string[] options)
    {
        using Workspace workspace = new();
        bool hasSigma = header.EndsWith(",s", StringComparison.Ordinal);
        string end = hasSigma ? ",20\n" : "\n";
        string rows = string.Concat(Enumerable.Range(1, 9).Select(i => $"{i},{(3 * i) + (i % 2)}{end}"));
        string start = string.Join(',', Names
            .Where(name => model.Replace("exp", "").Replace("log", "").Contains(name[0]))
            .Select(name => $"{name}=0.1"));
        Minpack.Run([
            "fit", workspace.Write(file, $"{header}\n{rows}"), "--model", model, "--start", start,
            "--plot", workspace["fit.svg"], .. options,
        ]);
        AssertApart(workspace["fit.svg"]);
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(300, 200)]
    [InlineData(320, 240)]
    [InlineData(250, 400)]
    [InlineData(400, 300)]
    [InlineData(400, 400)]
    [InlineData(800, 360)]
    public void Texts_of_small_pictures_stay_apart(int width, int height)
    {
        using Workspace workspace = new();
        string rows = string.Concat(Enumerable.Range(0, 25).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{i},{(50 * Math.Exp(-0.3 * i)) + (i % 3)},0.5\n")));
        Minpack.Run(
            "fit", workspace.Write("signal.csv", $"t,signal,dy\n{rows}"), "--model", "a*exp(-b*t)+c", "--start",
            "a=40,b=0.4,c=1", "--sigma", "dy", "--absolute-sigma", "--plot", workspace["fit.svg"], "--plot-size",
            $"{width}x{height}");
        AssertApart(workspace["fit.svg"], width, height);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Labels_of_any_number_stay_apart(double x, double dx, double y, double dy)
    {
        using Workspace workspace = new();
        string rows = string.Concat(Enumerable.Range(0, 9).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"{x + (dx * i)},{y + (dy * (i + (i % 2)))}\n")));
        Minpack.Run(
            "fit", workspace.Write("a.csv", $"x,y\n{rows}"), "--model", "a+b*x", "--start", "a=0,b=0",
            "--plot", workspace["fit.svg"]);
        AssertApart(workspace["fit.svg"]);
    }

    [Fact]
    public void Boxes_that_overlap_are_seen()
    {
        Box box = new("a", 0, 0, 10, 10);
        Assert.True(box.Overlaps(new("b", 9, 9, 20, 20)));
        Assert.False(box.Overlaps(new("b", 10.5, 0, 20, 10)));
        Assert.Equal(5 * 20 * Wide, WidthOf("WWWWW", 20), 9);
    }

    private static void AssertApart(string file, int width = 800, int height = 600)
    {
        Box[] boxes = [.. XDocument.Load(file).Descendants(Svg + "text").Select(BoxOf)];
        Assert.True(boxes.Length > 8);
        Assert.All(boxes, box => Assert.True(
            box.Left >= 0 && box.Top >= 0 && box.Right <= width && box.Bottom <= height, $"cut: {box}"));
        for (int i = 0; i < boxes.Length; i++)
        {
            Assert.All(boxes.Skip(i + 1), box => Assert.False(boxes[i].Overlaps(box), $"{boxes[i]} and {box}"));
        }

        // The title of an axis, turned, is clear of the labels to its right.
        foreach (Box title in boxes.Where(box => box.IsTurned))
        {
            Box near = title with { Right = title.Right + LeastGap };
            Assert.All(boxes.Where(box => !box.IsTurned), box => Assert.False(near.Overlaps(box), $"{title}, {box}"));
        }
    }

    private static Box BoxOf(XElement text)
    {
        double size = (double)text.Attribute("font-size")!;
        double width = WidthOf(text.Value, size);
        string transform = (string)text.Attribute("transform")!;
        double[] at = [.. Number().Matches(transform).Select(match =>
            double.Parse(match.Value, CultureInfo.InvariantCulture))];
        double from = (string?)text.Attribute("text-anchor") switch
        {
            "middle" => -width / 2,
            "end" => -width,
            _ => 0,
        };
        (double left, double right, double top, double bottom) = (from, from + width, -Ascent * size, Descent * size);
        Assert.Equal("baseline", (string)text.Attribute("dominant-baseline")!);
        if (at.Length == 2)
        {
            return new(text.Value, at[0] + left, at[1] + top, at[0] + right, at[1] + bottom);
        }

        // Turned a quarter to the left, right becomes up.
        Assert.Equal(-90, at[2]);
        return new(text.Value, at[0] + top, at[1] - right, at[0] + bottom, at[1] - left) { IsTurned = true };
    }

    private static double WidthOf(string text, double size) => size * text.EnumerateRunes().Sum(rune =>
        rune.Value > 0xff && rune.Value != 0x2026 ? Full
        : "WM%@mw…".Contains((char)rune.Value) ? Wide
        : " .,:;|!'()[]ijltfrI-".Contains((char)rune.Value) ? Narrow
        : char.IsUpper((char)rune.Value) ? 0.72
        : Usual);

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Number();

    private sealed record Box(string Text, double Left, double Top, double Right, double Bottom)
    {
        public bool IsTurned { get; init; }

        public bool Overlaps(Box other) =>
            Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
