using System.Text;

namespace MinpackNet.Cli.Tests;

/// <content>Folders of parts that somebody or something has changed.</content>
public sealed partial class ShardTests
{
    [Fact]
    public void A_part_is_whole_or_fitted_again_whatever_bit_has_changed()
    {
        string data = Data("even");
        Shard(data, 0, 1);
        byte[] whole = File.ReadAllBytes(Part(2));
        int head = Array.IndexOf(whole, (byte)'\n');
        for (int place = 0; place < head + 40; place += place < head ? 7 : 1)
        {
            byte[] changed = [.. whole];
            changed[place] ^= 1;
            File.WriteAllBytes(Part(2), changed);
            Assert.Contains("1 of 4 parts is not as written", Merge().Error, StringComparison.Ordinal);
            Assert.Contains("1 of 4 parts written, 3 were there", Shard(data, 0, 1).Output, StringComparison.Ordinal);
            Assert.Equal(whole, File.ReadAllBytes(Part(2)));
        }
    }

    [Fact]
    public void A_merge_names_the_shards_to_run_again()
    {
        string data = Data("even");
        for (int shard = 0; shard < 3; shard++)
        {
            Shard(data, shard, 3, 0.0005);
        }

        foreach (int part in (int[])[1, 4, 8, 9, 10, 13])
        {
            File.Delete(Part(part));
        }

        Assert.Contains(
            "are missing: 1,4,8-10,13. Run again, of 3 shards, 0-2.", Merge().Error, StringComparison.Ordinal);
        Shard(data, 0, 3, 0.0005);
        Shard(data, 2, 3, 0.0005);
        Assert.Contains("are missing: 1,4,10,13. Run again, of 3 shards, 1.", Merge().Error, StringComparison.Ordinal);
        Shard(data, 1, 3, 0.0005);
        Assert.Equal(ExitCode.Success, Merge().ExitCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"format\": 1}")]
    [InlineData("\"parts\": 5")]
    [InlineData("\"parts\": -1")]
    [InlineData("\"parts\": 2147483647")]
    [InlineData("\"partSize\": 0")]
    [InlineData("\"inputs\": null")]
    [InlineData("\"length\": -1")]
    public void A_manifest_that_is_not_as_written_says_how_to_get_it_back(string change)
    {
        string data = Data("even");
        Shard(data, 0, 1);
        string manifest = Path.Combine(Folder, "manifest.json");
        string whole = File.ReadAllText(manifest);
        string name = change.Split(':')[0];
        File.WriteAllText(manifest, name is "" or "{" or "null" or "{\"format\""
            ? change
            : System.Text.RegularExpressions.Regex.Replace(
                whole, name == "\"inputs\"" ? "\"inputs\": (?s:.*)\\]" : $"{name}: [0-9.]+", change));
        foreach (Run run in (Run[])[Merge(), Shard(data, 0, 1)])
        {
            Assert.Equal(ExitCode.Usage, run.ExitCode);
            Assert.Contains("Remove it and run any shard again", run.Error, StringComparison.Ordinal);
        }

        File.Delete(manifest);
        Assert.Contains("0 of 4 parts written", Shard(data, 0, 1).Output, StringComparison.Ordinal);
        Assert.Equal(whole, File.ReadAllText(manifest));
        Assert.Equal(ExitCode.Success, Merge().ExitCode);
    }

    [Fact]
    public void Files_of_a_folder_are_named_by_what_is_wrong_in_them()
    {
        string folder = _workspace["many"];
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "a.csv"), $"g,t,y\n{Group(1, 5)}{Group(2, 5)}");
        File.WriteAllText(Path.Combine(folder, "b.csv"), $"g,t,y\n{Group(3, 5)}{Group(2, 5)}");
        Assert.Equal(ExitCode.Success, Shard(folder, 0, 1).ExitCode);
        Assert.Contains(
            "1 group in two files: '2' (a.csv and b.csv). Give them names of their own",
            Merge().Error,
            StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "README.txt"), "hello, world\n1, 2\n3, 4\n");
        string[] job = Job(folder, "--shard", "0/1", "--out", _workspace["other"]);
        Assert.Contains("README.txt: ", Minpack.Run(job).Error, StringComparison.Ordinal);
    }
}
