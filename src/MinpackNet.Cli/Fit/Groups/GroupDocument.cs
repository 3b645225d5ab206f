namespace MinpackNet.Cli;

/// <summary>The fit of one group, as written to a line of JSON.</summary>
internal sealed record GroupDocument(
    string Group,
    int Line,
    int Rows,
    string Status,
    IReadOnlyDictionary<string, double> Parameters,
    IReadOnlyDictionary<string, double> StandardErrors,
    double ChiSquared,
    int DegreesOfFreedom,
    double RSquared,
    int Evaluations,
    string? Message);
