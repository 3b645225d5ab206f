using System.Diagnostics;

namespace MinpackNet.Cli.Tests;

/// <summary>The command as a process of its own.</summary>
public sealed class ProcessTests
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("x,y\n1,3\n2,5\n4,9\n", ExitCode.Success)]
    [InlineData("x,y\n1,3\n2,five\n4,9\n", ExitCode.Usage)]
    [InlineData("x,y\n1,3\n2,5\n4,9\n", ExitCode.Failure, "--max-evaluations", "1")]
    public async Task The_exit_code_tells_how_it_went(string csv, int expected, params string[] options)
    {
        using Process process = Start(["fit", "-", "--model", "a*exp(b*x)", "--start", "a=1,b=0.1", .. options]);
        process.StandardInput.Write(csv);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeLimit));
        Assert.Equal(expected, process.ExitCode);
        Assert.Equal(expected == ExitCode.Usage, output.Length == 0);
        Assert.Equal(expected == ExitCode.Usage, (await error).Length > 0);
    }

    [Fact]
    public void A_plot_is_written_to_a_pipe_in_UTF_8_without_colors()
    {
        using Process process = Start(["fit", "-", "--model", "a*x + b", "--start", "a=1,b=0.1"]);
        process.StandardInput.Write("x,y\n1,3\n2,5\n4,9\n");
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeLimit));
        Assert.Contains("o data  ⠒ fit", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Interrupted_it_ends_quietly()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Run run = Minpack.Run(
            streams => streams, "x,y\n1,3\n2,5\n4,9\n", ["fit", "-", "--model", "a*x", "--start", "a=1"], source.Token);
        Assert.Equal(new(ExitCode.Interrupted, "", ""), run);
    }

    [Fact]
    public void A_closed_standard_input_is_told_and_not_waited_for()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // only there can a closed input be told from one that has nothing yet
        }

        foreach (string closing in (string[])["<&-", "0<&- 3>/dev/null", "<&- 9</dev/null"])
        {
            string minpack = Path.Combine(AppContext.BaseDirectory, "minpack.dll");
            using Process process = Process.Start(new ProcessStartInfo(
                "sh", ["-c", $"\"$0\" \"$1\" fit - --model a*x --start a=1 {closing}", Host, minpack])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            bool ended = process.WaitForExit(TimeLimit);
            if (!ended)
            {
                process.Kill(entireProcessTree: true);
            }

            Assert.True(ended);
            Assert.Equal(
                "standard input: it is closed. Give the name of a file, or pipe the data in.",
                process.StandardError.ReadToEnd().Trim());
            Assert.Equal(ExitCode.Usage, process.ExitCode);
        }
    }

    [Fact]
    public void A_certificate_that_a_full_disk_does_not_take_is_told_in_one_line()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // no other system has this device
        }

        string minpack = Path.Combine(AppContext.BaseDirectory, "minpack.dll");
        using Process process = Process.Start(new ProcessStartInfo(
            "bash", ["-c", "\"$0\" \"$1\" certify > /dev/full", Host, minpack]) { RedirectStandardError = true })!;
        Assert.StartsWith(
            "The output cannot be written:",
            Assert.Single(process.StandardError.ReadToEnd().Trim().Split('\n')),
            StringComparison.Ordinal);
        Assert.True(process.WaitForExit(TimeLimit));
        Assert.Equal(ExitCode.Usage, process.ExitCode);
    }

    [Fact]
    public void A_shell_completes_the_names_of_options()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // bash is not everywhere
        }

        const string Script = """
            minpack() { "$host" "$dll" "$@"; }
            eval "$(minpack completion bash)"
            COMP_LINE="minpack fit --plot-s"
            COMP_POINT=${#COMP_LINE}
            _minpack
            printf '%s,' "${COMPREPLY[@]}"
            complete -p minpack
            """;
        ProcessStartInfo start = new("bash", ["-c", Script]) { RedirectStandardOutput = true };
        start.Environment["host"] = Host;
        start.Environment["dll"] = Path.Combine(AppContext.BaseDirectory, "minpack.dll");
        using Process process = Process.Start(start)!;
        Assert.Equal("--plot-size,complete -o default -F _minpack minpack", process.StandardOutput.ReadToEnd().Trim());
        Assert.All(
            (string[])["zsh", "fish", "pwsh"],
            shell => Assert.Contains("[suggest:", Minpack.Run("completion", shell).Output, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Usage, Minpack.Run("completion", "tcsh").ExitCode);
    }

    private static string Host =>
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo(
        Host,
        [Path.Combine(AppContext.BaseDirectory, "minpack.dll"), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = System.Text.Encoding.UTF8,
    })!;
}
