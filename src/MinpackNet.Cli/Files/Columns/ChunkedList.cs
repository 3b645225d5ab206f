using System.Numerics;

namespace MinpackNet.Cli;

/// <summary>
/// A list that grows without moving what it has: of rows by the million, to move them takes longer than to keep them.
/// </summary>
/// <typeparam name="T">The type of an element.</typeparam>
internal sealed class ChunkedList<T>
    where T : unmanaged
{
    // The first chunk has 2 to this power, and all chunks up to any later one have four times as many as those before.
    private const int FirstPower = 14;

    private readonly List<T[]> _chunks = [];
    private T[] _last = [];
    private int _filled;

    /// <summary>The number of elements.</summary>
    public int Count => _chunks.Count == 0 ? 0 : StartOf(_chunks.Count - 1) + _filled;

    /// <summary>An element, by its index from 0.</summary>
    public T this[int index]
    {
        get => _chunks[ChunkOf(index)][index - StartOf(ChunkOf(index))];
        set => _chunks[ChunkOf(index)][index - StartOf(ChunkOf(index))] = value;
    }

    public void Add(T value)
    {
        if (_filled == _last.Length)
        {
            int chunk = _chunks.Count;
            _chunks.Add(_last = LargeArray.Allocate<T>(StartOf(chunk + 1) - StartOf(chunk)));
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
        T[] all = LargeArray.Allocate<T>(Count);
        for (int chunk = 0; chunk < _chunks.Count; chunk++)
        {
            int first = StartOf(chunk);
            int count = Math.Min(_chunks[chunk].Length, all.Length - first);
            _chunks[chunk].AsSpan(0, count).CopyTo(all.AsSpan(first));
        }

        return all;
    }

    private static int ChunkOf(int index) =>
        index >> FirstPower == 0 ? 0 : ((BitOperations.Log2((uint)index) - FirstPower) / 2) + 1;

    private static int StartOf(int chunk) =>
        chunk == 0 ? 0 : (int)Math.Min(1L << (FirstPower + (2 * (chunk - 1))), Array.MaxLength);
}
