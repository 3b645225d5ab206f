using System.Globalization;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli.Tests;

/// <summary>A picture of a few data sets has a curve for each.</summary>
public sealed partial class SetPictureTests
{
    private static readonly string[] Fit =
    [
        "fit", "-", "--model", "a*exp(-k*t)", "--set", "run", "--shared", "k", "--y", "y", "--start", "a=4,k=0.5",
    ];

    [Fact]
    public void Each_set_has_its_curve_and_a_name_in_the_legend()
    {
        string svg = Svg(["cold", "5 mM & more", "warm"]);
        Assert.Equal(
            ["cold", "5 mM &amp; more", "warm", "fit"],
            Texts().Matches(svg).Select(match => match.Groups[1].Value)
                .Where(text => text is "fit" || text.StartsWith("cold", StringComparison.Ordinal)
                    || text.StartsWith("5 mM", StringComparison.Ordinal) || text is "warm"));
        Assert.DoesNotContain("observed", svg, StringComparison.Ordinal);
        // Solid, dashed and dotted, with as many points in each.
        Assert.Equal(3, Curves(svg).Length);
        Assert.Equal(3, Curves(svg).Select(curve => curve.Groups["dash"].Value).Distinct().Count());
        Assert.Single(Curves(svg).Select(curve => curve.Groups["points"].Value.Split(' ').Length).Distinct());
    }

    [Fact]
    public void A_curve_is_where_the_rows_of_its_set_are()
    {
        // The second set begins where the first ends.
        double[][] ends = [.. Curves(Svg(["cold", "warm"], apart: 5)).Select(curve => curve.Groups["points"].Value
            .Split(' ')
            .Select(point => double.Parse(point.Split(',')[0], CultureInfo.InvariantCulture))
            .ToArray())];
        Assert.Equal(2, ends.Length);
        Assert.Equal(ends[0].Max(), ends[1].Min(), 0.1);
        Assert.True(ends[0].Min() < ends[1].Min());
    }

    [Fact]
    public void Many_sets_and_models_without_a_predictor_have_observed_against_fitted()
    {
        string[] seven = ["a", "b", "c", "d", "e", "f", "g"];
        Assert.Contains("observed = fitted", Minpack.RunOn(Csv(seven), Fit).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("observed", Minpack.RunOn(Csv(seven[..6]), Fit).Output, StringComparison.Ordinal);
        Assert.Contains(
            "observed y",
            Minpack.RunOn(
                Csv(seven[..2]), "fit", "-", "--model", "a*b", "--set", "run", "--shared", "b", "--y", "y", "--fix",
                "b=1", "--start", "a=4").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_a_logarithmic_axis_has_no_place_for_are_left_out_of_their_set()
    {
        string text = Csv(["cold", "warm"]) + "cold,9,-0.01\n";
        Run run = Minpack.RunOn(text, [.. Fit, "--log-y"]);
        Assert.Contains("1 row left out of the picture, with y at or below zero (--log-y)", run.Output,
            StringComparison.Ordinal);
        Assert.Contains("o data  ⠒ fit", run.Output, StringComparison.Ordinal);
    }

    private static string Svg(string[] sets, int apart = 0)
    {
        using Workspace workspace = new();
        Run run = Minpack.RunOn(Csv(sets, apart), [.. Fit, "--plot", workspace["sets.svg"]]);
        Assert.Equal("", run.Error);
        return File.ReadAllText(workspace["sets.svg"]);
    }

    private static string Csv(string[] sets, int apart = 0) => "run,t,y\n" + string.Concat(
        Enumerable.Range(0, 6).SelectMany(i => sets.Select((name, k) =>
        {
            double y = ((2 + k) * Math.Exp(-0.3 * i)) + (0.02 * Math.Cos(91 * (i + k) * i));
            return string.Create(CultureInfo.InvariantCulture, $"\"{name}\",{i + (apart * k)},{y:F4}\n");
        })));

    private static Match[] Curves(string svg) =>
        [.. Lines().Matches(svg).Where(line => line.Groups["points"].Value.Split(' ').Length > 100)];

    [GeneratedRegex("<text [^>]*>([^<]*)</text>")]
    private static partial Regex Texts();

    [GeneratedRegex("<polyline points=\"(?<points>[^\"]*)\" style=\"[^\"]*?(?<dash>stroke-dasharray:[^;\"]*)?\"")]
    private static partial Regex Lines();
}
