using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>
/// Arrays for many numbers. On Linux those of 2 MiB or more ask for large pages, as NumPy's do: to touch new memory in
/// small ones for the first time can take longer than a fit of what is in it.
/// </summary>
/// <remarks>
/// They are arrays like any other, which the garbage collector owns. On other systems, and below that size, nothing
/// differs from arrays that are made elsewhere.
/// </remarks>
public static class LargeArray
{
    /// <summary>An array whose elements are undefined until they are written.</summary>
    /// <typeparam name="T">The type of an element, such as double.</typeparam>
    /// <param name="length">How many, from 0 on.</param>
    /// <returns>The array.</returns>
    /// <exception cref="OverflowException">The length is negative.</exception>
    /// <exception cref="OutOfMemoryException">There is not as much memory.</exception>
    public static T[] Allocate<T>(int length)
        where T : unmanaged => Allocate<T>(length, pinned: false);

    /// <summary>A copy in such an array.</summary>
    /// <typeparam name="T">The type of an element, such as double.</typeparam>
    /// <param name="values">The elements.</param>
    /// <returns>A new array with the same elements.</returns>
    /// <exception cref="OutOfMemoryException">There is not as much memory.</exception>
    public static T[] Copy<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        T[] copy = Allocate<T>(values.Length);
        values.CopyTo(copy);
        return copy;
    }

    /// <summary>An array that stays where it is, if it is pinned.</summary>
    internal static T[] Allocate<T>(int length, bool pinned)
        where T : unmanaged
    {
        T[] array = GC.AllocateUninitializedArray<T>(length, pinned);
        LargePages.Advise(array);
        return array;
    }
}
