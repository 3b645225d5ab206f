namespace MinpackNet.PackageTests;

/// <summary>An application whose native library can be taken away or exchanged; published once for a class.</summary>
public sealed class BrokenApplication
{
    private readonly Consumer _consumer;

    public BrokenApplication(Workshop workshop)
    {
        ArgumentNullException.ThrowIfNull(workshop);
        _consumer = workshop.Create("EveryDoor");
        _consumer.Publish("SelfContained=false", $"RuntimeIdentifier={RuntimeIdentifiers.Here}");
    }

    internal string Folder => _consumer.Output;

    internal string NativeFile => Path.Combine(Folder, RuntimeIdentifiers.FileName(RuntimeIdentifiers.Here));

    internal byte[] Intact { get; } = PackageFeed.Library.Read(RuntimeIdentifiers.Entry(RuntimeIdentifiers.Here));

    /// <summary>
    /// Runs the application with other bytes in the place of its native library, or none, and tells what came out of
    /// each door.
    /// </summary>
    internal DoorReport[] RunWith(byte[]? content, IReadOnlyDictionary<string, string>? variables = null)
    {
        File.Delete(NativeFile);
        if (content is not null)
        {
            File.WriteAllBytes(NativeFile, content);
        }

        return
        [
            .. _consumer.RunPublished(variables).Succeeded().StandardOutput
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.TrimEnd('\r').Split('\t'))
                .Select(fields => new DoorReport(fields[0], fields[1], fields[2])),
        ];
    }
}
