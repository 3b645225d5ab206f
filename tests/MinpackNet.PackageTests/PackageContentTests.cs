using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace MinpackNet.PackageTests;

/// <summary>What is in the library's package, and what is not.</summary>
public sealed class PackageContentTests
{
    private static readonly string[] Frameworks = ["net10.0", "net8.0"];

    public static TheoryData<string> Assemblies => ["lib/net10.0/MinpackNet.dll", "lib/net8.0/MinpackNet.dll"];

    public static TheoryData<string> Binaries =>
        [.. Assemblies, .. RuntimeIdentifiers.All.Select(RuntimeIdentifiers.Entry)];

    [Fact]
    public void The_package_holds_two_assemblies_with_documentation_ten_native_files_and_five_papers()
    {
        string[] expected =
        [
            "MinpackNet.nuspec", "PORTING.md", "README.md", "THIRD-PARTY-NOTICES.md",
            "buildTransitive/MinpackNet.targets", "icon.png",
            .. Frameworks.Select(framework => $"lib/{framework}/MinpackNet.dll"),
            .. Frameworks.Select(framework => $"lib/{framework}/MinpackNet.xml"),
            .. RuntimeIdentifiers.All.Select(RuntimeIdentifiers.Entry),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), PackageFeed.Library.Entries());
    }

    [Fact]
    public void The_readme_is_the_package_s_own_and_the_guide_travels_with_it()
    {
        string folder = Path.Combine(Repository.Root, "src", "MinpackNet");
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder, "README.md")), PackageFeed.Library.Read("README.md"));
        Assert.Equal(File.ReadAllBytes(Path.Combine(folder, "PORTING.md")), PackageFeed.Library.Read("PORTING.md"));
    }

    [Fact]
    public void The_metadata_name_the_version_of_the_repository_and_the_MIT_license()
    {
        XElement metadata = PackageFeed.Library.Metadata();
        Assert.Equal("MinpackNet", metadata.Element("id")?.Value);
        Assert.Equal(Repository.Version, metadata.Element("version")?.Value);
        Assert.Equal("expression", metadata.Element("license")?.Attribute("type")?.Value);
        Assert.Equal("MIT", metadata.Element("license")?.Value);
        Assert.Equal("README.md", metadata.Element("readme")?.Value);
        Assert.Equal("icon.png", metadata.Element("icon")?.Value);
        Assert.NotEqual("", metadata.Element("description")?.Value);
    }

    [Fact]
    public void The_package_depends_on_no_other()
    {
        XElement metadata = PackageFeed.Library.Metadata();
        Assert.Equal(
            Frameworks, metadata.Descendants("group").Select(group => (string?)group.Attribute("targetFramework")));
        Assert.Empty(metadata.Descendants("dependency"));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_assembly_refers_to_nothing_but_dotnet_itself(string entry)
    {
        using PEReader assembly = new(new MemoryStream(PackageFeed.Library.Read(entry)));
        MetadataReader metadata = assembly.GetMetadataReader();
        Assert.All(
            metadata.AssemblyReferences.Select(metadata.GetAssemblyReference),
            reference => Assert.StartsWith("System.", metadata.GetString(reference.Name), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_assembly_has_the_version_of_the_repository(string entry)
    {
        using PEReader assembly = new(new MemoryStream(PackageFeed.Library.Read(entry)));
        Assert.Equal(
            Repository.Version, assembly.GetMetadataReader().GetAssemblyDefinition().Version.ToString(fieldCount: 3));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_symbol_package_has_the_symbols_of_the_very_assembly(string entry)
    {
        using PEReader assembly = new(new MemoryStream(PackageFeed.Library.Read(entry)));
        CodeViewDebugDirectoryData wanted = assembly.ReadCodeViewDebugDirectoryData(
            assembly.ReadDebugDirectory().Single(item => item.Type == DebugDirectoryEntryType.CodeView));
        using MetadataReaderProvider symbols = ReadSymbols(entry);
        Assert.Equal(wanted.Guid, new BlobContentId(symbols.GetMetadataReader().DebugMetadataHeader!.Id).Guid);
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_documentation_describes_the_public_types(string entry)
    {
        using MemoryStream stream = new(PackageFeed.Library.Read(Path.ChangeExtension(entry, ".xml")));
        HashSet<string?> names =
            [.. XDocument.Load(stream).Descendants("member").Select(member => (string?)member.Attribute("name"))];
        Assert.Contains("T:MinpackNet.Optimize", names);
        Assert.Contains("T:MinpackNet.LeastSquares", names);
        Assert.Contains("T:MinpackNet.NativeLibraryException", names);
    }

    [Theory]
    [MemberData(nameof(Binaries))]
    public void No_binary_tells_where_it_was_built(string entry) =>
        Assert.False(PackageFeed.Library.HoldsTheBuildFolder(entry));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_symbols_tell_no_folder_of_the_sources(string entry)
    {
        using MetadataReaderProvider symbols = ReadSymbols(entry);
        MetadataReader metadata = symbols.GetMetadataReader();
        Assert.All(
            metadata.Documents.Select(metadata.GetDocument),
            document => Assert.StartsWith("/_/", metadata.GetString(document.Name), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("linux-x64", "ELF 3E")]
    [InlineData("linux-musl-x64", "ELF 3E")]
    [InlineData("linux-arm64", "ELF B7")]
    [InlineData("linux-musl-arm64", "ELF B7")]
    [InlineData("linux-arm", "ELF 28")]
    [InlineData("linux-s390x", "ELF 16")]
    [InlineData("linux-ppc64le", "ELF 15")]
    [InlineData("linux-riscv64", "ELF F3")]
    [InlineData("linux-loongarch64", "ELF 102")]
    [InlineData("android-x64", "ELF 3E")]
    [InlineData("android-arm64", "ELF B7")]
    [InlineData("win-x64", "PE 8664")]
    [InlineData("win-x86", "PE 14C")]
    [InlineData("win-arm64", "PE AA64")]
    [InlineData("osx-x64", "Mach-O 1000007")]
    [InlineData("osx-arm64", "Mach-O 100000C")]
    public void Each_native_file_is_for_the_machine_that_its_folder_names(string rid, string machine) => Assert.Equal(
        machine, NativeFile.Machine(PackageFeed.Library.Read(RuntimeIdentifiers.Entry(rid))));

    private static MetadataReaderProvider ReadSymbols(string assemblyEntry) =>
        MetadataReaderProvider.FromPortablePdbStream(
            new MemoryStream(PackageFeed.LibrarySymbols.Read(Path.ChangeExtension(assemblyEntry, ".pdb"))));
}
