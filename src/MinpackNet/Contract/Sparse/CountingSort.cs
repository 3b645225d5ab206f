using System.Runtime.InteropServices;

namespace MinpackNet;

/// <summary>Sorts by small integers in linear time, equal ones in the order given.</summary>
internal static class CountingSort
{
    /// <summary>The indices of keys in ascending order of the keys.</summary>
    /// <param name="keys">Each from 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">The number of different keys.</param>
    /// <param name="given">The order of equal keys; null for that of the keys.</param>
    public static int[] Order(List<int> keys, int count, int[]? given = null)
    {
        int[] next = new int[count];
        foreach (int key in CollectionsMarshal.AsSpan(keys))
        {
            next[key]++;
        }

        int start = 0;
        for (int key = 0; key < count; key++)
        {
            (next[key], start) = (start, start + next[key]);
        }

        int[] order = new int[keys.Count];
        for (int k = 0; k < order.Length; k++)
        {
            int index = given is null ? k : given[k];
            order[next[keys[index]]++] = index;
        }

        return order;
    }
}
