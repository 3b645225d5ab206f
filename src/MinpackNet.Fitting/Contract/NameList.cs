using System.Collections;

namespace MinpackNet.Fitting;

/// <summary>Names that never change, equal if all of them are.</summary>
internal sealed class NameList(IEnumerable<string> names) : IReadOnlyList<string>, IEquatable<NameList>
{
    private readonly string[] _names = [.. names];

    public int Count => _names.Length;

    public string this[int index] => _names[index];

    public bool Equals(NameList? other) => other is not null && _names.AsSpan().SequenceEqual(other._names);

    public override bool Equals(object? obj) => Equals(obj as NameList);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (string name in _names)
        {
            hash.Add(name);
        }

        return hash.ToHashCode();
    }

    public IEnumerator<string> GetEnumerator() => _names.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", _names)}]";
}
