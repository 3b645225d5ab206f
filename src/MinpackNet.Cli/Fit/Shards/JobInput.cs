namespace MinpackNet.Cli;

/// <summary>A file of a job.</summary>
/// <param name="Name">Its name, without the folder, which may differ from machine to machine.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="HeadSha256">The hash of its first MiB; each part has that of its own bytes.</param>
/// <param name="Parts">The number of its parts.</param>
internal sealed record JobInput(string Name, long Length, string HeadSha256, int Parts)
{
    /// <summary>Whether a file of this length may have so many parts.</summary>
    public bool IsCutBy(double partSize) =>
        Shard.BytesOf(partSize) is > 0 and var size && Parts >= 1 && Parts <= Shard.CountOf(Length, size);
}
