using System.CommandLine;
using System.Text.Json;

namespace MinpackNet.Cli;

/// <summary>The command <c>minpack fit</c>.</summary>
internal static class FitCommand
{
    private const string Description =
        "Fits a formula to the columns of a CSV file by least squares. In the formula, a name with a start value "
        + "is a parameter, the name of a column is a predictor, and x is the column x or else the first one. The "
        + "first row is a header if none of its fields is a number, or if one is text above a column of numbers, "
        + "and titles above and units below it are understood; without one, which the report says, the names are "
        + "those in a comment directly above the data, or c1, c2, ... Lines that start with # are comments and "
        + "counted. Rows in which a column in use has no value (" + MissingValue.Names
        + ") are skipped and counted; in the column of --set there must be one. Exit codes: 0 the fit converged, with "
        + "--search to a certified optimum, and nothing in the report says not to trust the estimates; 1 it did not, "
        + "or the report says so, and why; 2 the arguments or the data cannot be used, or the picture or the output "
        + "cannot be written; 70 the command itself has a fault; 130 it was interrupted. Without success, succeeded "
        + "is false in the JSON document.";

    public static Command Create(Streams streams)
    {
        FitArguments arguments = new();
        Command command = new("fit", Description);
        arguments.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            Task.Run(() => Run(() => arguments.Read(parsed), streams, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(Func<FitRequest> read, Streams streams, CancellationToken cancellationToken) =>
        ExitCode.Of(streams, () =>
        {
            FitRequest request = read();
            if (request.Shard is not null)
            {
                ShardRun.Run(request, streams, cancellationToken);
                return ExitCode.Success;
            }

            if (request.By is not null)
            {
                GroupRun.Run(request, streams, cancellationToken);
                return ExitCode.Success;
            }

            FittedData data = DataFitter.Run(request, streams, cancellationToken);
            data = data with
            {
                Picture = request.Draws ? FitPlot.Of(data) : null,
                Answers = FitAnswers.Of(data),
            };
            data = data with { OutputComplaint = WriteFiles(data) };
            if (!request.IsQuiet)
            {
                Report(data, streams);
                streams.Output.Flush();
            }

            if (data.OutputComplaint is { } complaint)
            {
                streams.Complain(complaint);
                return ExitCode.Usage;
            }

            return data.IsInterrupted ? ExitCode.Interrupted
                : data.Succeeded ? ExitCode.Success
                : ExitCode.Failure;
        });

    private static void Report(FittedData data, Streams streams)
    {
        FitRequest request = data.Request;
        if (request.Json)
        {
            streams.Output.WriteLine(JsonSerializer.Serialize(
                FitDocument.Of(data), FitJsonContext.Readable.FitDocument));
        }
        else
        {
            WriteText(data, streams);
        }
    }

    /// <summary>Writes the files that were asked for, and returns what went wrong first; null for nothing.</summary>
    private static string? WriteFiles(FittedData data)
    {
        (FitRequest request, FitPicture? picture) = (data.Request, data.Picture);
        if (picture is { IsUnusable: true } || (picture is { Plot: null } && request.PlotFile is not null))
        {
            return picture.IsUnusable
                ? picture.Obstacle
                : $"--plot: {request.PlotFile} is not written, because {picture.Obstacle}.";
        }

        return Write("--plot", request.PlotFile, _ => request.Style.HasPanels
                ? FitPanels.SheetOf(data, picture!.Plot!)
                : SvgPlot.Of(picture!.Plot!, request.Style))
            ?? Write("--out", request.Answers.TableFile, file => data.Answers!.ToText(file))
            ?? Write(ProblemFile.SaveName, request.ProblemFile, _ => ProblemFile.ToText(request.Problem))
            ?? Write("--report", request.PageFile, _ => FitPage.Of(data))
            ?? Write("--parameters", request.Answers.ParameterFile, file => ParameterTable.For(file, data));

        static string? Write(string option, string? file, Func<string, byte[]> content) =>
            file is null ? null : OutputFile.Write(option, file, stream => stream.Write(content(file)));
    }

    private static void WriteText(FittedData data, Streams streams)
    {
        foreach (string line in FitSummary.Input(data))
        {
            streams.Output.WriteLine(PlainText.Of(line));
        }

        streams.Output.WriteLine();
        streams.Output.WriteLine(
            data.Fit.ToReport(data.Request.Level, data.Request.Digits, data.Derived, data.Profiles, data.Bootstrap));
        streams.Output.WriteLine();
        if (data.ShownAnswers is { } answers)
        {
            foreach (string line in answers.ToLines(data.Request.Digits))
            {
                streams.Output.WriteLine(PlainText.Of(line));
            }

            streams.Output.WriteLine();
        }

        if (data.Request.DrawsInReport)
        {
            WritePicture(data.Picture!, streams);
        }

        streams.Output.WriteLine(FitSummary.Cost(data));
    }

    private static void WritePicture(FitPicture picture, Streams streams)
    {
        if (picture.Plot is { } plot)
        {
            TerminalPlot.Write(streams, plot);
            streams.Output.WriteLine();
        }
        else if (!picture.IsUnusable)
        {
            streams.Output.WriteLine($"There is no plot, because {picture.Obstacle}.");
            streams.Output.WriteLine();
        }

        if (picture.Advice.Length > 0)
        {
            streams.Output.WriteLine(picture.Advice);
            streams.Output.WriteLine();
        }
    }
}
