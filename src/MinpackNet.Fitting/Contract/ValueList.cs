using System.Collections;

namespace MinpackNet.Fitting;

/// <summary>Values that never change, equal if all of them are.</summary>
internal sealed class ValueList<T>(IEnumerable<T> values) : IReadOnlyList<T>, IEquatable<ValueList<T>>
    where T : notnull
{
    private readonly T[] _values = [.. values];

    public int Count => _values.Length;

    public T this[int index] => _values[index];

    public bool Equals(ValueList<T>? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => _values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", _values)}]";
}
