namespace MinpackNet.PackageTests;

/// <summary>The package in an application compiled ahead of time.</summary>
public sealed class NativeAotTests(Workshop workshop)
{
    /// <summary>net9.0 uses the assembly of lib/net8.0.</summary>
    public static TheoryData<string> Frameworks => ["net10.0", "net9.0"];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public void An_application_compiled_ahead_of_time_runs_without_warnings_and_without_the_assembly(string framework)
    {
        Consumer consumer = workshop.Create("Fit", framework);
        consumer.Publish("PublishAot=true", "TrimmerSingleWarn=false", $"RuntimeIdentifier={RuntimeIdentifiers.Here}");
        Assert.Equal(Consumer.FitOutput, consumer.RunPublished().Succeeded().Lines);
        Assert.Equal([RuntimeIdentifiers.FileName(RuntimeIdentifiers.Here)], consumer.PublishedNativeFiles());
        Assert.DoesNotContain("MinpackNet.dll", consumer.PublishedFiles());

        // Without its native library it fails in the same words as any other form.
        File.Delete(Path.Combine(consumer.Output, RuntimeIdentifiers.FileName(RuntimeIdentifiers.Here)));
        CommandResult failed = consumer.RunPublished();
        Assert.NotEqual(0, failed.ExitCode);
        Assert.Contains("MinpackNet.NativeLibraryException", failed.StandardError, StringComparison.Ordinal);
        Assert.Contains(consumer.Output, failed.StandardError, StringComparison.Ordinal);
    }
}
