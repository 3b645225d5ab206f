namespace MinpackNet.Cli.Tests;

/// <summary>
/// One decay as forty-eight programs and instruments write it, with the options that people need to add, if any.
/// </summary>
public sealed class ProgramFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "tables");

    public static TheoryData<string, string, string> Files
    {
        get
        {
            TheoryData<string, string, string> files = [];
            string[] lines = File.ReadAllLines(Path.Combine(Folder, "index.tsv"));
            foreach (string[] file in lines.Skip(1).Select(line => line.Split('\t')))
            {
                files.Add(file[0], file[1], file[2]);
            }

            return files;
        }
    }

    [Fact]
    public void All_files_are_in_the_index() => Assert.Equal(
        Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)!).Order(),
        Files.Select(file => file.Data.Item1).Order());

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_read_as_its_program_means_it(string file, string program, string options)
    {
        Run run = Minpack.Run(
        [
            "fit", Path.Combine(Folder, file), "--model", "a*exp(-b*x)", "--start", "a=4,b=0.4", "--json",
            .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(option => option.Trim('"')),
        ]);
        Assert.True(run.ExitCode == ExitCode.Success, $"{program}: {run.Error}");
        Assert.Equal([5.07, 0.497], run.Estimates.Select(value => Math.Round(value, 3)));
    }
}
