using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <summary>
/// The start values of a curve fit. A number, arrays, lists and collection expressions convert to it implicitly. SciPy:
/// p0.
/// </summary>
[CollectionBuilder(typeof(InitialGuess), nameof(Create))]
public sealed class InitialGuess
{
    private InitialGuess(double[] values) => Values = values;

    internal double[] Values { get; }

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
}
