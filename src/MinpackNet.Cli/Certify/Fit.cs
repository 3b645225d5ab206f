using System.Text.Json.Serialization;
using MinpackNet.Nist;

namespace MinpackNet.Cli;

/// <summary>The outcome of fitting one set from one start.</summary>
internal sealed record Fit
{
    /// <summary>The set's name.</summary>
    public required string Set { get; init; }

    /// <summary>Which start, 1 or 2.</summary>
    public required int Start { get; init; }

    /// <summary>The set's difficulty.</summary>
    public required NistLevel Level { get; init; }

    /// <summary>Why the solver stopped; <see cref="LeastSquaresStatus.None"/> after an exception.</summary>
    public LeastSquaresStatus Status { get; init; }

    /// <summary>What an exception said; null when there was none.</summary>
    public string? Error { get; init; }

    /// <summary>Residual evaluations, those for finite differences included.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Correct digits of the worst parameter.</summary>
    public required double ParameterDigits { get; init; }

    /// <summary>Correct digits of the worst standard error; 0 when the fit has none.</summary>
    public double StandardErrorDigits { get; init; }

    /// <summary>The residual sum of squares.</summary>
    public required double SumOfSquares { get; init; }

    /// <summary>The point reached.</summary>
    public required IReadOnlyList<double> Parameters { get; init; }

    /// <summary>The standard errors there; null when the fit has none.</summary>
    public IReadOnlyList<double>? StandardErrors { get; init; }

    /// <summary>Whether the worst parameter has the digits that count.</summary>
    public required bool Reached { get; init; }

    /// <summary>Whether a ladder of solves certified the point as an optimum; null for one solve.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsCertified { get; init; }
}
