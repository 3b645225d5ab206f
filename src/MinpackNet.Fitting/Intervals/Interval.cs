namespace MinpackNet.Fitting;

/// <summary>An interval around an estimate.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Whether the ends or what lies between hold a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when they do.</returns>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
