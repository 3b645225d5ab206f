using System.Text.RegularExpressions;

namespace MinpackNet.Cli.Tests;

/// <summary>Misspelled names get a hint, and help speaks of options that the command has.</summary>
public sealed partial class SpellingTests
{
    private const string Csv = "x,y\n1,2\n2,3.1\n3,3.9\n4,5.2\n5,5.8\n6,7.1\n";

    [Theory]
    [InlineData("Did you mean gaussian?", "fit", "-", "--model", "gausian")]
    [InlineData("Did you mean michaelis_menten?", "fit", "-", "--model", "Michaelis_Mentn + constant")]
    [InlineData("Did you mean linear? (", "compare", "-", "--model", "linaer", "--model", "constant")]
    [InlineData("Did you mean --model?", "fit", "-", "--modle", "linear")]
    [InlineData("Did you mean --profile?", "fit", "-", "--model", "linear", "--profil")]
    [InlineData("Did you mean --plot?", "fit", "-", "--model", "linear", "--plto=fit.svg")]
    [InlineData("Did you mean compare?", "compair", "-")]
    public void The_nearest_name_is_told(string hint, params string[] arguments)
    {
        Run run = Minpack.RunOn(Csv, arguments);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(hint, run.Complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fit", "-", "--model", "a")]
    [InlineData("fit", "-", "--model", "profit")]
    [InlineData("fit", "-", "--model", "linear", "--zzz")]
    [InlineData("frobnicate")]
    public void A_name_that_is_near_to_none_gets_no_hint(params string[] arguments) =>
        Assert.DoesNotContain("Did you mean", Minpack.RunOn(Csv, arguments).Complaint, StringComparison.Ordinal);

    [Theory]
    [InlineData("fit")]
    [InlineData("compare")]
    public void Help_names_no_option_that_the_command_lacks(string command)
    {
        string help = Minpack.Run(command, "--help").Output;
        string[] options = [.. Own().Matches(help).Select(match => match.Groups[1].Value)];
        Assert.Contains("--model", options);
        Assert.All(Named().Matches(help).Select(match => match.Value), name => Assert.Contains(name, options));
    }

    [GeneratedRegex(@"^ +(?:-\S+, )*(--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Own();

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex Named();
}
