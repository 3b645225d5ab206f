namespace MinpackNet.PackageTests;

/// <summary>The packages that build/pack.sh made.</summary>
internal static class PackageFeed
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "artifacts", "packages");

    public static PackageFile Library { get; } = new("MinpackNet", "nupkg");

    public static PackageFile LibrarySymbols { get; } = new("MinpackNet", "snupkg");

    public static PackageFile Fitting { get; } = new("MinpackNet.Fitting", "nupkg");

    public static PackageFile FittingSymbols { get; } = new("MinpackNet.Fitting", "snupkg");

    public static PackageFile Tool { get; } = new("MinpackNet.Tool", "nupkg");

    public static PackageFile ToolSymbols { get; } = new("MinpackNet.Tool", "snupkg");
}
