namespace MinpackNet.Fitting;

/// <summary>Where a parameter starts. Numbers, and pairs of a name and a number, convert to it by themselves.</summary>
/// <param name="Name">The parameter's name; null when it goes by its position.</param>
/// <param name="Value">The value; finite.</param>
public readonly record struct StartValue(string? Name, double Value)
{
    /// <summary>A start value that goes by its position.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator StartValue(double value) => new(null, value);

    /// <summary>A start value with the parameter's name.</summary>
    /// <param name="pair">The name and the value.</param>
    public static implicit operator StartValue((string Name, double Value) pair) => new(pair.Name, pair.Value);

    /// <summary>The same as the conversion, for languages without implicit conversions.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The start value.</returns>
    public static StartValue FromDouble(double value) => value;

    /// <summary>The same as the conversion, for languages without implicit conversions.</summary>
    /// <param name="pair">The name and the value.</param>
    /// <returns>The start value.</returns>
    public static StartValue FromValueTuple((string Name, double Value) pair) => pair;
}
