namespace MinpackNet.PackageTests;

/// <summary>The package in a project that is built and run where it stands.</summary>
public sealed class BuiltProjectTests(Workshop workshop)
{
    /// <summary>There may be no runtime of the older framework here: the newer one runs its applications too.</summary>
    private static readonly Dictionary<string, string> RollForward = new() { ["DOTNET_ROLL_FORWARD"] = "Major" };

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public void A_project_that_references_the_package_runs(string framework)
    {
        Consumer consumer = workshop.Create("Fit", framework);
        Assert.Equal(Consumer.FitOutput, consumer.Dotnet(["run"], RollForward).SucceededWithoutWarnings().Lines);
        Assert.Equal(
            PackageFeed.Library.Read($"lib/{framework}/MinpackNet.dll"),
            File.ReadAllBytes(Path.Combine(consumer.Folder, "bin", "Debug", framework, "MinpackNet.dll")));
    }

    [Fact]
    public void The_package_comes_from_the_feed_and_from_nowhere_else()
    {
        workshop.Create("Fit").Dotnet(["restore"]).SucceededWithoutWarnings();
        string folder = Path.Combine(workshop.PackageCache, "minpacknet", Repository.Version);
        Assert.Equal(
            File.ReadAllBytes(PackageFeed.Library.FullPath),
            File.ReadAllBytes(Path.Combine(folder, $"minpacknet.{Repository.Version}.nupkg")));
    }
}
