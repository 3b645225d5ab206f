using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MinpackNet.Cli.Tests;

/// <summary>A fit as one page that needs nothing else.</summary>
public sealed class PageTests : IDisposable
{
    private const string Decay = "t,y\n0,5.1\n1,3.0\n2,1.9\n3,1.2\n4,0.7\n5,0.4\n";

    private static readonly string[] Arguments = ["--model", "a*exp(-b*t)", "--start", "a=4,b=0.4"];

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void The_page_has_the_numbers_of_the_report_and_what_it_takes_to_make_it_again()
    {
        string file = _workspace.Write("decay.csv", Decay);
        string page = PageOf(file, "--derive", "half=log(2)/b", "--profile");
        string text = WebUtility.HtmlDecode(Regex.Replace(page, "<[^>]+>", " "));
        string report = Minpack.Run(
            ["fit", file, .. Arguments, "--derive", "half=log(2)/b", "--profile", "--no-plot"]).Output;
        foreach (string word in Regex.Matches(report, @"-?\d+\.\d+").Select(number => number.Value)
            .Where(number => !Regex.IsMatch(report, $@"(in|memory) {Regex.Escape(number)}")))
        {
            Assert.Contains(word, text, StringComparison.Ordinal);
        }

        Assert.Contains("Converged.", text, StringComparison.Ordinal);
        Assert.Contains($"minpack fit {file} --model 'a*exp(-b*t)' --start a=4,b=0.4", text, StringComparison.Ordinal);
        Assert.Contains(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_no_network_and_no_script()
    {
        string page = PageOf(_workspace.Write("decay.csv", Decay));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href|@import|url\\()[^#]{0,3}\\s*[\"'(]?(https?:|//)", page);
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Identifiers_are_there_once_and_lead_somewhere()
    {
        string page = PageOf(_workspace.Write("decay.csv", Decay));
        string[] names = [.. Regex.Matches(page, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(names);
        Assert.Equal(names.Distinct(), names);
        Assert.All(
            Regex.Matches(page, @"url\(#([^)]+)\)").Select(match => match.Groups[1].Value),
            name => Assert.Contains(name, names));
    }

    [Fact]
    public void Points_and_the_curve_say_their_numbers_under_the_pointer()
    {
        string page = PageOf(_workspace.Write("decay.csv", Decay));
        Assert.Equal(12, Regex.Count(page, "<title>t = \\d, y = [\\d.]+, residual -?[\\d.e-]+</title>"));
        Assert.InRange(Regex.Count(page, "<title>fit at t = [^<]+, from [\\d.]+ to [\\d.]+</title>"), 50, 200);
    }

    [Fact]
    public void A_narrow_screen_has_a_picture_of_its_own()
    {
        string page = PageOf(_workspace.Write("decay.csv", Decay), "--plot-size", "1200x900");
        Assert.Matches("<figure class=\"wide\"[^>]*><svg[^>]* viewBox=\"0 0 1200 900\"", page);
        Assert.Matches("<figure class=\"narrow\"[^>]*><svg[^>]* viewBox=\"0 0 400 400\"", page);
        foreach (string kind in (string[])["wide", "narrow"])
        {
            Assert.Matches($"@media [^{{]+{{ figure\\.{kind} {{ display: none; }} }}", page);
        }
    }

    [Fact]
    public void Names_from_the_file_are_text_and_nothing_else()
    {
        string csv = Decay.Replace("t,y", "t,<img src=x onerror=alert(1)>", StringComparison.Ordinal);
        string page = PageOf(_workspace.Write("a&b.csv", csv));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", page, StringComparison.Ordinal);
        Assert.Contains("a&amp;b.csv", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_and_a_fit_that_failed_are_said_first()
    {
        string csv = "x,y\n1,2\n1,2.1\n1,1.9\n1,2.05\n";
        string file = _workspace.Write("same.csv", csv);
        string page = _workspace["fit.html"];
        Assert.Equal(
            ExitCode.Failure,
            Minpack.Run("fit", file, "--model", "a*x+b", "--start", "a=1,b=1", "--report", page).ExitCode);
        string text = File.ReadAllText(page);
        Assert.Contains("<p class=\"verdict bad\"><strong>Do not trust the estimates.", text, StringComparison.Ordinal);
        Assert.Contains("<h2>Warnings</h2>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_of_several_data_sets_has_a_page_too()
    {
        string csv = "x,y,set\n0,5,cold\n1,3.1,cold\n2,1.8,cold\n0,8,hot\n1,2.9,hot\n2,1.2,hot\n";
        string file = _workspace.Write("sets.csv", csv);
        string page = _workspace["sets.html"];
        Run run = Minpack.Run(
            "fit", file, "--model", "a*exp(-k*x)", "--set", "set", "--start", "a=5,k=1", "--report", page);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("k_hot", File.ReadAllText(page), StringComparison.Ordinal);
    }

    private string PageOf(string file, params string[] options)
    {
        string page = _workspace["fit.html"];
        Run run = Minpack.Run(["fit", file, .. Arguments, "--report", page, .. options]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        return File.ReadAllText(page);
    }
}
