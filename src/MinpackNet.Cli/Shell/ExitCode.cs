namespace MinpackNet.Cli;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int Usage = 2;

    /// <summary>Ctrl+C, by the convention of shells: 128 plus the number of the signal.</summary>
    public const int Interrupted = 130;
}
