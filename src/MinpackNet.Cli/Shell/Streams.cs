using System.Text;
using Spectre.Console;

namespace MinpackNet.Cli;

/// <summary>Where a command reads and writes.</summary>
/// <param name="OpenInput">Opens standard input.</param>
/// <param name="Output">Receives results.</param>
/// <param name="Error">Receives error messages and progress.</param>
internal sealed record Streams(Func<Stream> OpenInput, TextWriter Output, TextWriter Error)
{
    private const int RedirectedWidth = 80;

    /// <summary>The width of the output in characters.</summary>
    public int Width { get; init; } = RedirectedWidth;

    /// <summary>Whether the output is a terminal with colors.</summary>
    public bool HasColors { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal, where progress is worth showing.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>The streams of the process.</summary>
    public static Streams OfProcess()
    {
        if (Console.IsOutputRedirected)
        {
            // A plot needs Unicode, whatever the console's code page is.
            StreamWriter file = new(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
            return OfProcess(file);
        }

        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        return OfProcess(Console.Out) with
        {
            Width = AnsiConsole.Profile.Width,
            HasColors = AnsiConsole.Profile.Capabilities.ColorSystem != ColorSystem.NoColors,
        };
    }

    /// <summary>Says in one line why the command cannot do what was asked.</summary>
    public void Complain(string message)
    {
        try
        {
            Error.WriteLine(PlainText.Line(message));
        }
        catch (Exception exception) when (exception
            is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Nobody listens; the exit code still tells.
        }
    }

    private static Streams OfProcess(TextWriter output) =>
        new(StandardInput.Open, output, Console.Error)
        {
            // A line is written over itself, which a dumb terminal cannot.
            ShowsProgress = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        };
}
