using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MinpackNet.Cli;

/// <summary>
/// What a folder of parts is of: written by the first process, and compared by all others, so that the parts of two
/// jobs cannot mix.
/// </summary>
/// <param name="Format">The version of this document.</param>
/// <param name="Program">The version of the command; another one may give other last digits.</param>
/// <param name="Platform">The kind of machine; the same.</param>
/// <param name="Problem">Model and options, without the name of the data.</param>
/// <param name="PartSize">The size of a part in MiB.</param>
/// <param name="Columns">The columns of the results.</param>
/// <param name="Inputs">The files.</param>
internal sealed record JobManifest(
    int Format,
    string Program,
    string Platform,
    JsonObject Problem,
    double PartSize,
    IReadOnlyList<string> Columns,
    IReadOnlyList<JobInput> Inputs)
{
    public const string FileName = "manifest.json";

    private const int ThisFormat = 1;

    /// <summary>The number of parts.</summary>
    [JsonIgnore]
    public int PartCount => Inputs.Sum(input => input.Parts);

    /// <summary>What each part has of it.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(ToBytes()));

    /// <param name="request">The job.</param>
    /// <param name="plan">Its parts.</param>
    /// <param name="columns">The columns of the results.</param>
    public static JobManifest Of(FitRequest request, ShardPlan plan, IReadOnlyList<string> columns)
    {
        JsonObject problem = (JsonObject)request.Problem.DeepClone();
        problem.Remove("data");
        return new(
            ThisFormat,
            typeof(JobManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                .InformationalVersion,
            RuntimeInformation.RuntimeIdentifier,
            problem,
            request.Shard!.PartSize,
            columns,
            plan.Inputs);
    }

    /// <summary>Reads that of a folder; null if there is none.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static JobManifest? In(string folder)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            JobManifest? manifest =
                JsonSerializer.Deserialize(File.ReadAllBytes(path), ShardJsonContext.Default.JobManifest);
            return manifest is not null && manifest.Format != ThisFormat
                ? throw new InputException(
                    $"{path}: this is the manifest of another version of minpack. Take that version, or another "
                    + "folder.")
                : manifest?.Inputs.Count > 0 && manifest.Inputs.All(input => input.IsCutBy(manifest.PartSize))
                ? manifest
                : throw NotAsWritten(path);
        }
        catch (JsonException)
        {
            throw NotAsWritten(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }
    }

    /// <summary>Writes it where there is none, and compares it where there is one.</summary>
    /// <exception cref="InputException">The folder has the parts of another job.</exception>
    public void Claim(string folder)
    {
        if (In(folder) is null)
        {
            JobFile.Write(folder, FileName, ToBytes());
        }

        JobManifest there = In(folder)!;
        if (DifferenceFrom(there) is { } difference)
        {
            throw new InputException(
                $"--out: {folder} has the parts of another job: {difference}. Give another folder, or remove this "
                + "one.");
        }
    }

    private static InputException NotAsWritten(string path) => new(
        $"{path}: this is not as it was written. Remove it and run any shard again: that writes it anew, and the parts "
        + "of the job stay.");

    private byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ShardJsonContext.Readable.JobManifest);

    /// <summary>What is different, in words; null for nothing.</summary>
    private string? DifferenceFrom(JobManifest there)
    {
        (string What, JsonNode? Here, JsonNode? There)[] values =
        [
            ("the version of minpack", Program, there.Program),
            ("the platform", Platform, there.Platform),
            .. Problem.Select(option => option.Key).Union(there.Problem.Select(option => option.Key))
                .Select(name => ($"--{name}", Problem[name], there.Problem[name])),
            (Shard.SizeName, PartSize, there.PartSize),
            ("the list of files", NamesOf(Inputs), NamesOf(there.Inputs)),
            .. Inputs.Zip(there.Inputs, (here, other) =>
                ($"the length of {here.Name}", (JsonNode?)here.Length, (JsonNode?)other.Length)),
            .. Inputs.Zip(there.Inputs, (here, other) =>
                ($"the hash of the first MiB of {here.Name}", (JsonNode?)here.HeadSha256, (JsonNode?)other.HeadSha256)),
            .. Inputs.Zip(there.Inputs, (here, other) =>
                ($"the number of parts of {here.Name}", (JsonNode?)here.Parts, (JsonNode?)other.Parts)),
            ("the list of columns", string.Join(", ", Columns), string.Join(", ", there.Columns)),
        ];
        return values.Where(value => !JsonNode.DeepEquals(value.Here, value.There))
            .Select(value => $"{value.What} is {TextOf(value.There)} there, and {TextOf(value.Here)} here")
            .FirstOrDefault();

        static string NamesOf(IReadOnlyList<JobInput> inputs) => string.Join(", ", inputs.Select(input => input.Name));

        static string TextOf(JsonNode? node) =>
            node is null ? "not given" : PlainText.Brief(node.ToJsonString(ShardJsonContext.OneLine.Options));
    }
}
