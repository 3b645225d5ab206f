using System.CommandLine;
using System.Globalization;

namespace MinpackNet.Cli;

/// <summary>The command <c>minpack merge</c>.</summary>
internal static class MergeCommand
{
    private const string Description =
        "Puts the parts together that minpack fit --shard has written to a folder, in the order of the data, and "
        + "counts them: a part that is missing or torn, a group that is in two of them, and what is left over is "
        + "named, and then nothing is written. Exit codes: 0 every group is there once; 1 something is missing or "
        + "twice; 2 the folder cannot be used, or the output cannot be written; 70 the command itself has a fault; "
        + "130 it was interrupted.";

    public static Command Create(Streams streams)
    {
        Argument<string> folder = new("folder") { Description = "The folder that --out named." };
        Option<string> output = new("--out")
        {
            Description = "The file of the results, .csv or .parquet.",
            Required = true,
        };
        Command command = new("merge", Description) { folder, output };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => ExitCode.Of(streams, () => Run(
                parsed.GetRequiredValue(folder), parsed.GetRequiredValue(output), streams, cancellationToken)),
            CancellationToken.None));
        return command;
    }

    private static int Run(string folder, string output, Streams streams, CancellationToken cancellationToken)
    {
        OutputFile.Check("--out", output, [".csv", ".parquet"]);
        JobManifest manifest = JobManifest.In(folder) ?? throw new InputException(
            $"{folder}: there is no {JobManifest.FileName} in it, so it is not a folder of minpack fit --shard. Give "
            + "the one that --out named.");
        JobResults results = JobResults.Of(folder, manifest, cancellationToken);
        foreach (string note in results.Notes)
        {
            streams.Error.WriteLine(PlainText.Line(note));
        }

        if (results.Complaints.Count > 0)
        {
            foreach (string complaint in results.Complaints)
            {
                streams.Complain($"{folder}: {complaint}");
            }

            return ExitCode.Failure;
        }

        bool isTable = output.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);
        if (OutputFile.Write("--out", output, stream =>
        {
            if (isTable)
            {
                ResultTable.Write(manifest.Columns, results.AllLines(cancellationToken), stream);
            }
            else
            {
                results.WriteText(stream, cancellationToken);
            }
        }) is { } failure)
        {
            throw new InputException(failure);
        }

        streams.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Things.Count(manifest.PartCount, "part")}, {Things.Count(results.Groups, "group")} of {results.Rows} "
            + $"rows, each once: {results.Converged} converged, {results.Troubled} with a message"));
        return ExitCode.Success;
    }
}
