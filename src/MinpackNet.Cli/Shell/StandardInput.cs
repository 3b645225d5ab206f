namespace MinpackNet.Cli;

/// <summary>The process's standard input.</summary>
internal static class StandardInput
{
    private const string OpenFiles = "/proc/self/fd";

    /// <summary>Opens it.</summary>
    /// <exception cref="InputException">The process was started without it.</exception>
    public static Stream Open() => OperatingSystem.IsLinux() && IsOwnPipe()
        ? throw new InputException("standard input: it is closed. Give the name of a file, or pipe the data in.")
        : Console.OpenStandardInput();

    /// <summary>
    /// Whether it is a pipe into which the process itself writes. Where standard input is closed, its number goes to
    /// a pipe of the runtime, which never ends.
    /// </summary>
    private static bool IsOwnPipe() => Target("0") is { } input
        && input.StartsWith("pipe:", StringComparison.Ordinal)
        && Directory.EnumerateFileSystemEntries(OpenFiles)
            .Select(path => Path.GetFileName(path))
            .Any(number => Target(number) == input && IsWritten(number));

    private static string? Target(string number)
    {
        try
        {
            return new FileInfo(Path.Combine(OpenFiles, number)).LinkTarget;
        }
        catch (IOException)
        {
            return null; // closed meanwhile
        }
    }

    private static bool IsWritten(string number)
    {
        const int ReadWriteMode = 3;
        try
        {
            string flags = File.ReadLines($"/proc/self/fdinfo/{number}")
                .First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & ReadWriteMode) != 0;
        }
        catch (IOException)
        {
            return false; // closed meanwhile
        }
    }
}
