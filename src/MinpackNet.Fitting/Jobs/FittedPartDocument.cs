using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MinpackNet.Fitting;

/// <summary>The results of a part as they travel.</summary>
internal sealed record FittedPartDocument
{
    public const int ThisFormat = 1;

    private const string DigestMember = ",\"sha256\":";

    public int Format { get; init; } = ThisFormat;

    /// <summary>The version of the library that ran it.</summary>
    public required string Library { get; init; }

    /// <summary>The digest of the job.</summary>
    public required string Job { get; init; }

    public required FitPart Part { get; init; }

    public required FitColumns Fits
    {
        get;
        init => field = value ?? throw new JsonException("The results have no fits.");
    }

    /// <summary>The digest of the text without it; null until then.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Whether a text is as <see cref="ToJson"/> wrote it, by its digest.</summary>
    public static bool IsWhole(string json) =>
        json.LastIndexOf(DigestMember, StringComparison.Ordinal) is >= 0 and var end
        && WithDigest(json[..end] + '}') == json.TrimEnd();

    /// <summary>The document and its digest, the same for the same results.</summary>
    public string ToJson() =>
        WithDigest(JsonSerializer.Serialize(this, JobJsonContext.OneLine.FittedPartDocument));

    private static string WithDigest(string rest)
    {
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rest)));
        return $"{rest.AsSpan(0, rest.Length - 1)}{DigestMember}\"{digest}\"}}";
    }
}
