using System.CommandLine;
using System.Text.Json;

namespace MinpackNet.Cli;

/// <summary>The command <c>minpack fit</c>.</summary>
internal static class FitCommand
{
    private const string Description =
        "Fits a formula to the columns of a CSV file by least squares. In the formula, a name with a start value is a "
        + "parameter, the name of a column is a predictor, and x is the column x or else the first one. The first row "
        + "is a header if none of its fields is a number; without one, the columns are named c1, c2, ... Lines that "
        + "start with # are comments. Rows in which a column in use has no value (" + MissingValue.Names + ") are "
        + "skipped and counted. Exit codes: 0 the fit converged, with --search to a certified optimum; 1 it did not, "
        + "and the report says why; 2 the arguments or the data cannot be used; 130 it was interrupted.";

    public static Command Create(Streams streams)
    {
        FitArguments arguments = new();
        Command command = new("fit", Description);
        arguments.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            Task.Run(() => Run(() => arguments.Read(parsed), streams, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(Func<FitRequest> read, Streams streams, CancellationToken cancellationToken)
    {
        try
        {
            FitRequest request = read();
            FittedData data = DataFitter.Run(request, streams, cancellationToken);
            Report(data, streams);
            return data.Succeeded ? ExitCode.Success : ExitCode.Failure;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is InputException or IOException or UnauthorizedAccessException)
        {
            streams.Error.WriteLine(exception.Message);
            return ExitCode.Usage;
        }
        catch (NativeLibraryException exception)
        {
            streams.Error.WriteLine(exception.Message);
            return ExitCode.Failure;
        }
    }

    private static void Report(FittedData data, Streams streams)
    {
        FitRequest request = data.Request;
        if (request.Json)
        {
            streams.Output.WriteLine(JsonSerializer.Serialize(
                FitDocument.Of(data), FitJsonContext.Default.FitDocument));
        }
        else
        {
            WriteText(data, streams);
        }

        if (request.PlotFile is { } file)
        {
            WritePicture(file, data, streams);
        }
    }

    private static void WritePicture(string file, FittedData data, Streams streams)
    {
        if (FitPlot.Of(data) is not { } plot)
        {
            streams.Error.WriteLine(
                $"--plot: {file} is not written, because the fit has no numbers that can be drawn.");
            return;
        }

        try
        {
            SvgPlot.Write(file, plot);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--plot: {file} cannot be written: {exception.Message}");
        }
    }

    private static void WriteText(FittedData data, Streams streams)
    {
        foreach (string line in FitSummary.Input(data))
        {
            streams.Output.WriteLine(line);
        }

        streams.Output.WriteLine();
        streams.Output.WriteLine(data.Fit.ToReport(data.Request.Level));
        streams.Output.WriteLine();
        if (FitSummary.Options(data.Fit.Diagnoses) is { } options)
        {
            streams.Output.WriteLine(options);
            streams.Output.WriteLine();
        }

        if (data.Request.DrawsInReport && FitPlot.Of(data) is { } plot)
        {
            TerminalPlot.Write(streams, plot);
            streams.Output.WriteLine();
        }

        streams.Output.WriteLine(FitSummary.Cost(data));
    }
}
