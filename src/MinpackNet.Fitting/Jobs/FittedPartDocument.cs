using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MinpackNet.Fitting;

/// <summary>The results of a part as they travel.</summary>
internal sealed record FittedPartDocument
{
    public const int ThisFormat = 1;

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

    /// <summary>The document with its digest, the same for the same results.</summary>
    public string ToJson()
    {
        string rest = JsonSerializer.Serialize(
            this with { Sha256 = null }, JobJsonContext.OneLine.FittedPartDocument);
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rest)));
        return $"{rest.AsSpan(0, rest.Length - 1)},\"sha256\":\"{digest}\"}}";
    }
}
