namespace MinpackNet.Guide.Tests;

/// <summary>
/// The C# in the readmes and in the porting guide does what these say. The rest: build/check-guide.sh.
/// </summary>
public sealed class SnippetTests
{
    private const string Guide = "PORTING.md";

    public static TheoryData<string> Sections =>
        [.. Document.BlocksOf(Guide).Select(block => block.Section).Distinct()];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Each_section_of_the_porting_guide_prints_what_it_shows(string section)
    {
        Block[] blocks = [.. Document.BlocksOf(Guide).Where(block => block.Section == section)];
        Assert.Equal(Document.OutputOf(blocks), SnippetProgram.Run(Guide, Programs(blocks)));
    }

    [Fact]
    public void Every_program_of_the_porting_guide_is_followed_by_its_output()
    {
        Block[] blocks = [.. Document.BlocksOf(Guide)];
        for (int k = 0; k < blocks.Length; k++)
        {
            IEnumerable<Block> after = blocks[k..].TakeWhile(block => block.Section == blocks[k].Section);
            Assert.Contains(after, block => block.Language == "text");
        }
    }

    [Fact]
    public void The_snippets_of_the_readme_run_one_after_the_other()
    {
        Block[] blocks = [.. Document.BlocksOf("README.md")];
        string printed = SnippetProgram.Run("README.md", Programs(blocks));
        Assert.Contains("Certified", printed, StringComparison.Ordinal); // the last of them
        Assert.All(
            blocks.Where(block => block.Language == "text"),
            block => Assert.Contains(block.Text, printed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("MinpackNet.md")]
    [InlineData("MinpackNet.Fitting.md")]
    public void The_page_of_a_package_shows_what_its_programs_print(string page)
    {
        Block[] blocks = [.. Document.BlocksOf(page)];
        string shown = Document.OutputOf(blocks);
        Assert.NotEqual("", shown);
        Assert.Equal(shown, SnippetProgram.Run(page, Programs(blocks)));
    }

    private static Block[] Programs(IEnumerable<Block> blocks) =>
        [.. blocks.Where(block => block.Language == "csharp")];
}
