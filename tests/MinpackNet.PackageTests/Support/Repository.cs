using System.Xml.Linq;

namespace MinpackNet.PackageTests;

/// <summary>The working copy that the packages were made from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The one home of the version: VersionPrefix in Directory.Build.props.</summary>
    public static string Version { get; } =
        XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants("VersionPrefix").Single().Value;

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MinpackNet.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds MinpackNet.sln.");
    }
}
