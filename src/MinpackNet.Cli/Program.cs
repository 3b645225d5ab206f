namespace MinpackNet.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args) => MinpackCommand.RunAsync(args, Streams.OfProcess());
}
