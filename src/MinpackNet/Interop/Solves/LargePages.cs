using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>
/// Memory in the large pages that Linux gives to those who ask. The first touch of a page costs more than what a solve
/// does with the numbers on it, and a large one costs little more than a small one of a 512th of its size.
/// </summary>
internal static unsafe class LargePages
{
    // The size of a large page on x86-64, and on Arm with small pages of 4 KiB.
    private const nuint Size = 2 << 20;

    /// <summary>The least number of bytes that are worth it.</summary>
    public const nuint Least = 2 * Size;

    // MADV_HUGEPAGE
    private const int Huge = 14;

    private static readonly delegate* unmanaged<void*, nuint, int, int> Madvise = Find();

    /// <summary>Reserves memory whose content is undefined; <see cref="NativeMemory.AlignedFree"/> frees it.</summary>
    /// <param name="bytes">The size.</param>
    /// <param name="alignment">At least this, a power of two.</param>
    public static void* Allocate(nuint bytes, nuint alignment)
    {
        if (bytes < Least || Madvise is null)
        {
            return NativeMemory.AlignedAlloc(bytes, alignment);
        }

        void* memory = NativeMemory.AlignedAlloc(bytes, Size);
        // Advice: where the system does not take it, the pages are small.
        _ = Madvise(memory, bytes, Huge);
        return memory;
    }

    /// <summary>Asks for them where an array is, before its elements are written.</summary>
    public static void Advise<T>(T[] array)
        where T : unmanaged
    {
        nuint bytes = (nuint)array.Length * (nuint)sizeof(T);
        if (bytes < Size || Madvise is null)
        {
            return;
        }

        fixed (T* elements = array)
        {
            // Whole pages, so that nothing is asked for what lies beside the array.
            nuint first = ((nuint)elements + Size - 1) / Size * Size;
            nuint end = ((nuint)elements + bytes) / Size * Size;
            if (first < end)
            {
                _ = Madvise((void*)first, end - first, Huge);
            }
        }
    }

    private static delegate* unmanaged<void*, nuint, int, int> Find() =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "madvise", out nint function)
            ? (delegate* unmanaged<void*, nuint, int, int>)function
            : null;
}
