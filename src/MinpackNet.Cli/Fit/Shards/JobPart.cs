using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace MinpackNet.Cli;

/// <summary>A part of the results of a job: what it is of on the first line, and a line for each group below.</summary>
/// <param name="Part">Its number.</param>
/// <param name="Shards">How many shards there were when it was written.</param>
/// <param name="Job">The hash of the manifest: parts of another job may be copied into a folder.</param>
/// <param name="Input">The name of the file.</param>
/// <param name="From">The first byte of it.</param>
/// <param name="To">Behind the last byte.</param>
/// <param name="InputSha256">The hash of these bytes.</param>
/// <param name="Groups">The number of groups.</param>
/// <param name="Rows">The number of their rows.</param>
/// <param name="Converged">The number of fits that converged.</param>
/// <param name="Troubled">The number of those that did not or have a message.</param>
/// <param name="Sha256">The hash of all the rest.</param>
internal sealed record JobPart(
    int Part,
    int Shards,
    string Job,
    string Input,
    long From,
    long To,
    string InputSha256,
    int Groups,
    long Rows,
    int Converged,
    int Troubled,
    string Sha256)
{
    private const string Ending = ".part";

    /// <summary>The file of a part.</summary>
    public static string NameOf(int part) => string.Create(CultureInfo.InvariantCulture, $"part-{part:D6}{Ending}");

    /// <summary>A part that is not fitted yet.</summary>
    /// <param name="part">Its number.</param>
    /// <param name="shards">The number of shards.</param>
    /// <param name="job">The hash of the manifest.</param>
    /// <param name="input">What it is of.</param>
    public static JobPart Of(int part, int shards, string job, FilePart input) => new(
        part, shards, job, Path.GetFileName(input.Path), input.From, input.To, input.Sha256(), 0, 0, 0, 0, Sha256: "");

    /// <summary>Whether a file of a folder is a part, finished or not.</summary>
    public static bool IsName(string name) => name.StartsWith("part-", StringComparison.Ordinal);

    /// <summary>Writes it as a whole.</summary>
    /// <param name="folder">The folder of the job.</param>
    /// <param name="lines">The lines.</param>
    public void Write(string folder, ReadOnlySpan<byte> lines) => JobFile.Write(
        folder, NameOf(Part), [.. (this with { Sha256 = HashWith(lines) }).Head(), .. lines]);

    /// <summary>Reads a part, and the lines in it.</summary>
    /// <param name="folder">The folder of the job.</param>
    /// <param name="part">Its number.</param>
    /// <param name="job">The hash of the manifest.</param>
    /// <returns>Null if it is not there, not as it was written, or of another job.</returns>
    public static (JobPart Part, byte[] Lines)? Read(string folder, int part, string job)
    {
        string path = Path.Combine(folder, NameOf(part));
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] content = File.ReadAllBytes(path);
        int end = Array.IndexOf(content, (byte)'\n');
        if (end < 0)
        {
            return null;
        }

        try
        {
            JobPart? head = JsonSerializer.Deserialize(content.AsSpan(0, end), ShardJsonContext.Default.JobPart);
            byte[] lines = content[(end + 1)..];
            return head is not null && head.Part == part && head.Job == job && head.Sha256 == head.HashWith(lines)
                ? (head, lines)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private byte[] Head() =>
        [.. JsonSerializer.SerializeToUtf8Bytes(this, ShardJsonContext.OneLine.JobPart), (byte)'\n'];

    private string HashWith(ReadOnlySpan<byte> lines)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData((this with { Sha256 = "" }).Head());
        hash.AppendData(lines);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
