using System.Text;

namespace MinpackNet.Cli.Tests;

/// <summary>What tells one group from another.</summary>
public sealed class GroupNameTests : IDisposable
{
    private static readonly string Path80 = $"/store/{new string('x', 73)}";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    /// <summary>Any difference is another group, and a name is written as it is.</summary>
    [Theory]
    [InlineData("\"A\"", "\" A\"", "A", "\" A\"")]
    [InlineData("\"A\"", "\"A \"", "A", "\"A \"")]
    [InlineData("a", "A", "a", "A")]
    [InlineData("1", "01", "1", "01")]
    [InlineData("é", "e\u0301", "é", "e\u0301")]
    [InlineData("a b", "a\u00A0b", "a b", "a\u00A0b")]
    [InlineData("a b", "a\tb", "a b", "a\tb")]
    public void Names_that_differ_are_groups_of_their_own(string first, string second, string one, string other)
    {
        Assert.Equal([one, other], NamesOf(first, second));
    }

    [Fact]
    public void Long_names_that_differ_at_the_end_do()
    {
        Assert.Equal([$"{Path80}1", $"{Path80}2"], NamesOf($"{Path80}1", $"{Path80}2"));
    }

    [Theory]
    [InlineData("a\u0001b")]
    [InlineData("a\u200Bb")]
    [InlineData("a\u202Eb")]
    public void A_name_with_hidden_characters_is_refused(string name)
    {
        Run run = Fit(Encoding.UTF8.GetBytes(Rows(name)));
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("has a character that cannot be shown", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The encoding is told by the first MiB.</summary>
    [Fact]
    public void Bytes_of_another_encoding_far_below_are_refused()
    {
        string plain = string.Concat(Enumerable.Range(0, 60_000).Select(g => $"group{g:D8},{g % 7},1\n"));
        Run run = Fit([.. Encoding.UTF8.GetBytes($"g,t,y\n{plain}"), .. Encoding.Latin1.GetBytes("ré,1,2\nré,2,3\n")]);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("is not UTF-8 as the file is above it", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_that_goes_on_in_the_next_line_is_no_row()
    {
        Run run = Fit(Encoding.UTF8.GetBytes("g,t,y,note\n1,0,3,\"line one\n1,50,99,\"\n1,1,2,fine\n1,2,1,fine\n"));
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(
            "line 2: its last field is in quotes and goes on in line 3.", run.Error, StringComparison.Ordinal);
    }

    private string[] NamesOf(string first, string second)
    {
        Run run = Fit(Encoding.UTF8.GetBytes(Rows(first, second)));
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        return [.. run.Output.Split('\n')[1..].Where(line => line.Length > 0).Select(line => line.Split(',')[0])];
    }

    private static string Rows(params string[] names) => "g,t,y\n" + string.Concat(
        names.SelectMany(name => Enumerable.Range(0, 4).Select(t => $"{name},{t},{Math.Pow(0.5, t)}\n")));

    private Run Fit(byte[] data)
    {
        string path = _workspace["data.csv"];
        File.WriteAllBytes(path, data);
        return Minpack.Run("fit", path, "--by", "g", "--model", "a*exp(-k*t)", "--start", "a=1,k=1");
    }
}
