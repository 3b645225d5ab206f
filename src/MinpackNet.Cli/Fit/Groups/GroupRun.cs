using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MinpackNet.Cli;

/// <summary>Fits a file group by group: a line for each on the output or in a file, and a picture of some.</summary>
internal sealed class GroupRun
{
    private const double BytesPerMebibyte = 1 << 20;

    private readonly FitRequest _request;
    private readonly ProgressLine _progress;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    private readonly GroupPass _pass;

    private GroupRun(FitRequest request, Streams streams, CancellationToken cancellationToken)
    {
        (_request, _pass) = (request, new(request, cancellationToken));
        _progress = new(streams.Error, streams.ShowsProgress);
    }

    /// <summary>Fits all groups, writes a line for each, and with --out a summary.</summary>
    /// <exception cref="InputException">The request, the data or the output cannot be used.</exception>
    public static void Run(FitRequest request, Streams streams, CancellationToken cancellationToken) =>
        new GroupRun(request, streams, cancellationToken).Run(streams);

    private void Run(Streams streams)
    {
        try
        {
            using CsvFile file = CsvFile.Open(
                _request.File, streams.OpenInput, _request.Format with { HasGroups = true });
            ColumnChoice columns = ColumnChoice.For(file, _request);
            _pass.Picture = PictureOf(columns);
            if (_request.Answers.TableFile is not { } path)
            {
                CsvTable read = FitAll(file, columns, streams.Output, _request.Json ? null : ',');
                Draw(file.Name);
                foreach (string note in _request.IsQuiet ? [] : Notes(columns, read))
                {
                    streams.Error.WriteLine(PlainText.Of(note));
                }

                return;
            }

            char? delimiter = _request.Json ? null : AnswerTable.DelimiterOf(path);
            CsvTable? last = null;
            string? complaint = OutputFile.Write("--out", path, stream =>
            {
                using StreamWriter writer = new(stream, new UTF8Encoding(false));
                last = FitAll(file, columns, writer, delimiter);
            });
            if (complaint is not null)
            {
                throw new InputException(complaint);
            }

            Draw(file.Name);
            foreach (string line in _request.IsQuiet ? [] : Summary(file, columns, last!))
            {
                streams.Output.WriteLine(PlainText.Of(line));
            }
        }
        catch (Exception exception)
            when (!_pass.IsWriting && exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{_request.File}: cannot be read: {exception.Message}");
        }
        finally
        {
            _progress.Clear();
        }
    }

    /// <summary>Fits all groups and returns the last part, which knows what was skipped in all.</summary>
    private CsvTable FitAll(CsvFile file, ColumnChoice columns, TextWriter output, char? delimiter) => _pass.Run(
        file, columns, new GroupWriter(output, delimiter), () => _progress.Show(() => Progress(file)));

    private GroupPicture? PictureOf(ColumnChoice columns) => _request.PlotFile is null ? null
        : columns.X.Length == 1 ? new(columns, _request.DrawsWorstGroups)
        : throw new InputException(
            "--plot has no effect with --by for a formula of several predictors. Leave it out.");

    private void Draw(string source)
    {
        if (_request.PlotFile is { } path && OutputFile.Write(
            "--plot",
            path,
            stream => stream.Write(_pass.Picture!.ToSvg(Path.GetFileName(source), _pass.Groups, _request.Style.Theme)))
            is { } complaint)
        {
            throw new InputException(complaint);
        }
    }

    /// <summary>What was understood of the file, and left out.</summary>
    private static IEnumerable<string> Notes(ColumnChoice columns, CsvTable last) =>
    [
        .. last.Notes,
        .. columns.Notes,
        .. last.SkippedRows == 0
            ? []
            : (string[])[$"{Things.Count(last.SkippedRows, "row")} skipped, without a value or not finite"],
    ];

    private string Progress(CsvFile file)
    {
        double seconds = _watch.Elapsed.TotalSeconds;
        string left = file.ShareRead is > 0 and < 1 and { } share
            ? string.Create(
                CultureInfo.InvariantCulture, $", {share:P0} of the file, {seconds * (1 - share) / share:F0} s left")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{_pass.Groups} groups, {_pass.Groups / seconds:F0} a second{left}");
    }

    private IEnumerable<string> Summary(CsvFile file, ColumnChoice columns, CsvTable last)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Name}: {_pass.Rows} rows in {Things.Count(_pass.Groups, "group")} by "
            + $"{columns.Names[columns.By!.Value]}");
        foreach (string note in Notes(columns, last))
        {
            yield return note;
        }

        yield return "";
        yield return columns.Model.ToString();
        yield return string.Create(
            CultureInfo.InvariantCulture, $"{_pass.Converged} of {Things.Count(_pass.Groups, "group")} converged");
        foreach (GroupFit fit in _pass.Failed)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"- {PlainText.Brief(fit.Span.Label)}, line {fit.Span.Line}: "
                + $"{(fit.Message.Length > 0 ? fit.Message : fit.Status)}");
        }

        if (_pass.Troubled > _pass.Failed.Count)
        {
            yield return $"- and {_pass.Troubled - _pass.Failed.Count} more: see the columns status and message in the "
                + "table";
        }

        double seconds = _watch.Elapsed.TotalSeconds;
        double memory = FitCost.PeakMemory() / BytesPerMebibyte;
        yield return "";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"read and fitted in {seconds:F2} s, {_pass.Groups / seconds:F0} groups a second, peak memory "
            + $"{memory:F0} MiB");
    }
}
