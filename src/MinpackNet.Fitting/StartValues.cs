using System.Collections;
using System.Runtime.CompilerServices;

namespace MinpackNet.Fitting;

/// <summary>
/// Where the parameters start, and what they are called: <c>[500, 1e-4]</c> or <c>[("b1", 500), ("b2", 1e-4)]</c>. An
/// array of numbers converts to it by itself.
/// </summary>
/// <remarks>
/// Without names the values go by position. With names they name the parameters of a model that has no names of its
/// own, and find their parameters in a <see cref="Formula"/>, in any order.
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

    /// <summary>Start values that go by their position.</summary>
    /// <param name="values">n finite values; copied.</param>
    public static implicit operator StartValues(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(Array.ConvertAll(values, value => new StartValue(null, value)));
    }

    /// <summary>The same as the conversion, for languages without implicit conversions.</summary>
    /// <param name="values">n finite values; copied.</param>
    /// <returns>The start values.</returns>
    public static StartValues FromArray(double[] values) => values;

    /// <summary>What a collection expression makes.</summary>
    /// <param name="values">The start values.</param>
    /// <returns>The same as a list.</returns>
    public static StartValues Create(ReadOnlySpan<StartValue> values) => new(values.ToArray());

    /// <inheritdoc/>
    public IEnumerator<StartValue> GetEnumerator() => ((IEnumerable<StartValue>)_values).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The names and values in the order of the model's parameters.</summary>
    /// <exception cref="ArgumentException">A name is missing, unknown or given twice, or a value is not
    /// finite.</exception>
    internal (string[] Names, double[] Values) For(Model model, string argument)
    {
        Validate.Start(_values, argument);
        bool named = _values[0].Name is not null;
        string[] own = [.. _values.Select((value, j) => value.Name ?? $"p[{j}]")];
        double[] values = Array.ConvertAll(_values, value => value.Value);
        if (model.ParameterNames is not { } wanted)
        {
            return (own, values);
        }

        if (!named)
        {
            return wanted.Count == values.Length
                ? ([.. wanted], values)
                : throw Errors.StartCount(argument, wanted, values.Length);
        }

        string? unknown = own.FirstOrDefault(name => !wanted.Contains(name));
        string? missing = wanted.FirstOrDefault(name => !own.Contains(name));
        return unknown is null && missing is null
            ? ([.. wanted], [.. wanted.Select(name => values[Array.IndexOf(own, name)])])
            : throw Errors.StartNames(argument, wanted, unknown, missing);
    }
}
