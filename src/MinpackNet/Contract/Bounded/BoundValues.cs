using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// The bounds of all parameters on one side: a number for all of them or one for each. Numbers, arrays, lists and
/// collection expressions convert to it implicitly.
/// </summary>
/// <remarks>
/// C# converts from no interface, so spread what is declared as one, such as an <see cref="IReadOnlyList{T}"/>:
/// <c>[.. values]</c>.
/// </remarks>
[CollectionBuilder(typeof(BoundValues), nameof(Create))]
[JsonConverter(typeof(BoundValuesJsonConverter))]
public sealed class BoundValues
{
    private BoundValues(OneOrEach values) => Values = values;

    internal OneOrEach Values { get; }

    /// <summary>The same bound for all parameters.</summary>
    /// <param name="value">The bound; infinite for none.</param>
    public static implicit operator BoundValues(double value) => new(new OneOrEach(value));

    /// <summary>A bound for each parameter.</summary>
    /// <param name="values">n bounds, copied; infinite for none.</param>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator BoundValues?(double[]? values) =>
        values is null ? null : new(new OneOrEach(values));

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator BoundValues?(float[]? values) =>
        values is null ? null : Array.ConvertAll(values, value => (double)value);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator BoundValues?(int[]? values) =>
        values is null ? null : Array.ConvertAll(values, value => (double)value);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator BoundValues?(List<double>? values) => values?.ToArray();

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(values))]
    public static implicit operator BoundValues?(RealVector? values) => values?.ToArray();

    /// <summary>The bounds of collection expressions, and for languages without implicit conversions.</summary>
    /// <param name="values">n bounds; infinite for none.</param>
    /// <returns>The same bounds.</returns>
    public static BoundValues Create(params ReadOnlySpan<double> values) => values.ToArray();

    /// <summary>The bounds one by one.</summary>
    /// <returns>An enumerator of them.</returns>
    public IEnumerator<double> GetEnumerator() => Values.Values.AsEnumerable().GetEnumerator();

    /// <summary>The number, or the first eight numbers.</summary>
    public override string ToString() => Values.ToString();
}
