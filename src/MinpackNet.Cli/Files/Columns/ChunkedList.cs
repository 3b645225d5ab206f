namespace MinpackNet.Cli;

/// <summary>
/// A list that grows without moving what it has: of rows by the million, to move them takes longer than to keep them.
/// </summary>
/// <typeparam name="T">The type of an element.</typeparam>
internal sealed class ChunkedList<T>
{
    private const int Size = 1 << 14;

    private readonly List<T[]> _chunks = [];

    /// <summary>The number of elements.</summary>
    public int Count { get; private set; }

    /// <summary>An element, by its index from 0.</summary>
    public T this[int index]
    {
        get => _chunks[index / Size][index % Size];
        set => _chunks[index / Size][index % Size] = value;
    }

    public void Add(T value)
    {
        int index = Count++;
        if (index / Size == _chunks.Count)
        {
            _chunks.Add(new T[Size]);
        }

        this[index] = value;
    }

    /// <summary>Forgets the elements, but keeps the memory for others.</summary>
    public void Clear() => Count = 0;

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
