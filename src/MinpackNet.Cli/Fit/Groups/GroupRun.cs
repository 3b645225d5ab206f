using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MinpackNet.Cli;

/// <summary>
/// Fits a file group by group, in the order of the file: while some groups are fitted, the next ones are read, so that
/// only these are in memory.
/// </summary>
internal sealed class GroupRun
{
    // Enough rows that all threads have work, and few where each group is searched for seconds.
    private const int RowsOfPart = 1 << 15;
    private const int RowsOfSearchedPart = 1 << 10;
    private const int MostNamed = 5;
    private const double BytesPerMebibyte = 1 << 20;

    private readonly FitRequest _request;
    private readonly ProgressLine _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    // Sixteen bytes of a label instead of the label: memory grows by little, whatever labels are.
    private readonly HashSet<UInt128> _seen = [];
    private readonly List<GroupFit> _failed = [];
    private GroupPicture? _picture;
    private bool _isWriting;
    private int _groups;
    private int _converged;
    private int _troubled;
    private long _rows;

    private GroupRun(FitRequest request, Streams streams, CancellationToken cancellationToken)
    {
        (_request, _cancellationToken) = (request, cancellationToken);
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
            _picture = PictureOf(columns);
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
            when (!_isWriting && exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{_request.File}: cannot be read: {exception.Message}");
        }
        finally
        {
            _progress.Clear();
        }
    }

    /// <summary>Fits all groups and returns the last part, which knows what was skipped in all.</summary>
    private CsvTable FitAll(CsvFile file, ColumnChoice columns, TextWriter output, char? delimiter)
    {
        GroupFitter fitter = new(_request, columns);
        GroupWriter writer = new(output, delimiter);
        string by = columns.Names[columns.By!.Value];
        using IEnumerator<CsvTable> parts = file.ReadInParts(
            columns.Wanted,
            columns.Sigma is null ? null : columns.Wanted.Length - 1,
            columns.By,
            fitter.Searches ? RowsOfSearchedPart : RowsOfPart,
            _ => { },
            _cancellationToken).GetEnumerator();
        DataFitter.CheckSearch(_request, columns.Model.ParameterNames);
        CsvTable? part = Next();
        DataFitter.CheckDates(file.Name, _request, columns, part!);
        writer.Start(by, columns.Model.ParameterNames);
        CsvTable last = part!;
        while (part is not null)
        {
            DataFitter.CheckSigma(file.Name, columns, part);
            CountDatesFromFirst(columns, part);
            CheckGroups(file.Name, by, part);
            Task<CsvTable?> next = Task.Run(Next);
            try
            {
                int first = 0;
                foreach (GroupFit fit in fitter.Fit(WithWeights(file.Name, columns, part), _cancellationToken))
                {
                    Count(fit);
                    _isWriting = true;
                    writer.Write(fit);
                    _isWriting = false;
                    Range rows = first..(first + fit.Span.Count);
                    _picture?.Offer(fit, () => (part.Columns[0][rows], part.Columns[1][rows]));
                    first = rows.End.Value;
                }
            }
            finally
            {
                // The file must not be closed while it is read.
                last = part;
                part = next.GetAwaiter().GetResult();
            }

            _progress.Show(() => Progress(file));
        }

        _isWriting = true;
        output.Flush();
        _isWriting = false;
        return last;

        CsvTable? Next() => parts.MoveNext() ? parts.Current : null;
    }

    private GroupPicture? PictureOf(ColumnChoice columns) => _request.PlotFile is null ? null
        : columns.X.Length == 1 ? new(columns.Model, _request.DrawsWorstGroups)
        : throw new InputException(
            "--plot has no effect with --by for a formula of several predictors. Leave it out.");

    private void Draw(string source)
    {
        if (_request.PlotFile is { } path && OutputFile.Write(
            "--plot",
            path,
            stream => stream.Write(_picture!.ToSvg(Path.GetFileName(source), _groups, _request.Style.Theme)))
            is { } complaint)
        {
            throw new InputException(complaint);
        }
    }

    private CsvTable WithWeights(string file, ColumnChoice columns, CsvTable part) => _request.Weights is { } rule
        ? WeightSettings.AddTo(file, part, columns.X.Length, rule)
        : part;

    private void Count(GroupFit fit)
    {
        _groups++;
        _rows += fit.Span.Count;
        _converged += fit.Converged ? 1 : 0;
        if (!fit.Converged || fit.Message.Length > 0)
        {
            _troubled++;
            if (_failed.Count < MostNamed)
            {
                _failed.Add(fit);
            }
        }
    }

    /// <summary>Refuses a group that is there twice, because its rows are to be fitted together.</summary>
    private void CheckGroups(string file, string by, CsvTable part)
    {
        foreach (LabelSpan span in part.Spans)
        {
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(span.Label));
            if (!_seen.Add(BitConverter.ToUInt128(hash)))
            {
                throw new InputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file}, line {span.Line}: group '{PlainText.Brief(span.Label)}' comes back after other groups. "
                    + $"Sort the rows by {PlainText.Brief(by)}, so that those of a group are together."));
            }
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

    /// <summary>Each group is a measurement of its own, so that its dates count from its first.</summary>
    private static void CountDatesFromFirst(ColumnChoice columns, CsvTable part)
    {
        foreach ((_, double[] values) in columns.X.Zip(part.Columns).Where(x => part.Dates.Contains(x.First)))
        {
            int first = 0;
            foreach (LabelSpan span in part.Spans.Where(span => span.Count > 0))
            {
                Span<double> group = values.AsSpan(first, span.Count);
                double origin = group[0];
                for (int i = 0; i < group.Length; i++)
                {
                    group[i] -= origin;
                }

                first += span.Count;
            }
        }
    }

    private string Progress(CsvFile file)
    {
        double seconds = _watch.Elapsed.TotalSeconds;
        string left = file.ShareRead is > 0 and < 1 and { } share
            ? string.Create(
                CultureInfo.InvariantCulture, $", {share:P0} of the file, {seconds * (1 - share) / share:F0} s left")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{_groups} groups, {_groups / seconds:F0} a second{left}");
    }

    private IEnumerable<string> Summary(CsvFile file, ColumnChoice columns, CsvTable last)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Name}: {_rows} rows in {Things.Count(_groups, "group")} by {columns.Names[columns.By!.Value]}");
        foreach (string note in Notes(columns, last))
        {
            yield return note;
        }

        yield return "";
        yield return columns.Model.ToString();
        yield return string.Create(
            CultureInfo.InvariantCulture, $"{_converged} of {Things.Count(_groups, "group")} converged");
        foreach (GroupFit fit in _failed)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"- {PlainText.Brief(fit.Span.Label)}, line {fit.Span.Line}: "
                + $"{(fit.Message.Length > 0 ? fit.Message : fit.Status)}");
        }

        if (_troubled > _failed.Count)
        {
            yield return $"- and {_troubled - _failed.Count} more: see the columns status and message in the table";
        }

        double seconds = _watch.Elapsed.TotalSeconds;
        double memory = FitCost.PeakMemory() / BytesPerMebibyte;
        yield return "";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"read and fitted in {seconds:F2} s, {_groups / seconds:F0} groups a second, peak memory {memory:F0} MiB");
    }
}
