using System.Globalization;
using System.Text;

namespace MinpackNet.Cli;

/// <summary>The results in the folder of a job, which are read twice: to count them, and to write them.</summary>
internal sealed class JobResults
{
    private const int MostNamed = 20;

    private readonly string _folder;
    private readonly JobManifest _manifest;
    private readonly string _job;
    private readonly List<string> _complaints = [];
    private int? _shards;

    private JobResults(string folder, JobManifest manifest) =>
        (_folder, _manifest, _job) = (folder, manifest, manifest.Hash);

    /// <summary>What is missing, damaged, left over or twice.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>What is left out and does no harm.</summary>
    public IReadOnlyList<string> Notes { get; private set; } = [];

    public int Groups { get; private set; }

    public long Rows { get; private set; }

    public int Converged { get; private set; }

    public int Troubled { get; private set; }

    /// <summary>Counts the results.</summary>
    /// <exception cref="InputException">The folder cannot be read.</exception>
    public static JobResults Of(string folder, JobManifest manifest, CancellationToken cancellationToken)
    {
        JobResults results = new(folder, manifest);
        try
        {
            results.Count(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder}: cannot be read: {exception.Message}");
        }

        return results;
    }

    /// <summary>Writes them as comma-separated values, as a single process does.</summary>
    public void WriteText(Stream output, CancellationToken cancellationToken)
    {
        output.Write(Encoding.UTF8.GetBytes(
            string.Join(',', _manifest.Columns.Select(name => AnswerTable.Field(name, ','))) + "\n"));
        foreach (byte[] lines in AllLines(cancellationToken))
        {
            output.Write(lines);
        }
    }

    /// <summary>The lines of each part.</summary>
    /// <exception cref="IOException">They are not what was counted.</exception>
    public IEnumerable<byte[]> AllLines(CancellationToken cancellationToken)
    {
        for (int part = 0; part < _manifest.PartCount; part++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return JobPart.Read(_folder, part, _job)?.Lines
                ?? throw new IOException($"{JobPart.NameOf(part)} was changed while it was read.");
        }
    }

    private void Count(CancellationToken cancellationToken)
    {
        Dictionary<UInt128, int> seen = [];
        List<int> missing = [];
        List<int> damaged = [];
        List<string> twice = [];
        List<string> inFiles = [];
        string[] files = [.. _manifest.Inputs.SelectMany(input => Enumerable.Repeat(input.Name, input.Parts))];
        for (int part = 0; part < files.Length; part++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (JobPart.Read(_folder, part, _job) is { } found)
            {
                Add(found.Part);
                foreach (string label in ResultTable.RowsOf(found.Lines).Select(row => row[0]))
                {
                    UInt128 key = GroupPass.KeyOf(label);
                    if (seen.TryAdd(key, part))
                    {
                        continue;
                    }

                    (string first, string second) = (files[seen[key]], files[part]);
                    if (first == second)
                    {
                        twice.Add($"'{PlainText.Brief(label)}' (parts {seen[key]} and {part})");
                    }
                    else
                    {
                        inFiles.Add(
                            $"'{PlainText.Brief(label)}' ({PlainText.Brief(first)} and {PlainText.Brief(second)})");
                    }
                }
            }
            else
            {
                (File.Exists(Path.Combine(_folder, JobPart.NameOf(part))) ? damaged : missing).Add(part);
            }
        }

        Complain(missing, "missing");
        Complain(damaged, "not as written, or of another job");
        if (twice.Count > 0)
        {
            _complaints.Add(
                $"{Things.Count(twice.Count, "group")} in two parts: {Some(twice)}. Sort the rows by "
                + $"{PlainText.Brief(_manifest.Columns[0])}, so that those of a group are together.");
        }

        if (inFiles.Count > 0)
        {
            _complaints.Add(
                $"{Things.Count(inFiles.Count, "group")} in two files: {Some(inFiles)}. Give them names of their own, "
                + "or put the rows of these files into one, where those of a group are together.");
        }

        Notice();
    }

    private void Add(JobPart part)
    {
        _shards ??= part.Shards;
        Groups += part.Groups;
        Rows += part.Rows;
        Converged += part.Converged;
        Troubled += part.Troubled;
    }

    private void Complain(List<int> parts, string what)
    {
        if (parts.Count > 0)
        {
            string again = _shards is int count
                ? $"Run again, of {count} shards, {Ranges([.. parts.Select(part => part % count).Distinct().Order()])}"
                : "Run all shards";
            _complaints.Add(
                $"{parts.Count} of {Things.Count(_manifest.PartCount, "part")} {(parts.Count == 1 ? "is" : "are")} "
                + $"{what}: {Ranges(parts)}. {again}. If one exits with 2, what it says must be mended first.");
        }
    }

    /// <summary>What else is in the folder.</summary>
    private void Notice()
    {
        HashSet<string> known = [.. Enumerable.Range(0, _manifest.PartCount).Select(JobPart.NameOf)];
        string[] others =
        [
            .. Directory.EnumerateFiles(_folder).Select(path => Path.GetFileName(path))
                .Where(name => JobPart.IsName(name) && !known.Contains(name)).Order(StringComparer.Ordinal),
        ];
        string[] unfinished = [.. others.Where(name => name.EndsWith(JobFile.Unfinished, StringComparison.Ordinal))];
        string[] left = [.. others.Except(unfinished)];
        Notes = unfinished.Length == 0
            ? []
            :
            [
                $"{Things.Count(unfinished.Length, "file")} left unfinished by a process that ended: "
                    + Some(unfinished),
            ];
        if (left.Length > 0)
        {
            _complaints.Add(
                $"{Things.Count(left.Length, "file")} of no part of this job: {Some(left)}. Remove what is of another "
                + "one.");
        }
    }

    /// <summary>Numbers in order as single ones and ranges, such as 2,4,7-9: so schedulers take them.</summary>
    private static string Ranges(IReadOnlyList<int> numbers)
    {
        List<(int First, int Last)> ranges = [];
        foreach (int number in numbers)
        {
            if (ranges.Count > 0 && ranges[^1].Last == number - 1)
            {
                ranges[^1] = (ranges[^1].First, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        string shown = string.Join(',', ranges.Take(MostNamed).Select(range => range.First == range.Last
            ? string.Create(CultureInfo.InvariantCulture, $"{range.First}")
            : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}")));
        return ranges.Count <= MostNamed ? shown : $"{shown} and more";
    }

    private static string Some(IEnumerable<string> all)
    {
        string[] names = [.. all];
        return Things.List(names.Length <= MostNamed
            ? names
            : [.. names.Take(MostNamed), $"{names.Length - MostNamed} more"]);
    }
}
