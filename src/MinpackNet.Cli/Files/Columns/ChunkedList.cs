namespace MinpackNet.Cli;

/// <summary>
/// A list that grows without moving what it has: of rows by the million, to move them takes longer than to keep them.
/// </summary>
/// <typeparam name="T">The type of an element.</typeparam>
internal sealed class ChunkedList<T>
{
    private const int Size = 1 << 14;

    private readonly List<T[]> _chunks = [];
    private T[] _last = [];
    private int _filled;

    /// <summary>The number of elements.</summary>
    public int Count => _chunks.Count == 0 ? 0 : ((_chunks.Count - 1) * Size) + _filled;

    /// <summary>An element, by its index from 0.</summary>
    public T this[int index]
    {
        get => _chunks[index / Size][index % Size];
        set => _chunks[index / Size][index % Size] = value;
    }

    public void Add(T value)
    {
        if (_filled == _last.Length)
        {
            _chunks.Add(_last = new T[Size]);
            _filled = 0;
        }

        _last[_filled++] = value;
    }

    /// <summary>Forgets the elements, but keeps memory for others.</summary>
    public void Clear()
    {
        if (_chunks.Count > 1)
        {
            _chunks.RemoveRange(1, _chunks.Count - 1);
            _last = _chunks[0];
        }

        _filled = 0;
    }

    public T[] ToArray()
    {
        T[] all = GC.AllocateUninitializedArray<T>(Count);
        for (int first = 0; first < Count; first += Size)
        {
            int count = Math.Min(Size, Count - first);
            _chunks[first / Size].AsSpan(0, count).CopyTo(all.AsSpan(first));
        }

        return all;
    }
}
