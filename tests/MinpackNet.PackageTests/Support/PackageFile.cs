using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace MinpackNet.PackageTests;

/// <summary>One file of the feed, in the version of the repository.</summary>
internal sealed class PackageFile(string id, string extension)
{
    /// <summary>The file's path.</summary>
    /// <exception cref="InvalidOperationException">The package has not been made.</exception>
    public string FullPath
    {
        get
        {
            string name = $"{id}.{Repository.Version}.{extension}";
            string path = Path.Combine(PackageFeed.Folder, name);
            return File.Exists(path)
                ? path
                : throw new InvalidOperationException(
                    $"There is no {name} in artifacts/packages. Run build/pack.sh first, which makes it.");
        }
    }

    /// <summary>The names of the entries, without those that every package has for its own format.</summary>
    public string[] Entries()
    {
        using ZipArchive archive = ZipFile.OpenRead(FullPath);
        return [.. archive.Entries.Select(entry => entry.FullName).Where(IsOwn).Order(StringComparer.Ordinal)];
    }

    public void ExtractTo(string folder) => ZipFile.ExtractToDirectory(FullPath, folder);

    public byte[] Read(string entry)
    {
        using ZipArchive archive = ZipFile.OpenRead(FullPath);
        using Stream stream = (archive.GetEntry(entry)
            ?? throw new InvalidOperationException($"{Path.GetFileName(FullPath)} has no entry {entry}.")).Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Whether the path of the repository stands in an entry.</summary>
    public bool HoldsTheBuildFolder(string entry)
    {
        byte[] content = Read(entry);
        string folder = Repository.Root + Path.DirectorySeparatorChar;
        return content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(folder)) >= 0
            || content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(folder)) >= 0;
    }

    /// <summary>The metadata element of the nuspec, without its namespace.</summary>
    public XElement Metadata()
    {
        using MemoryStream stream = new(Read($"{id}.nuspec"));
        XElement root = XDocument.Load(stream).Root!;
        foreach (XElement element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return root.Element("metadata")!;
    }

    private static bool IsOwn(string name) =>
        name is not ("_rels/.rels" or "[Content_Types].xml") && !name.StartsWith("package/", StringComparison.Ordinal);
}
