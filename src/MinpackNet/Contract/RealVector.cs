using System.Buffers;
using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace MinpackNet;

/// <summary>
/// Numbers that a result hands out. They never change, and start the next solve as they are: a
/// <see cref="RealVector"/> converts implicitly to <c>ReadOnlySpan&lt;double&gt;</c>. Two vectors are equal if their
/// numbers are, where NaN equals NaN.
/// </summary>
[CollectionBuilder(typeof(RealVector), nameof(Create))]
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(RealVectorJsonConverter))]
public sealed class RealVector : IReadOnlyList<double>, IEquatable<RealVector>
{
    // As many as fit on a line; the others are counted.
    private const int MostShown = 8;

    private readonly double[] _values;

    /// <summary>Takes the array as its own.</summary>
    internal RealVector(double[] values) => _values = values;

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <summary>The number at an index.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such number.</exception>
    public double this[int index] => _values[index];

    /// <summary>The numbers without a copy, as in <see cref="AsSpan"/>.</summary>
    /// <param name="vector">The vector; null for an empty span.</param>
    public static implicit operator ReadOnlySpan<double>(RealVector? vector) => vector is null ? [] : vector._values;

    /// <summary>Whether two vectors have the same numbers.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(RealVector? left, RealVector? right) => Equals(left, right);

    /// <summary>Whether two vectors differ.</summary>
    /// <param name="left">A vector.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(RealVector? left, RealVector? right) => !Equals(left, right);

    /// <summary>Creates a vector, also from a collection expression.</summary>
    /// <param name="values">The numbers; copied.</param>
    /// <returns>The same numbers.</returns>
    public static RealVector Create(params ReadOnlySpan<double> values) => new(values.ToArray());

    /// <summary>Creates a vector of which a function writes the numbers, as string.Create does a text.</summary>
    /// <typeparam name="TState">The type of what the function needs.</typeparam>
    /// <param name="count">How many numbers, from 0 on.</param>
    /// <param name="state">What the function needs.</param>
    /// <param name="fill">Writes all of them; before, they are undefined.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="ArgumentException">The count is negative, or the function null.</exception>
    public static RealVector Create<TState>(int count, TState state, SpanAction<double, TState> fill)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(fill);
        double[] values = GC.AllocateUninitializedArray<double>(count);
        if (count > 0)
        {
            fill(values, state);
        }

        return new(values);
    }

    /// <summary>The numbers without a copy.</summary>
    /// <returns>A view of all numbers.</returns>
    public ReadOnlySpan<double> AsSpan() => _values;

    /// <summary>A copy of the numbers, which belongs to the caller.</summary>
    /// <returns>A new array.</returns>
    public double[] ToArray() => [.. _values];

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(RealVector? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RealVector);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (double value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>A list as a vector that owns its numbers; null for null.</summary>
    [return: NotNullIfNotNull(nameof(values))]
    internal static RealVector? Of(IEnumerable<double>? values) => values is null ? null : new([.. values]);

    /// <summary>The first eight numbers with six significant digits each, such as <c>[1, 0.333333]</c>.</summary>
    public override string ToString()
    {
        IEnumerable<string> shown =
            _values.Take(MostShown).Select(value => value.ToString("G6", CultureInfo.InvariantCulture));
        string more = _values.Length > MostShown ? $", … ({_values.Length} numbers)" : "";
        return $"[{string.Join(", ", shown)}{more}]";
    }
}
