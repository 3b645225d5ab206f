using System.CommandLine;
using System.Text.Json;

namespace MinpackNet.Cli;

/// <summary>The command <c>minpack compare</c>.</summary>
internal static class CompareCommand
{
    private const string Description =
        "Fits several models to the same columns of a CSV file and compares them: by Akaike's criterion corrected for "
        + "few points (AICc), its differences and weights, and BIC; with --nested also by a test of each against the "
        + "simplest. The criteria count the variance as a parameter, as R does, unless --absolute-sigma gives it. "
        + "Data, columns and formulas are as in minpack fit; with --set, each model is fitted to all data sets "
        + "together, with those parameters of --shared in common that it has. Exit codes: 0 all fits succeeded; 1 some "
        + "did not, and take no part; 2 the arguments or the data cannot be used; 70 the command itself has a fault; "
        + "130 it was interrupted.";

    public static Command Create(Streams streams)
    {
        CompareArguments arguments = new();
        Command command = new("compare", Description);
        arguments.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => ExitCode.Of(streams, () => Run(arguments.Read(parsed), streams, cancellationToken)),
            CancellationToken.None));
        return command;
    }

    private static int Run(CompareRequest request, Streams streams, CancellationToken cancellationToken)
    {
        ComparedFits compared = ComparedFits.Of(request, streams, cancellationToken);
        if (request.Fits[0].Json)
        {
            streams.Output.WriteLine(JsonSerializer.Serialize(
                CompareDocument.Of(compared), CompareJsonContext.Readable.CompareDocument));
        }
        else
        {
            foreach (string line in compared.Fits.SelectMany(FitSummary.Input).Distinct())
            {
                streams.Output.WriteLine(PlainText.Of(line));
            }

            streams.Output.WriteLine();
            streams.Output.WriteLine(compared.Comparison.ToReport());
        }

        return compared.Succeeded ? ExitCode.Success : ExitCode.Failure;
    }
}
