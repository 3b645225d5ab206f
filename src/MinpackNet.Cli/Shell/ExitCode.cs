namespace MinpackNet.Cli;

/// <summary>The exit codes of the process; <c>minpack fit --help</c> and the README list them.</summary>
internal static class ExitCode
{
    /// <summary>What was asked for was achieved.</summary>
    public const int Success = 0;

    /// <summary>It was not, and the report says why.</summary>
    public const int Failure = 1;

    /// <summary>The arguments or the data cannot be used, or a picture or the output cannot be written.</summary>
    public const int Usage = 2;

    /// <summary>The command itself has a fault; EX_SOFTWARE of sysexits.h.</summary>
    public const int Fault = 70;

    /// <summary>Ctrl+C, by the convention of shells: 128 plus the number of the signal.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs a command and turns what stops it into a line of complaint and a code.</summary>
    /// <param name="streams">Where to complain.</param>
    /// <param name="run">The command; it returns its code.</param>
    public static int Of(Streams streams, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (InputException exception)
        {
            streams.Complain(exception.Message);
            return Usage;
        }
        catch (NativeLibraryException exception)
        {
            streams.Complain(exception.Message);
            return Failure;
        }
    }
}
