namespace MinpackNet.Cli;

/// <summary>The parts of a job, which depend on its files alone, so that all processes have the same.</summary>
/// <param name="Inputs">The files, in the order of their names.</param>
/// <param name="Parts">The parts, by their numbers.</param>
internal sealed record ShardPlan(IReadOnlyList<JobInput> Inputs, IReadOnlyList<FilePart> Parts)
{
    // The format of a file is detected from this much of it.
    private const long Head = PeekedStream.MostPeeked;

    private const int MostParts = 1_000_000;

    /// <summary>Cuts the file of a request, or all files of its folder.</summary>
    /// <exception cref="InputException">There is nothing to cut.</exception>
    public static ShardPlan Of(FitRequest request)
    {
        if (request.File == "-")
        {
            throw new InputException(
                $"{Shard.Name}: standard input cannot be read by several processes. Give the name of a file.");
        }

        try
        {
            return Of(FilesOf(request.File), request.Format, Shard.BytesOf(request.Shard!.PartSize));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{request.File}: cannot be read: {exception.Message}");
        }
    }

    private static ShardPlan Of(string[] files, CsvFormat format, long size)
    {
        List<JobInput> inputs = [];
        List<FilePart> parts = [];
        foreach (string path in files)
        {
            using CsvFile file = CsvFile.Open(path, () => Stream.Null, format);
            long length = new FileInfo(path).Length;
            long step = file.HasParts ? size : Math.Max(length, 1);
            long count = Shard.CountOf(length, step);
            if (parts.Count + count > MostParts)
            {
                throw new InputException(
                    $"{Shard.SizeName}: parts of this size are more than {MostParts}, a file for each. Give a larger "
                    + "one.");
            }

            FilePart[] cut = file.RowGroupStarts is { Count: > 0 } starts
                ? [.. BetweenRowGroups(path, starts, length, size)]
                : [.. Enumerable.Range(0, (int)count).Select(k =>
                    new FilePart(path, k * step, Math.Min(length, (k + 1) * step)))];
            string hash = new FilePart(path, 0, Math.Min(length, Head)).Sha256();
            parts.AddRange(cut);
            inputs.Add(new(Path.GetFileName(path), length, hash, cut.Length));
        }

        return new(inputs, parts);
    }

    /// <summary>The parts of a Parquet file: as few row groups each as are together of the size.</summary>
    private static IEnumerable<FilePart> BetweenRowGroups(
        string path, IReadOnlyList<long> starts, long length, long size)
    {
        (int first, long from) = (0, 0);
        for (int end = 1; end <= starts.Count; end++)
        {
            long to = end == starts.Count ? length : starts[end];
            if (to - from >= size || end == starts.Count)
            {
                yield return new(path, from, to) { Groups = new(first, end) };
                (first, from) = (end, to);
            }
        }
    }

    private static string[] FilesOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        string[] files =
        [
            .. Directory.EnumerateFiles(path).Where(file => Path.GetFileName(file)[0] != '.')
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0
            ? files
            : throw new InputException($"{path}: there is no file in this folder. Give one with data.");
    }
}
