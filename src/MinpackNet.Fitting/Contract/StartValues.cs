using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet.Fitting;

/// <summary>
/// The start values of the parameters, with or without names: <c>[500, 1e-4]</c> or
/// <c>[("b1", 500), ("b2", 1e-4)]</c>. A number for a model with one parameter, arrays and lists of numbers and the
/// <see cref="RealVector"/> of a result convert implicitly.
/// </summary>
/// <remarks>
/// Values without names go by position. Names are matched, in any order, to the parameters of a <see cref="Formula"/>;
/// for a model whose parameters have no names they provide them.
/// </remarks>
[CollectionBuilder(typeof(StartValues), nameof(Create))]
public sealed class StartValues : IReadOnlyList<StartValue>
{
    private readonly StartValue[] _values;

    private StartValues(StartValue[] values) => _values = values;

    /// <inheritdoc/>
    public int Count => _values.Length;

    /// <inheritdoc/>
    public StartValue this[int index] => _values[index];

    /// <summary>Start values that go by position.</summary>
    /// <param name="values">n finite values; copied.</param>
    public static implicit operator StartValues(double[] values) => OfNumbers(values);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    public static implicit operator StartValues(float[] values) => OfNumbers(values);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    public static implicit operator StartValues(int[] values) => OfNumbers(values);

    /// <inheritdoc cref="op_Implicit(double[])"/>
    public static implicit operator StartValues(List<double> values) => OfNumbers(values);

    /// <summary>The start value of a model with one parameter.</summary>
    /// <param name="value">Finite.</param>
    public static implicit operator StartValues(double value) => new([value]);

    /// <summary>The start value of a model with one parameter, and its name.</summary>
    /// <param name="pair">The name and the value.</param>
    public static implicit operator StartValues((string Name, double Value) pair) => new([pair]);

    /// <summary>Does what the conversion does, for languages without implicit conversions.</summary>
    /// <param name="values">n finite values; copied.</param>
    /// <returns>The start values.</returns>
    public static StartValues FromArray(double[] values) => values;

    /// <summary>Start values that go by position: those that an earlier fit found.</summary>
    /// <param name="values">n finite values.</param>
    public static implicit operator StartValues(RealVector values) => OfNumbers(values);

    /// <summary>Does what the conversion does, for languages without implicit conversions.</summary>
    /// <param name="values">n finite values.</param>
    /// <returns>The start values.</returns>
    public static StartValues FromRealVector(RealVector values) => values;

    /// <summary>Creates start values from a collection expression.</summary>
    /// <param name="values">The start values.</param>
    /// <returns>The same values.</returns>
    public static StartValues Create(ReadOnlySpan<StartValue> values) => new(values.ToArray());

    /// <inheritdoc/>
    public IEnumerator<StartValue> GetEnumerator() => ((IEnumerable<StartValue>)_values).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static StartValues OfNumbers<T>(IReadOnlyList<T> values)
        where T : INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        return new([.. Columns.Of(values).Select(value => new StartValue(null, value))]);
    }

    /// <summary>Values that are given, and for the other names 1, or the closest value within bounds.</summary>
    internal static StartValues Completed(
        IReadOnlyList<string> names, IReadOnlyList<StartValue> given, IReadOnlyList<ParameterBound> bounds) =>
        new([.. names.Select(name => given.FirstOrDefault(
            value => value.Name == name,
            new(name, bounds.FirstOrDefault(bound => bound?.Name == name) is { } bound
                ? Math.Min(Math.Max(1, bound.Lower), bound.Upper)
                : 1)))]);

    /// <summary>Whether the names are some of others, but not all.</summary>
    internal bool IsPartOf(IReadOnlyList<string> names) =>
        _values.Length < names.Count
        && Array.TrueForAll(_values, value => value.Name is not null && names.Contains(value.Name));

    /// <summary>The names and values in the order of the model's parameters.</summary>
    /// <param name="expected">The names of the model's parameters; null when it has none.</param>
    /// <param name="hasPredictors">Whether the model has predictors, or may have some.</param>
    /// <param name="isFunction">Whether the model calls a function by a name.</param>
    /// <param name="argument">The name of the argument, for exceptions.</param>
    /// <exception cref="ArgumentException">
    /// A name is missing, unknown or repeated, or a value is not finite.
    /// </exception>
    internal (string[] Names, double[] Values) InOrderOf(
        IReadOnlyList<string>? expected, bool hasPredictors, Func<string, bool> isFunction, string argument)
    {
        Validate.Start(_values, argument);
        bool named = _values[0].Name is not null;
        string[] own = [.. _values.Select((value, j) => value.Name ?? $"p[{j}]")];
        double[] values = Array.ConvertAll(_values, value => value.Value);
        if (expected is null)
        {
            return (own, values);
        }

        if (!named)
        {
            return expected.Count == values.Length
                ? ([.. expected], values)
                : throw Errors.StartCount(argument, expected, values.Length, hasPredictors);
        }

        string? unknown = own.FirstOrDefault(name => !expected.Contains(name));
        string? missing = expected.FirstOrDefault(name => !own.Contains(name));
        return unknown is null && missing is null
            ? ([.. expected], [.. expected.Select(name => values[Array.IndexOf(own, name)])])
            : throw Errors.StartNames(
                argument, expected, unknown, missing, hasPredictors, unknown is not null && isFunction(unknown));
    }
}
