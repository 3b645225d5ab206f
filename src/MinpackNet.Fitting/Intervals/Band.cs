namespace MinpackNet.Fitting;

/// <summary>A band around a fitted curve at given points.</summary>
/// <param name="Values">The curve at each point.</param>
/// <param name="Lower">The lower limit at each point; minus infinity where the data do not determine it.</param>
/// <param name="Upper">The upper limit at each point; infinity where the data do not determine it.</param>
public sealed record Band(IReadOnlyList<double> Values, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper);
