using System.Text.RegularExpressions;

namespace MinpackNet.PackageTests;

/// <summary>Which native files an application gets for which runtime identifier.</summary>
public sealed class PublishTests(Workshop workshop)
{
    [Theory]
    [MemberData(nameof(RuntimeIdentifiers.Each), MemberType = typeof(RuntimeIdentifiers))]
    public void An_application_for_one_identifier_gets_the_native_file_of_that_one_alone(string rid)
    {
        Consumer consumer = workshop.Create("Fit");

        // The launcher comes with the SDK, not with this package, and not for every identifier.
        consumer.Publish("UseAppHost=false", "SelfContained=false", $"RuntimeIdentifier={rid}");
        string file = RuntimeIdentifiers.FileName(rid);
        Assert.Equal([file], consumer.PublishedNativeFiles());
        Assert.Equal(
            PackageFeed.Library.Read(RuntimeIdentifiers.Entry(rid)),
            File.ReadAllBytes(Path.Combine(consumer.Output, file)));
    }

    [Fact]
    public void A_portable_application_gets_all_native_files_and_runs()
    {
        Consumer consumer = workshop.Create("Fit");
        consumer.Publish();
        Assert.Equal(RuntimeIdentifiers.All.Select(RuntimeIdentifiers.Entry), consumer.PublishedNativeFiles());
        Assert.Equal(Consumer.FitOutput, consumer.RunPublished().Succeeded().Lines);
    }

    [Theory]
    [InlineData("linux-x86", "MinpackNet")]
    [InlineData("linux-mips64", "MinpackNet.Fitting")]
    [InlineData("freebsd-x64", "MinpackNet")]
    [InlineData("illumos-x64", "MinpackNet.Fitting")]
    public void An_identifier_without_a_native_file_warns_and_names_those_with_one(string rid, string package)
    {
        Consumer consumer = workshop.Create(package == "MinpackNet" ? "Fit" : "Fitted", package: package);
        CommandResult result = consumer.Dotnet(
            [
                "build", $"-p:RuntimeIdentifier={rid}", "-p:UseAppHost=false", "-p:SelfContained=false",
                "-p:TreatWarningsAsErrors=false",
            ]).Succeeded();
        Match warning = Regex.Match(
            result.StandardOutput,
            $@"warning MINPACK005: MinpackNet has no native library for {rid}\. There is one for: ([^.]+)\.");
        Assert.Equal(RuntimeIdentifiers.All, warning.Groups[1].Value.Split(", ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_native_file_that_the_application_leaves_out_is_no_missing_one()
    {
        Consumer consumer = workshop.Create("Fit");
        string project = Path.Combine(consumer.Folder, $"{Consumer.Name}.csproj");
        string text = File.ReadAllText(project);
        string without = text.Replace("Version=", "ExcludeAssets=\"native\" Version=", StringComparison.Ordinal);
        File.WriteAllText(project, without);
        consumer.Publish("UseAppHost=false", "SelfContained=false", $"RuntimeIdentifier={RuntimeIdentifiers.Here}");
        Assert.Empty(consumer.PublishedNativeFiles());
    }
}
