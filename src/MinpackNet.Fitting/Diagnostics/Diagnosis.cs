namespace MinpackNet.Fitting;

/// <summary>Something to know about a fit, found in its numbers.</summary>
/// <param name="Kind">The kind of finding.</param>
/// <param name="Message">The finding in words, with what to do about it.</param>
/// <param name="Parameters">The names of the parameters concerned; empty when the fit as a whole is.</param>
/// <param name="Evidence">The numbers behind it, by name.</param>
public sealed record Diagnosis(
    DiagnosisKind Kind,
    string Message,
    IReadOnlyList<string> Parameters,
    IReadOnlyDictionary<string, double> Evidence);
