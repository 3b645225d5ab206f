namespace MinpackNet.PackageTests;

/// <summary>The package in a self-contained, trimmed application.</summary>
public sealed class TrimmedTests(Workshop workshop)
{
    [Fact]
    public void A_trimmed_application_runs_and_trimming_finds_nothing_to_warn_of()
    {
        Consumer consumer = workshop.Create("Fit");
        consumer.Publish(
            "PublishTrimmed=true",
            "SelfContained=true",
            "TrimmerSingleWarn=false",
            $"RuntimeIdentifier={RuntimeIdentifiers.Here}");
        Assert.Equal(Consumer.FitOutput, consumer.RunPublished().Succeeded().Lines);
        Assert.True(
            new FileInfo(Path.Combine(consumer.Output, "MinpackNet.dll")).Length
                < PackageFeed.Library.Read("lib/net10.0/MinpackNet.dll").Length,
            "MinpackNet.dll was not trimmed.");
    }
}
