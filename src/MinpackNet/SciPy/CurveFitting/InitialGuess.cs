using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// The start values of a curve fit. A number, arrays, lists and collection expressions convert to it implicitly. SciPy:
/// p0.
/// </summary>
/// <remarks>
/// C# converts from no interface, so spread what is declared as one, such as an <see cref="IReadOnlyList{T}"/>:
/// <c>[.. values]</c>.
/// </remarks>
[CollectionBuilder(typeof(InitialGuess), nameof(Create))]
[JsonConverter(typeof(InitialGuessJsonConverter))]
public sealed class InitialGuess : IReadOnlyList<double>
{
    private InitialGuess(double[] values) => Values = values;

    /// <inheritdoc/>
    public int Count => Values.Length;

    internal double[] Values { get; }

    /// <inheritdoc/>
    public double this[int index] => Values[index];

    /// <summary>The start value of a model with one parameter.</summary>
    /// <param name="value">Finite.</param>
    public static implicit operator InitialGuess(double value) => new([value]);

    /// <summary>A start value for each parameter.</summary>
    /// <param name="values">n finite values; null for none.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InitialGuess?(double[]? values) => values is null ? null : new([.. values]);

    /// <summary>A start value for each parameter.</summary>
    /// <param name="values">n finite values; null for none.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InitialGuess?(List<double>? values) => values is null ? null : new([.. values]);

    /// <summary>A start value for each parameter.</summary>
    /// <param name="values">n finite values; null for none.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InitialGuess?(float[]? values) =>
        values is null ? null : new(CurveData.ToNumbers(values));

    /// <summary>A start value for each parameter.</summary>
    /// <param name="values">n values; null for none.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InitialGuess?(int[]? values) =>
        values is null ? null : new(CurveData.ToNumbers(values));

    /// <summary>A start value for each parameter.</summary>
    /// <param name="values">n values; null for none.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InitialGuess?(List<int>? values) =>
        values is null ? null : new(CurveData.ToNumbers(values));

    /// <summary>A start value for each parameter.</summary>
    /// <param name="values">n values; null for none.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InitialGuess?(long[]? values) =>
        values is null ? null : new(CurveData.ToNumbers(values));

    /// <summary>A start value for each parameter.</summary>
    /// <param name="values">n values; null for none.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InitialGuess?(decimal[]? values) =>
        values is null ? null : new(CurveData.ToNumbers(values));

    /// <summary>A start value for each parameter: those that an earlier fit found.</summary>
    /// <param name="values">n finite values; null for none.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator InitialGuess?(RealVector? values) => values is null ? null : new([.. values]);

    /// <summary>The start values of collection expressions, and for languages without implicit conversions.</summary>
    /// <param name="values">n finite values.</param>
    /// <returns>The same values.</returns>
    public static InitialGuess Create(params ReadOnlySpan<double> values) => new(values.ToArray());

    /// <summary>The values one by one.</summary>
    /// <returns>An enumerator of n values.</returns>
    public IEnumerator<double> GetEnumerator() => Values.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The first eight values.</summary>
    public override string ToString() => RealVector.Create(Values).ToString();
}
