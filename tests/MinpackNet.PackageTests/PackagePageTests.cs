using System.Text.RegularExpressions;

namespace MinpackNet.PackageTests;

/// <summary>A new user with an empty folder and the page of a package as the only text.</summary>
public sealed partial class PackagePageTests(Workshop workshop)
{
    private static readonly Dictionary<string, (string Block, string File)> Languages = new()
    {
        ["C#"] = ("csharp", "Program.cs"),
        ["F#"] = ("fsharp", "Program.fs"),
        ["VB"] = ("vb", "Program.vb"),
    };

    [Theory]
    [InlineData("MinpackNet", "C#")]
    [InlineData("MinpackNet", "F#")]
    [InlineData("MinpackNet", "VB")]
    [InlineData("MinpackNet.Fitting", "C#")]
    [InlineData("MinpackNet.Fitting", "F#")]
    [InlineData("MinpackNet.Fitting", "VB")]
    public void The_first_program_of_the_page_prints_what_the_page_shows(string id, string language)
    {
        PackagePage page = new(new PackageFile(id, "nupkg"));
        (string block, string file) = Languages[language];
        string folder = workshop.NewFolder();
        workshop.Dotnet(folder, ["new", "console", "--language", language, "--no-restore"]).Succeeded();

        // The command of the page, on packages that are not on nuget.org yet.
        string command = page.Blocks("").Single().Trim();
        workshop.Dotnet(folder, [.. command.Split(' ')[1..], "--version", Repository.Version]).Succeeded();
        File.WriteAllText(Path.Combine(folder, file), page.Blocks(block)[0]);
        string printed = workshop.Dotnet(folder, ["run"]).SucceededWithoutWarnings().StandardOutput;
        Assert.Equal(page.Blocks("text")[0].TrimEnd(), printed.ReplaceLineEndings("\n").TrimEnd());
    }

    [Theory]
    [InlineData("MinpackNet")]
    [InlineData("MinpackNet.Fitting")]
    [InlineData("MinpackNet.Tool")]
    public void A_page_has_no_link_or_picture_that_would_not_work_outside_the_repository(string id)
    {
        string text = new PackagePage(new PackageFile(id, "nupkg")).Text;
        Assert.DoesNotMatch(RelativeLink(), text);
        Assert.Contains(".NET 8", text, StringComparison.Ordinal);
        Assert.Contains(".NET Framework or Unity", text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\]\((?!https://)|<(img|a) ")]
    private static partial Regex RelativeLink();
}
