using System.Text.RegularExpressions;

namespace MinpackNet.Cli.Tests;

/// <summary>The package's page shows what its commands print.</summary>
public sealed partial class PackagePageTests
{
    private static readonly string Page = Read();

    [Fact]
    public void The_first_command_prints_the_report_and_the_plot()
    {
        using Workspace workspace = new();
        Run run = Fit(workspace, Blocks("console")[0]);
        Assert.Equal(ExitCode.Success, run.ExitCode);

        // Beyond them is one line, with the time and memory.
        string printed = run.Output.Replace(workspace["decay.csv"], "decay.csv", StringComparison.Ordinal);
        printed = printed.ReplaceLineEndings("\n");
        int end = printed.LastIndexOf("\n\n6 rows read in ", StringComparison.Ordinal) + 1;
        Assert.Equal(Blocks("text").Single(), printed[..end]);
    }

    [Fact]
    public void The_document_says_whether_the_fit_succeeded()
    {
        using Workspace workspace = new();
        string command = Blocks("console").Single(block => block.Contains("--json", StringComparison.Ordinal));
        Assert.True((bool)Fit(workspace, command).Json["succeeded"]!);
    }

    [Fact]
    public void Every_command_succeeds_and_writes_the_files_that_it_names()
    {
        using Workspace workspace = new();
        string[] commands =
            [.. Blocks("console").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        Assert.Equal(7, commands.Length);
        Assert.All(commands, command => Assert.Equal(ExitCode.Success, Fit(workspace, command).ExitCode));
        Assert.All(
            commands.SelectMany(command => Files().Matches(command).Select(word => word.Value)),
            file => Assert.True(File.Exists(workspace[file])));
    }

    /// <summary>Runs a command of the page on the files of the page.</summary>
    private static Run Fit(Workspace workspace, string command)
    {
        workspace.Write("decay.csv", Blocks("csv decay.csv").Single());
        workspace.Write("runs.csv", Blocks("csv runs.csv").Single());
        string[] words = [.. Words().Matches(command.Trim()).Select(word => word.Value.Trim('"'))];
        Assert.Equal("minpack", words[0]);
        return Minpack.Run([.. words[1..].Select(word => IsFile(word) ? workspace[word] : word)]);

        static bool IsFile(string word) => word == "job" || Files().Match(word).Value == word;
    }

    private static string[] Blocks(string language) =>
        [.. Fences().Matches(Page).Where(block => block.Groups[1].Value == language).Select(b => b.Groups[2].Value)];

    private static string Read()
    {
        using Stream page = typeof(PackagePageTests).Assembly.GetManifestResourceStream("README.md")!;
        using StreamReader reader = new(page);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("""^```(.+)\n([^`]*\n)```$""", RegexOptions.Multiline)]
    private static partial Regex Fences();

    [GeneratedRegex("[a-z]+[.](csv|html|tex)")]
    private static partial Regex Files();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
