namespace MinpackNet.Cli;

/// <summary>What <c>minpack fit</c> is asked for.</summary>
/// <param name="File">The file with the data; - for the standard input.</param>
/// <param name="Model">The formula.</param>
internal sealed record FitRequest(string File, string Model)
{
    public const double DefaultLevel = 0.95;

    /// <summary>The parameters that have a start value.</summary>
    public required ParameterSettings Parameters { get; init; }

    /// <summary>What stands between fields; null to find out.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The column that the formula's x stands for; null to choose.</summary>
    public string? X { get; init; }

    /// <summary>The column of observations; null to choose.</summary>
    public string? Y { get; init; }

    /// <summary>The column of standard deviations; null for none.</summary>
    public string? Sigma { get; init; }

    public bool AbsoluteSigma { get; init; }

    public bool Robust { get; init; }

    /// <summary>The limit on evaluations; null for the solver's.</summary>
    public int? MaxEvaluations { get; init; }

    /// <summary>The probability of intervals and of the band.</summary>
    public double Level { get; init; } = DefaultLevel;

    public bool Json { get; init; }

    /// <summary>Whether the report has a plot.</summary>
    public bool DrawsInReport { get; init; } = true;

    /// <summary>The SVG file to write; null for none.</summary>
    public string? PlotFile { get; init; }
}
