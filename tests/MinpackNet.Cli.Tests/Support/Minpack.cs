using System.Text;

namespace MinpackNet.Cli.Tests;

/// <summary>The command, inside this process.</summary>
internal static class Minpack
{
    public static Run Run(params string[] arguments) => Run(streams => streams, "", arguments);

    public static Run RunOn(string input, params string[] arguments) => Run(streams => streams, input, arguments);

    /// <summary>Fits a text and returns what the JSON document says.</summary>
    public static Run Fit(string csv, string model, string start, params string[] options) =>
        RunOn(csv, ["fit", "-", "--model", model, "--start", start, "--json", .. options]);

    public static Run Run(
        Func<Streams, Streams> change, string input, string[] arguments, CancellationToken cancellationToken = default)
    {
        StringWriter output = new();
        StringWriter error = new();
        Streams streams = new(() => new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error);
        int exitCode = MinpackCommand.RunAsync(arguments, change(streams), cancellationToken).GetAwaiter().GetResult();
        return new(exitCode, output.ToString(), error.ToString());
    }
}
