using System.Xml.Linq;

namespace MinpackNet.PackageTests;

/// <summary>The package of the library for curve fits.</summary>
public sealed class FittingPackageTests(Workshop workshop)
{
    private static readonly string[] Frameworks = ["net10.0", "net8.0"];

    /// <summary>What the program Fitted prints, in whatever form it is built.</summary>
    private static readonly string[] Output =
        [.. new[] { "lambda", "generic", "formula" }.Select(model => $"{model} {Numbers}")];

    private const string Numbers = "5.069822 0.497049 +- 0.052436 0.009575, t 5.2154";

    /// <summary>There may be no runtime of the older framework here: the newer one runs its applications too.</summary>
    private static readonly Dictionary<string, string> RollForward = new() { ["DOTNET_ROLL_FORWARD"] = "Major" };

    [Fact]
    public void The_package_holds_two_assemblies_with_documentation_and_three_papers()
    {
        string[] expected =
        [
            "MinpackNet.Fitting.nuspec", "README.md", "THIRD-PARTY-NOTICES.md", "icon.png",
            .. Frameworks.Select(framework => $"lib/{framework}/MinpackNet.Fitting.dll"),
            .. Frameworks.Select(framework => $"lib/{framework}/MinpackNet.Fitting.xml"),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), PackageFeed.Fitting.Entries());
        Assert.Contains("lib/net10.0/MinpackNet.Fitting.pdb", PackageFeed.FittingSymbols.Entries());
    }

    [Fact]
    public void The_metadata_name_the_version_of_the_repository_and_the_MIT_license()
    {
        XElement metadata = PackageFeed.Fitting.Metadata();
        Assert.Equal("MinpackNet.Fitting", metadata.Element("id")?.Value);
        Assert.Equal(Repository.Version, metadata.Element("version")?.Value);
        Assert.Equal("MIT", metadata.Element("license")?.Value);
        Assert.Equal("README.md", metadata.Element("readme")?.Value);
        Assert.Equal("icon.png", metadata.Element("icon")?.Value);
        Assert.NotEqual("", metadata.Element("description")?.Value);
    }

    [Fact]
    public void The_package_depends_on_the_library_and_on_MathNet_alone()
    {
        IEnumerable<XElement> groups = PackageFeed.Fitting.Metadata().Descendants("group");
        Assert.Equal(Frameworks, groups.Select(group => (string?)group.Attribute("targetFramework")));
        Assert.All(groups, group => Assert.Equal(
            [("MinpackNet", Repository.Version), ("MathNet.Numerics", "5.0.0")],
            group.Elements("dependency").Select(d => ((string?)d.Attribute("id"), (string?)d.Attribute("version")))));
    }

    [Theory]
    [InlineData("lib/net10.0/MinpackNet.Fitting.dll")]
    [InlineData("lib/net8.0/MinpackNet.Fitting.dll")]
    public void No_assembly_tells_where_it_was_built(string entry) =>
        Assert.False(PackageFeed.Fitting.HoldsTheBuildFolder(entry));

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public void A_fresh_application_fits_with_every_kind_of_model(string framework)
    {
        Consumer consumer = workshop.Create("Fitted", framework, "MinpackNet.Fitting");
        Assert.Equal(Output, consumer.Dotnet(["run"], RollForward).SucceededWithoutWarnings().Lines);
    }

    [Theory]
    [MemberData(nameof(NativeAotTests.Frameworks), MemberType = typeof(NativeAotTests))]
    public void An_application_compiled_ahead_of_time_fits_and_compiling_finds_nothing_to_warn_of(string framework)
    {
        Consumer consumer = workshop.Create("Fitted", framework, "MinpackNet.Fitting");
        consumer.Publish("PublishAot=true", "TrimmerSingleWarn=false", $"RuntimeIdentifier={RuntimeIdentifiers.Here}");
        Assert.Equal(Output, consumer.RunPublished().Succeeded().Lines);
    }
}
