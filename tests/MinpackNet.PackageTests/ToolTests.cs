namespace MinpackNet.PackageTests;

/// <summary>The package of the minpack command.</summary>
public sealed class ToolTests(Workshop workshop)
{
    [Fact]
    public void The_installed_command_certifies_the_installation()
    {
        string command = Path.Combine(workshop.InstallTool(), "minpack");
        CommandResult result = CommandLine.Run(command, ["certify"], workshop.Folder).Succeeded();
        Assert.StartsWith("Passed:", result.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(RuntimeIdentifiers.Each), MemberType = typeof(RuntimeIdentifiers))]
    public void The_tool_carries_the_native_file_of_the_library_package(string rid) => Assert.Equal(
        PackageFeed.Library.Read(RuntimeIdentifiers.Entry(rid)),
        PackageFeed.Tool.Read($"tools/net10.0/any/{RuntimeIdentifiers.Entry(rid)}"));

    [Fact]
    public void The_tool_carries_the_assembly_of_the_library_package() => Assert.Equal(
        PackageFeed.Library.Read("lib/net10.0/MinpackNet.dll"),
        PackageFeed.Tool.Read("tools/net10.0/any/MinpackNet.dll"));

    [Fact]
    public void The_tool_does_not_tell_where_it_was_built() =>
        Assert.False(PackageFeed.Tool.HoldsTheBuildFolder("tools/net10.0/any/minpack.dll"));

    [Fact]
    public void The_tool_carries_nothing_unexpected()
    {
        string[] program =
        [
            "CsvHelper.dll", "DotnetToolSettings.xml", "MathNet.Numerics.dll", "MinpackNet.Fitting.dll",
            "MinpackNet.dll",
            "MinpackNet.Nist.dll", "MinpackNet.Nist.pdb", "MinpackNet.Nist.xml",
            "OxyPlot.dll", "Spectre.Console.Ansi.dll", "Spectre.Console.dll", "System.CommandLine.dll",
            "minpack.deps.json", "minpack.dll", "minpack.pdb", "minpack.runtimeconfig.json", "minpack.xml",
            .. RuntimeIdentifiers.All.Select(RuntimeIdentifiers.Entry),
        ];
        string[] expected =
        [
            "MinpackNet.Tool.nuspec", "README.md", "THIRD-PARTY-NOTICES.md", "icon.png",
            .. program.Select(file => $"tools/net10.0/any/{file}"),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), PackageFeed.Tool.Entries());
    }

    [Fact]
    public void The_tool_has_the_version_of_the_repository_the_MIT_license_and_symbols()
    {
        Assert.Equal(Repository.Version, PackageFeed.Tool.Metadata().Element("version")?.Value);
        Assert.Equal("MIT", PackageFeed.Tool.Metadata().Element("license")?.Value);
        Assert.Contains("tools/net10.0/any/minpack.pdb", PackageFeed.ToolSymbols.Entries());
    }
}
