namespace MinpackNet.Cli.Tests;

/// <summary>What nobody expected ends in one line and an exit code, too.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task An_output_that_is_closed_is_told_in_one_line()
    {
        using Failing output = new(new UnauthorizedAccessException("Access to the path is denied."));
        (int exitCode, string error) = await OnAsync(output);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Equal("The output cannot be written: it is closed, or may only be read.", error);
    }

    [Fact]
    public async Task A_fault_of_the_command_is_told_in_one_line_and_has_an_exit_code()
    {
        using Failing output = new(new InvalidOperationException("first\nsecond"));
        (int exitCode, string error) = await OnAsync(output);
        Assert.Equal(ExitCode.Fault, exitCode);
        Assert.Equal(70, exitCode);
        Assert.Equal(
            "This is a fault of minpack itself (InvalidOperationException: first second). Please report it with the "
            + "arguments and the data.",
            error);
        Assert.Contains("70 the command itself has a fault", HelpOfFit(), StringComparison.Ordinal);
    }

    private static string HelpOfFit() =>
        string.Join(' ', Minpack.Run("fit", "--help").Output.Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<(int ExitCode, string Error)> OnAsync(TextWriter output)
    {
        StringWriter error = new();
        Streams streams = new(() => new MemoryStream("x,y\n1,3\n2,5\n4,9.1\n7,15.2\n"u8.ToArray()), output, error);
        int exitCode = await MinpackCommand.RunAsync(
            ["fit", "-", "--model", "a*x+b", "--start", "a=1,b=1"], streams, CancellationToken.None);
        return (exitCode, error.ToString().Trim());
    }

    /// <summary>An output that takes nothing.</summary>
    private sealed class Failing(Exception exception) : StringWriter
    {
        public override void Write(char value) => throw exception;

        public override void Write(char[] buffer, int index, int count) => throw exception;

        public override void Write(ReadOnlySpan<char> buffer) => throw exception;

        public override void Write(string? value) => throw exception;

        public override void WriteLine(string? value) => throw exception;
    }
}
