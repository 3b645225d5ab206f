using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MinpackNet.Architecture.Tests;

/// <summary>Each room of a project uses only the rooms below it.</summary>
public sealed class LayerTests
{
    public static TheoryData<string> Projects => [.. Architecture.Projects.Select(rules => rules.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Nothing_points_upward(string project)
    {
        SourceProject source = SourceProject.Of(project);
        AssertEmpty(References.Upward(source.Rules, source.Compilation));
    }

    /// <summary>What the compiler does not understand, the search for references does not see.</summary>
    /// <remarks>And a project that uses what it must not, or what is internal to another, does not compile.</remarks>
    [Theory]
    [MemberData(nameof(Projects))]
    public void The_sources_compile_with_the_public_members_of_the_projects_below(string project) => AssertEmpty(
        SourceProject.Of(project).Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(item => item.Severity == DiagnosticSeverity.Error));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_folders_are_the_rooms(string project)
    {
        SourceProject source = SourceProject.Of(project);
        IEnumerable<string> rooms =
            source.Compilation.SyntaxTrees.Select(SourceProject.RoomOf).OfType<string>().Distinct();
        Assert.Equal(source.Rules.Rooms.Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_the_border_is_unsafe(string project) => AssertEmpty(
        from file in SourceProject.Of(project).Compilation.SyntaxTrees
        where SourceProject.RoomOf(file) is { } room && room != Architecture.Border
        from token in file.GetRoot().DescendantTokens()
        where token.IsKind(SyntaxKind.UnsafeKeyword)
        select $"{file.FilePath}:{token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: unsafe");

    /// <summary>A using of the border's namespace tells who touches it, so those who must not have none.</summary>
    [Fact]
    public void No_room_below_the_border_names_it() => AssertEmpty(
        from file in SourceProject.Of("MinpackNet").Compilation.SyntaxTrees
        where SourceProject.RoomOf(file) is { } room
            && SourceProject.Of("MinpackNet").Rules.Height(room)
                < SourceProject.Of("MinpackNet").Rules.Height(Architecture.Border)
        from use in file.GetRoot().DescendantNodes().OfType<UsingDirectiveSyntax>()
        where use.NamespaceOrType.ToString() == $"MinpackNet.{Architecture.Border}"
        select $"{file.FilePath}:{use.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {use}");

    [Fact]
    public void The_namespace_of_the_border_holds_nothing_public()
    {
        INamespaceSymbol root = SourceProject.Of("MinpackNet").Compilation.Assembly.GlobalNamespace;
        INamespaceSymbol border = root.GetNamespaceMembers().Single(item => item.Name == "MinpackNet")
            .GetNamespaceMembers().Single(item => item.Name == Architecture.Border);
        Assert.NotEmpty(border.GetTypeMembers());
        AssertEmpty(border.GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public));
    }

    private static void AssertEmpty<T>(IEnumerable<T> found)
    {
        string all = string.Join('\n', found.Select(item => item!.ToString()));
        Assert.True(all.Length == 0, all); // in full: a comparison would shorten it
    }
}
