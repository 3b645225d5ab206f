namespace MinpackNet.PackageTests;

/// <summary>The package below a library: application, library, package.</summary>
public sealed class TransitiveTests(Workshop workshop)
{
    [Theory]
    [InlineData("MinpackNet")]
    [InlineData("MinpackNet.Fitting")]
    public void An_application_over_a_library_that_uses_the_package_gets_the_native_file_and_runs(string package)
    {
        Consumer consumer = Create(package);
        consumer.Publish("SelfContained=false", $"RuntimeIdentifier={RuntimeIdentifiers.Here}");
        Assert.Equal([RuntimeIdentifiers.FileName(RuntimeIdentifiers.Here)], consumer.PublishedNativeFiles());
        Assert.Equal(["5.069822 0.497049"], consumer.RunPublished().Succeeded().Lines);
    }

    [Fact]
    public void A_portable_one_gets_all_native_files()
    {
        Consumer consumer = Create("MinpackNet");
        consumer.Publish();
        Assert.Equal(RuntimeIdentifiers.All.Select(RuntimeIdentifiers.Entry), consumer.PublishedNativeFiles());
        Assert.Equal(["5.069822 0.497049"], consumer.RunPublished().Succeeded().Lines);
    }

    private Consumer Create(string package) => workshop.CreateOver("Decay", "DecayLibrary", package);
}
