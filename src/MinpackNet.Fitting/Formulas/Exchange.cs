namespace MinpackNet.Fitting;

/// <summary>
/// Parameters of a formula that trade places without changing its values: those of two terms of a kind, or the plateaus
/// of a curve, when the sign of its slope turns. The canonical form has the first of the first pair below the second.
/// </summary>
/// <param name="Pairs">Those that trade places.</param>
/// <param name="Turned">Those whose sign turns.</param>
internal sealed record Exchange(
    IReadOnlyList<(string First, string Second)> Pairs, params IReadOnlyList<string> Turned);
