using System.Text.Json.Serialization;
using MinpackNet.Nist;

namespace MinpackNet.Cli;

/// <summary>The fit of one set from one start.</summary>
internal sealed record SetFit
{
    /// <summary>The set's name.</summary>
    public required string Set { get; init; }

    /// <summary>Which start, 1 or 2; null for none.</summary>
    public required int? Start { get; init; }

    /// <summary>The set's difficulty.</summary>
    public required NistLevel Level { get; init; }

    /// <summary>Why the solver stopped; <see cref="LeastSquaresStatus.None"/> after an exception.</summary>
    public LeastSquaresStatus Status { get; init; }

    /// <summary>The message of an exception; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>Residual evaluations, including those for finite differences.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Correct digits of the worst parameter.</summary>
    public required double ParameterDigits { get; init; }

    /// <summary>Correct digits of the worst standard error; 0 if the fit has none.</summary>
    public double StandardErrorDigits { get; init; }

    /// <summary>The residual sum of squares.</summary>
    public required double SumOfSquares { get; init; }

    /// <summary>The point reached.</summary>
    public required IReadOnlyList<double> Parameters { get; init; }

    /// <summary>The standard errors there; null if the fit has none.</summary>
    public IReadOnlyList<double>? StandardErrors { get; init; }

    /// <summary>Whether the worst parameter has the required digits.</summary>
    public required bool Reached { get; init; }

    /// <summary>Whether a search certified the point as an optimum; null for a single solve.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsCertified { get; init; }
}
