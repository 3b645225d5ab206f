using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// What counts as one unit of each parameter: a number for all, one for each, or <see cref="Jac"/>. Numbers, arrays and
/// collection expressions convert to it implicitly. SciPy: x_scale.
/// </summary>
[CollectionBuilder(typeof(XScale), nameof(Create))]
[JsonConverter(typeof(XScaleJsonConverter))]
public sealed class XScale
{
    private XScale(OneOrEach units) => Units = units;

    /// <summary>
    /// The inverse of the norms of the Jacobian's columns, which may shrink during the solve. SciPy: 'jac'.
    /// </summary>
    public static XScale Jac { get; } = new(new OneOrEach([]));

    /// <summary>The same unit for all parameters.</summary>
    /// <param name="scale">Positive and finite.</param>
    public static implicit operator XScale(double scale) => new(new OneOrEach(scale));

    /// <summary>A unit for each parameter.</summary>
    /// <param name="scales">n positive finite values. Null for the method's default.</param>
    [return: NotNullIfNotNull(nameof(scales))]
    public static implicit operator XScale?(double[]? scales) => scales is null ? null : Create([.. scales]);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(scales))]
    public static implicit operator XScale?(float[]? scales) =>
        scales is null ? null : Create(CurveData.ToNumbers(scales));

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(scales))]
    public static implicit operator XScale?(int[]? scales) =>
        scales is null ? null : Create(CurveData.ToNumbers(scales));

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(scales))]
    public static implicit operator XScale?(List<double>? scales) =>
        scales is null ? null : Create([.. scales]);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    [return: NotNullIfNotNull(nameof(scales))]
    public static implicit operator XScale?(RealVector? scales) =>
        scales is null ? null : Create([.. scales]);

    /// <summary>A unit for each parameter.</summary>
    /// <param name="scales">n positive finite values.</param>
    /// <returns>The scale.</returns>
    public static XScale Create(ReadOnlySpan<double> scales) => new(new OneOrEach(scales.ToArray()));

    /// <summary>The same unit for all parameters, for languages without implicit conversions.</summary>
    /// <param name="scale">Positive and finite.</param>
    /// <returns>The scale.</returns>
    public static XScale FromDouble(double scale) => scale;

    /// <summary>The units one by one; none for <see cref="Jac"/>.</summary>
    /// <returns>An enumerator of them.</returns>
    public IEnumerator<double> GetEnumerator() => Units.Values.AsEnumerable().GetEnumerator();

    /// <summary>The number, the first eight numbers, or "jac".</summary>
    public override string ToString() => IsJac ? "jac" : Units.ToString();

    /// <summary>Whether this is <see cref="Jac"/>.</summary>
    internal bool IsJac => ReferenceEquals(this, Jac);

    /// <summary>The units; none for <see cref="Jac"/>.</summary>
    internal OneOrEach Units { get; }

    /// <summary>n values, or as many as were given; null for <see cref="Jac"/>.</summary>
    internal double[]? ValuesOf(int parameterCount) => IsJac ? null : Units.For(parameterCount);
}
