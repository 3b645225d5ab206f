using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>A start value of a parameter. A number, or a pair of a name and a number, converts implicitly.</summary>
/// <param name="Name">The parameter's name; null for a value that goes by position.</param>
/// <param name="Value">The value; finite.</param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public readonly record struct StartValue(string? Name, double Value)
{
    /// <summary>A start value that goes by position.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator StartValue(double value) => new(null, value);

    /// <summary>A start value with the parameter's name.</summary>
    /// <param name="pair">The name and the value.</param>
    public static implicit operator StartValue((string Name, double Value) pair) => new(pair.Name, pair.Value);

    /// <summary>Does what the conversion does, for languages without implicit conversions.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The start value.</returns>
    public static StartValue FromDouble(double value) => value;

    /// <summary>Does what the conversion does, for languages without implicit conversions.</summary>
    /// <param name="pair">The name and the value.</param>
    /// <returns>The start value.</returns>
    public static StartValue FromValueTuple((string Name, double Value) pair) => pair;
}
