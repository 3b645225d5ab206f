using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace MinpackNet.Cli.Tests;

/// <summary>A job that several processes share, and whose parts are merged.</summary>
public sealed partial class ShardTests : IDisposable
{
    private const int Count = 300;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    public static TheoryData<string, double, int> Cuts => new()
    {
        // Parts shorter than a line, than a group, of some groups, and longer than the file.
        { "even", 0.00002, 3 },
        { "even", 0.0003, 5 },
        { "uneven", 0.002, 7 },
        { "crlf", 0.001, 2 },
        { "missing", 0.0015, 4 },
        { "even", 16, 2 },
    };

    /// <summary>Wherever the file is cut, each group is fitted once, with the bits of a single process.</summary>
    [Theory]
    [MemberData(nameof(Cuts))]
    public void Merged_parts_are_what_one_process_writes(string kind, double size, int shards)
    {
        string data = Data(kind, size < 0.0001 ? 12 : Count);
        string one = _workspace["one.csv"];
        Assert.Equal(ExitCode.Success, Minpack.Run(Job(data, "--out", one)).ExitCode);
        foreach (int shard in Enumerable.Range(0, shards).Reverse())
        {
            Run run = Shard(data, shard, shards, size);
            Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        }

        string merged = _workspace["merged.csv"];
        Run merge = Minpack.Run("merge", Folder, "--out", merged);
        Assert.True(merge.ExitCode == ExitCode.Success, merge.Error);
        Assert.Contains("each once", merge.Output, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(one), File.ReadAllText(merged));
    }

    [Fact]
    public void A_shard_that_runs_again_writes_what_is_missing_or_torn_and_nothing_else()
    {
        string data = Data("even");
        Assert.Contains("4 of 4 parts written", Shard(data, 0, 1).Output, StringComparison.Ordinal);
        byte[] third = File.ReadAllBytes(Part(3));
        DateTime before = File.GetLastWriteTimeUtc(Part(0));
        File.Delete(Part(3));
        File.WriteAllBytes(Part(1), File.ReadAllBytes(Part(1))[..^7]);
        Assert.Contains("2 of 4 parts written, 2 were there", Shard(data, 0, 1).Output, StringComparison.Ordinal);
        Assert.Equal(third, File.ReadAllBytes(Part(3)));
        Assert.Equal(before, File.GetLastWriteTimeUtc(Part(0)));
        Assert.Equal(ExitCode.Success, Merge().ExitCode);
    }

