using System.Xml.Linq;

namespace MinpackNet.Architecture.Tests;

/// <summary>Which project may reference which.</summary>
public sealed class ProjectReferenceTests
{
    public static TheoryData<string> TestProjects => [.. ProjectsUnder("tests")];

    [Fact]
    public void Every_project_has_rules() => Assert.Equal(
        ProjectsUnder("src"), Architecture.Projects.Select(rules => rules.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(LayerTests.Projects), MemberType = typeof(LayerTests))]
    public void A_project_references_only_those_it_may_use(string project) => Assert.Subset(
        Architecture.Projects.Single(rules => rules.Name == project).Uses.ToHashSet(),
        ReferencesOf("src", project).Select(Path.GetFileNameWithoutExtension).ToHashSet()!);

    [Theory]
    [MemberData(nameof(TestProjects))]
    public void Tests_reference_no_executable_but_the_one_they_test(string project)
    {
        IEnumerable<string?> executables =
            ReferencesOf("tests", project).Where(IsExecutable).Select(Path.GetFileNameWithoutExtension);
        Assert.All(executables, executable => Assert.Equal(project, $"{executable}.Tests"));
    }

    private static IEnumerable<string> ProjectsUnder(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> ReferencesOf(string folder, string project)
    {
        string file = Directory.EnumerateFiles(
            Path.Combine(Repository.Root, folder), $"{project}.csproj", SearchOption.AllDirectories).Single();
        return XDocument.Load(file).Descendants("ProjectReference").Select(item => Path.GetFullPath(
            ((string)item.Attribute("Include")!).Replace('\\', '/'), Path.GetDirectoryName(file)!));
    }

    private static bool IsExecutable(string project) =>
        XDocument.Load(project).Descendants("OutputType").Any(item => item.Value.Trim() == "Exe");
}
