using System.CommandLine;
using System.CommandLine.Invocation;
using MinpackNet.Cli.Certification;
using MinpackNet.Cli.CurveFitting;
using MinpackNet.Cli.Nist;

namespace MinpackNet.Cli;

/// <summary>The command <c>minpack</c>.</summary>
internal static class MinpackCommand
{
    /// <summary>Runs it.</summary>
    /// <param name="args">The arguments after the name.</param>
    /// <param name="streams">Where it reads and writes.</param>
    /// <param name="cancellationToken">Interrupts it, as Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        string[] args, Streams streams, CancellationToken cancellationToken = default)
    {
        RootCommand root = new("MinpackNet's command line: nonlinear least squares by MINPACK.")
        {
            FitCommand.Create(streams),
            NistCommand.Create(streams),
            CertifyCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction complaint)
        {
            // Pages of help would hide what is wrong.
            complaint.ShowHelp = false;
        }

        InvocationConfiguration configuration = new() { Output = streams.Output, Error = streams.Error };
        int exitCode = await parsed.InvokeAsync(configuration, cancellationToken);
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
    }
}
