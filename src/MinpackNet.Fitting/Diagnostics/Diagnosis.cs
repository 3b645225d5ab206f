namespace MinpackNet.Fitting;

/// <summary>Something to know about a fit, seen in the numbers.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">What it is in words, with what to do about it.</param>
/// <param name="Parameters">The names of the parameters concerned; empty when it concerns the fit as a whole.</param>
/// <param name="Evidence">The numbers it was seen in, by name.</param>
public sealed record Diagnosis(
    DiagnosisKind Kind,
    string Message,
    IReadOnlyList<string> Parameters,
    IReadOnlyDictionary<string, double> Evidence);
