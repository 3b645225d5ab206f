using System.Text.RegularExpressions;

namespace MinpackNet.Architecture.Tests;

/// <summary>What <c>.editorconfig</c> promises of lines and no compiler checks.</summary>
public sealed class LineTests
{
    private static readonly string[] Folders = ["native", "src", "tests", "build"];
    private static readonly string[] Extensions = [".c", ".h", ".inc", ".cs", ".sh", ".cmake"];

    [Fact]
    public void No_line_is_longer_than_the_editor_configuration_says()
    {
        string config = File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig"));
        int most = int.Parse(Regex.Match(config, @"max_line_length *= *(\d+)").Groups[1].Value);
        string[] files = [.. Folders.SelectMany(Sources)];
        Assert.True(files.Length > 300, $"{files.Length} files");

        string[] tooLong =
        [
            .. from file in files
               from line in File.ReadLines(file).Index()
               where line.Item.EnumerateRunes().Count() > most
               select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1}",
        ];
        Assert.True(tooLong.Length == 0, string.Join('\n', tooLong));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file)));
}
