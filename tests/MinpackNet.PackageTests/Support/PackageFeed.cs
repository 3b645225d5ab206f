namespace MinpackNet.PackageTests;

/// <summary>The packages that build/pack.sh made.</summary>
internal static class PackageFeed
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "artifacts", "packages");

    public static PackageFile Library { get; } = new("MinpackNet", "nupkg");

    public static PackageFile LibrarySymbols { get; } = new("MinpackNet", "snupkg");

    public static PackageFile Fitting { get; } = new("MinpackNet.Fitting", "nupkg");

    public static PackageFile FittingSymbols { get; } = new("MinpackNet.Fitting", "snupkg");

    /// <summary>What is installed; it names the packages with the programs.</summary>
    public static PackageFile Tool { get; } = new("MinpackNet.Tool", "nupkg");

    public static PackageFile PortableTool { get; } = new("MinpackNet.Tool.any", "nupkg");

    public static PackageFile PortableToolSymbols { get; } = new("MinpackNet.Tool.any", "snupkg");

    /// <summary>The command compiled ahead of time for this system.</summary>
    public static PackageFile ToolHere { get; } = new($"MinpackNet.Tool.{RuntimeIdentifiers.Here}", "nupkg");
}
