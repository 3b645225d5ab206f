using System.CommandLine;
using MinpackNet.Cli.Certification;

namespace MinpackNet.Cli;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        RootCommand root = new("MinpackNet's command line: nonlinear least squares by MINPACK.")
        {
            CertifyCommand.Create(),
        };
        ParseResult parsed = root.Parse(args);
        int exitCode = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
    }
}
