namespace MinpackNet.PackageTests;

/// <summary>The package in a framework-dependent single file.</summary>
public sealed class SingleFileTests(Workshop workshop)
{
    [Fact]
    public void A_single_file_runs_with_the_native_library_beside_it()
    {
        Consumer consumer = Publish();
        Assert.Equal(Consumer.FitOutput, consumer.RunPublished().Succeeded().Lines);
        Assert.Contains(RuntimeIdentifiers.FileName(RuntimeIdentifiers.Here), consumer.PublishedFiles());
        Assert.DoesNotContain("MinpackNet.dll", consumer.PublishedFiles());
    }

    [Fact]
    public void A_single_file_runs_with_the_native_library_inside_it()
    {
        Consumer consumer = Publish("IncludeNativeLibrariesForSelfExtract=true");
        Assert.Empty(consumer.PublishedNativeFiles());
        Dictionary<string, string> variables = new()
        {
            ["DOTNET_BUNDLE_EXTRACT_BASE_DIR"] = Path.Combine(consumer.Folder, "extracted"),
        };
        Assert.Equal(Consumer.FitOutput, consumer.RunPublished(variables).Succeeded().Lines);
    }

    private Consumer Publish(params string[] properties)
    {
        Consumer consumer = workshop.Create("Fit");
        consumer.Publish(
            [
                "PublishSingleFile=true",
                "SelfContained=false",
                $"RuntimeIdentifier={RuntimeIdentifiers.Here}",
                .. properties,
            ]);
        return consumer;
    }
}
