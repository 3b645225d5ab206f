namespace MinpackNet.Fitting;

/// <summary>An interval around an estimate.</summary>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
public readonly record struct Interval(double Lower, double Upper)
{
    /// <summary>Whether a value lies between the ends or on one of them.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True if it does.</returns>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
