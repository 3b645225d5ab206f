using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace MinpackNet.Cli;

/// <summary>Fits the parts of a shard that are not there yet, each into a file of its own.</summary>
internal static class ShardRun
{
    /// <exception cref="InputException">The request, the data or the folder cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The user or a scheduler ended it; finished parts stay.</exception>
    public static void Run(FitRequest request, Streams streams, CancellationToken cancellationToken)
    {
        Stopwatch watch = Stopwatch.StartNew();
        string folder = request.Answers.TableFile!;
        Shard shard = request.Shard!;
        request = request with { Format = request.Format with { HasGroups = true } };
        ShardPlan plan = ShardPlan.Of(request);
        CreateFolder(folder);
        string[] names = ColumnsOf(request, plan.Parts[0]);
        JobManifest manifest = JobManifest.Of(request, plan, names);
        manifest.Claim(folder);
        string job = manifest.Hash;
        (int written, int groups, int troubled) = (0, 0, 0);
        int[] parts = [.. Enumerable.Range(0, plan.Parts.Count).Where(shard.Has)];
        foreach (int part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FilePart input = plan.Parts[part];
            JobPart open = JobPart.Of(part, shard.Count, job, input);
            JobPart? there = JobPart.Read(folder, part, job)?.Part;
            if (there is not null && there.InputSha256 != open.InputSha256)
            {
                throw new InputException(
                    $"--out: {Path.Combine(folder, JobPart.NameOf(part))} is of other data: {input.Path} has changed "
                    + "since. Give another folder, or remove this one.");
            }

            if (there is null)
            {
                (there, byte[] lines) = Fit(request, open, input, names, cancellationToken);
                there.Write(folder, lines);
                written++;
            }

            groups += there.Groups;
            troubled += there.Troubled;
        }

        if (parts.Length == 0)
        {
            streams.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"shard {shard.Index}/{shard.Count} has nothing to fit: parts of {shard.PartSize} MiB are only "
                + $"{plan.Parts.Count}. A smaller {Shard.SizeName} makes more of them, in another folder."));
        }
        else if (!request.IsQuiet)
        {
            streams.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"shard {shard.Index}/{shard.Count}: {written} of {Things.Count(parts.Length, "part")} written, "
                + $"{parts.Length - written} were there; {Things.Count(groups, "group")}, {troubled} with a message, "
                + $"{watch.Elapsed.TotalSeconds:F2} s"));
        }
    }

    private static (JobPart Part, byte[] Lines) Fit(
        FitRequest request, JobPart part, FilePart input, string[] names, CancellationToken cancellationToken)
    {
        using CsvFile file = CsvFile.Open(input, request.Format);
        ColumnChoice columns = ColumnsOf(request, file, input);
        if (!NamesOf(columns).SequenceEqual(names))
        {
            throw new InputException(
                $"{file.Name}: its results have other columns than those of the first file of the folder. Give both "
                + "the same columns.");
        }

        GroupPass pass = new(request, cancellationToken);
        MemoryStream lines = new();
        try
        {
            using StreamWriter writer = new(lines, new UTF8Encoding(false), leaveOpen: true);
            pass.Run(file, columns, new GroupWriter(writer, ',') { HasNames = false }, () => { });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file.Name}: cannot be read: {exception.Message}");
        }

        JobPart result = part with
        {
            Groups = pass.Groups,
            Rows = pass.Rows,
            Converged = pass.Converged,
            Troubled = pass.Troubled,
        };
        return (result, lines.ToArray());
    }

    private static string[] ColumnsOf(FitRequest request, FilePart first)
    {
        using CsvFile file = CsvFile.Open(first, request.Format);
        return NamesOf(ColumnsOf(request, file, first));
    }

    /// <summary>The columns of a file; of one in a folder, a complaint tells which.</summary>
    private static ColumnChoice ColumnsOf(FitRequest request, CsvFile file, FilePart input)
    {
        try
        {
            return ColumnChoice.For(file, request);
        }
        catch (InputException exception)
            when (input.Path != request.File && !exception.Message.StartsWith(input.Path, StringComparison.Ordinal))
        {
            throw new InputException($"{input.Path}: {exception.Message}");
        }
    }

    private static string[] NamesOf(ColumnChoice columns) =>
        GroupWriter.Names(columns.Names[columns.By!.Value], columns.Model.ParameterNames);

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--out: the folder {folder} cannot be made: {exception.Message}");
        }
    }
}