    [Fact]
    public void A_merge_names_what_is_missing_torn_or_left_over_and_writes_nothing()
    {
        Shard(Data("even"), 0, 1);
        File.Delete(Part(2));
        File.AppendAllText(Part(3), "x");
        File.WriteAllText(Path.Combine(Folder, "part-000077.part"), "");
        File.WriteAllText($"{Part(2)}.node.12.tmp", "half");
        Run merge = Merge();
        Assert.Equal(ExitCode.Failure, merge.ExitCode);
        Assert.Contains("1 of 4 parts is missing: 2.", merge.Error, StringComparison.Ordinal);
        Assert.Contains("1 of 4 parts is not as written, or of another job: 3.", merge.Error, StringComparison.Ordinal);
        Assert.Contains("no part of this job: part-000077.part", merge.Error, StringComparison.Ordinal);
        Assert.Contains("part-000002.part.node.12.tmp", merge.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_workspace["merged.csv"]));
    }

    [Theory]
    [InlineData("a*exp(-k*t)+0", 0.004, "--model is \"a*exp(-k*t)\" there, and \"a*exp(-k*t)+0\" here")]
    [InlineData("a*exp(-k*t)", 0.003, "--part-size is 0.004 there, and 0.003 here")]
    public void Parts_of_two_jobs_do_not_mix(string model, double size, string difference)
    {
        string data = Data("even");
        Shard(data, 0, 2, 0.004);
        string[] job = Job(data, "--shard", "1/2", "--part-size", Text(size), "--out", Folder);
        job[Array.IndexOf(job, "--model") + 1] = model;
        Run run = Minpack.Run(job);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains($"has the parts of another job: {difference}.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_another_job_that_is_copied_into_the_folder_is_named_and_fitted_again()
    {
        string data = Data("even");
        Shard(data, 0, 1);
        byte[] mine = File.ReadAllBytes(Part(1));
        string other = _workspace["other"];
        Minpack.Run(Job(
            data, "--shard", "1/4", "--part-size", "0.004", "--tolerance", "0.1", "--out", other));
        File.Copy(Path.Combine(other, Path.GetFileName(Part(1))), Part(1), overwrite: true);
        Assert.Contains("not as written, or of another job: 1.", Merge().Error, StringComparison.Ordinal);
        Assert.Contains("1 of 4 parts written, 3 were there", Shard(data, 0, 1).Output, StringComparison.Ordinal);
        Assert.Equal(mine, File.ReadAllBytes(Part(1)));
    }

    /// <summary>On machines that share nothing, each shard has a folder of its own.</summary>
    [Fact]
    public void Folders_of_one_job_may_be_copied_together()
    {
        string data = Data("even");
        string[] folders = [_workspace["first"], _workspace["second"]];
        Directory.CreateDirectory(Folder);
        for (int shard = 0; shard < folders.Length; shard++)
        {
            Minpack.Run(Job(
                data, "--shard", $"{shard}/2", "--part-size", "0.004", "--out", folders[shard]));
            foreach (string file in Directory.EnumerateFiles(folders[shard]))
            {
                File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
            }
        }

        Assert.Equal(ExitCode.Success, Merge().ExitCode);
    }

    [Fact]
    public void A_shard_without_a_part_says_what_makes_more_of_them()
    {
        Run run = Shard(Data("even"), 5, 6);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains(
            "shard 5/6 has nothing to fit: parts of 0.004 MiB are only 4.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_of_the_data_is_not_that_of_the_parts()
    {
        string folder = _workspace["many"];
        Directory.CreateDirectory(folder);
        File.Copy(Data("even"), Path.Combine(folder, "a.csv"));
        Run run = Minpack.Run(Job(folder, "--shard", "0/1", "--out", $"{folder}{Path.DirectorySeparatorChar}"));
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("has the data", run.Error, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(folder));
    }

    [Fact]
    public void Another_version_or_another_file_is_refused()
    {
        string data = Data("even");
        Shard(data, 0, 1);
        string other = _workspace.Write("other.csv", $"{File.ReadAllText(data)}999,0,1\n");
        Assert.Contains(
            "the list of files is \"data.csv\" there, and \"other.csv\" here.",
            Shard(other, 0, 1).Error,
            StringComparison.Ordinal);
        File.Move(other, data, overwrite: true);
        Assert.Contains("the length of data.csv is", Shard(data, 0, 1).Error, StringComparison.Ordinal);
        string manifest = Path.Combine(Folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(
            "\"program\": \"", "\"program\": \"0.0.9+", StringComparison.Ordinal));
        Assert.Contains(
            "the version of minpack is \"0.0.9+", Shard(data, 0, 1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_change_between_two_runs_are_refused()
    {
        string data = Data("even");
        Shard(data, 0, 1);
        string text = File.ReadAllText(data);
        int digit = text.Length - 3;
        File.WriteAllText(data, $"{text[..digit]}{(text[digit] == '7' ? '8' : '7')}{text[(digit + 1)..]}");
        Run run = Shard(data, 0, 1);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(
            "another job: the hash of the first MiB of data.csv is", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_comes_back_in_another_part_is_named_by_the_merge()
    {
        string data = Data("even");
        File.AppendAllText(data, "7,0,1\n7,1,0.5\n7,2,0.3\n");
        Shard(data, 0, 1);
        Run merge = Merge();
        Assert.Equal(ExitCode.Failure, merge.ExitCode);
        Assert.Contains(
            "1 group in two parts: '7' (parts 0 and 3). Sort the rows by g", merge.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_files_of_a_folder_are_parts_and_so_is_a_packed_one()
    {
        string folder = _workspace["many"];
        Directory.CreateDirectory(folder);
        foreach (int k in (int[])[0, 1, 2])
        {
            string lines = string.Concat(Enumerable.Range(10 * k, 10).Select(g => Group(g, 5)));
            using Stream file = File.Create(Path.Combine(folder, k == 1 ? "b.csv.gz" : k == 0 ? "a.csv" : "c.csv"));
            using Stream text = k == 1 ? new System.IO.Compression.GZipStream(
                file, System.IO.Compression.CompressionMode.Compress) : file;
            text.Write(Encoding.UTF8.GetBytes($"g,t,y\n{lines}"));
        }

        Assert.Equal(ExitCode.Success, Shard(folder, 1, 2, 0.0005).ExitCode);
        Assert.Equal(ExitCode.Success, Shard(folder, 0, 2, 0.0005).ExitCode);
        Run merge = Merge();
        Assert.True(merge.ExitCode == ExitCode.Success, merge.Error);
        Assert.Equal(
            Enumerable.Range(0, 30).Select(Text),
            File.ReadAllLines(_workspace["merged.csv"]).Skip(1).Select(line => line.Split(',')[0]));
    }

    /// <summary>A group may go on in the next row groups, and be longer than one of them.</summary>
    [Theory]
    [InlineData(7, 0.00001, 3, 0)]
    [InlineData(40, 0.002, 2, 0)]
    [InlineData(450, 0.00001, 2, 1500)] // longer than the head from which the format is known
    [InlineData(2000, 0.00001, 2, 0)]
    public async Task A_Parquet_file_is_cut_between_row_groups(int rows, double size, int shards, int padding)
    {
        string data = _workspace["data.parquet"];
        await WriteParquetAsync(data, rows, new string('x', padding));
        string one = _workspace["one.csv"];
        Assert.Equal(ExitCode.Success, Minpack.Run(Job(data, "--out", one)).ExitCode);
        for (int shard = 0; shard < shards; shard++)
        {
            Run run = Shard(data, shard, shards, size);
            Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        }

        Run merge = Merge();
        Assert.True(merge.ExitCode == ExitCode.Success, merge.Error);
        int parts = Directory.EnumerateFiles(Folder, "*.part").Count();
        Assert.True(rows == 2000 ? parts == 1 : parts > 2, $"{parts} parts");
        Assert.Equal(File.ReadAllText(one), File.ReadAllText(_workspace["merged.csv"]));
    }

    private static async Task WriteParquetAsync(string path, int rows, string padding)
    {
        (string G, int T, double Y)[] all =
        [
            .. Enumerable.Range(0, Count).SelectMany(g => Enumerable.Range(0, g == 50 ? 100 : 3 + (g % 4)).Select(t =>
                ($"run {g}{padding}", t, Math.Round((1 + (g % 7)) * Math.Exp(-0.3 * t), 3)))),
        ];
        DataField<string> g = new("g");
        DataField<int> t = new("t");
        DataField<double> y = new("y");
        await using FileStream file = File.Create(path);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(g, t, y), file);
        foreach ((string G, int T, double Y)[] chunk in all.Chunk(rows))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await group.WriteAsync(g, (IReadOnlyCollection<string>)[.. chunk.Select(row => row.G)]);
            await group.WriteAsync<int>(t, chunk.Select(row => row.T).ToArray());
            await group.WriteAsync<double>(y, chunk.Select(row => row.Y).ToArray());
        }
    }

    [Fact]
    public async Task Merged_results_may_be_Parquet()
    {
        Shard(Data("even"), 0, 1);
        Merge();
        string file = _workspace["merged.parquet"];
        Assert.Equal(ExitCode.Success, Minpack.Run("merge", Folder, "--out", file).ExitCode);
        string[][] rows = [.. File.ReadAllLines(_workspace["merged.csv"]).Select(line => line.Split(','))];
        await using ParquetReader reader = await ParquetReader.CreateAsync(file);
        Assert.Equal(rows[0], reader.Schema.Fields.Select(field => field.Name));
        Assert.Equal(4, reader.RowGroupCount);
        // The command reads what it writes.
        double mean = rows[1..].Average(row => double.Parse(row[3], CultureInfo.InvariantCulture));
        Run again = Minpack.Run("fit", file, "--model", "c", "--y", "a", "--start", "c=1", "--json");
        Assert.Equal(mean, (double)again.Json["parameters"]![0]!["value"]!, 1e-9);
    }

    [Theory]
    [InlineData("4/4")]
    [InlineData("-1/4")]
    [InlineData("1")]
    [InlineData("a/b")]
    [InlineData("0/0")]
    public void A_shard_that_is_none_is_refused(string shard)
    {
        Run run = Minpack.Run(Job(Data("even"), "--shard", shard, "--out", Folder));
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("such as 0/8 to 7/8", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_are_too_many_are_refused()
    {
        string rows = string.Concat(Enumerable.Repeat("1,0,1\n1,1,2\n", 100_000));
        Run run = Shard(_workspace.Write("long.csv", $"g,t,y\n{rows}"), 0, 1, 0.000001);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--part-size: parts of this size are more than 1000000", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_a_part_is_told_with_its_place()
    {
        string data = Data("even");
        string text = File.ReadAllText(data);
        int place = text.IndexOf("\n200,", StringComparison.Ordinal);
        File.WriteAllText(data, $"{text[..place]}\n200,abc,3{text[place..]}");
        Run run = Shard(data, 0, 1);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Matches(@"from byte \d+ on, line \d+: 'abc'", run.Error);
        int from = int.Parse(
            run.Error.Split("from byte ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
        int line = int.Parse(run.Error.Split(", line ")[1].Split(':')[0], CultureInfo.InvariantCulture);
        Assert.StartsWith("200,abc", File.ReadAllText(data)[from..].Split('\n')[line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_leaves_no_part()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // A link to a device that is full stands for the file beside the part.
        Directory.CreateDirectory(Folder);
        string beside = Path.Combine(
            Folder, $"manifest.json.{Environment.MachineName}.{Environment.ProcessId}.tmp");
        File.CreateSymbolicLink(beside, "/dev/full");
        Run run = Shard(Data("even"), 0, 1);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("manifest.json cannot be written: No space left", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder));
    }

    private string Folder => _workspace["job"];

    private string Part(int part) => Path.Combine(Folder, $"part-{part:D6}.part");

    private Run Merge() => Minpack.Run("merge", Folder, "--out", _workspace["merged.csv"]);

    private Run Shard(string data, int shard, int count, double size = 0.004) => Minpack.Run(Job(
        data, "--shard", $"{shard}/{count}", "--part-size", Text(size), "--out", Folder));

    private static string[] Job(string data, params string[] options) =>
        ["fit", data, "--by", "g", "--model", "a*exp(-k*t)", "--start", "a=1,k=1", .. options];

    private string Data(string kind, int groups = Count)
    {
        StringBuilder text = new("g,t,y\n");
        for (int g = 0; g < groups; g++)
        {
            text.Append(Group(g, kind == "uneven" ? 3 + (g * g % 17) : 4, kind == "missing" && g % 5 == 0));
            text.Append(kind == "missing" && g % 3 == 0 ? "# a comment\n\n" : "");
        }

        string path = _workspace["data.csv"];
        File.WriteAllText(path, kind == "crlf" ? text.Replace("\n", "\r\n").ToString() : text.ToString());
        return path;
    }

    private static string Group(int g, int rows, bool isMissing = false) => string.Concat(
        Enumerable.Range(0, rows).Select(t => string.Create(
            CultureInfo.InvariantCulture,
            $"{g},{t},{(isMissing && t != 2 ? "" : Math.Round((1 + (g % 7)) * Math.Exp(-0.3 * t), 3))}\n")));

    private static string Text(double size) => size.ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
