namespace MinpackNet.PackageTests;

/// <summary>What a finished command left behind.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string StandardOutput, string StandardError)
{
    public string[] Lines =>
        StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>This result, after a check that the command succeeded.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    /// <summary>This result, after a check that the command succeeded and had nothing to complain about.</summary>
    public CommandResult SucceededWithoutWarnings()
    {
        Succeeded();
        Assert.False(StandardOutput.Contains("warning", StringComparison.OrdinalIgnoreCase), ToString());
        Assert.Equal("", StandardError);
        return this;
    }

    public override string ToString() => $"{Command}\nexit code {ExitCode}\n{StandardOutput}\n{StandardError}";
}
