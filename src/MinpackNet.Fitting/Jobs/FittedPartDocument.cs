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
}
