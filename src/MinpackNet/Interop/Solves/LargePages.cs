using System.Runtime.InteropServices;

namespace MinpackNet.Interop;

/// <summary>
/// Native memory in the large pages that Linux gives to those who ask. The first touch of a page costs more than what
/// a solve does with the numbers on it, and a large one costs little more than a small one of a 512th of its size.
/// </summary>
internal static unsafe class LargePages
{
    // The size of a large page on x86-64, and on Arm with small pages of 4 KiB.
    private const nuint Size = 2 << 20;

    // Below this, what is left of the last page would weigh.
    private const nuint Least = 2 * Size;

    // MADV_HUGEPAGE
    private const int Huge = 14;

    private static readonly delegate* unmanaged<void*, nuint, int, int> Advise = Find();

    /// <summary>Reserves memory whose content is undefined; <see cref="NativeMemory.AlignedFree"/> frees it.</summary>
    /// <param name="bytes">The size.</param>
    /// <param name="alignment">At least this, a power of two.</param>
    public static void* Allocate(nuint bytes, nuint alignment)
    {
        if (bytes < Least || Advise is null)
        {
            return NativeMemory.AlignedAlloc(bytes, alignment);
        }

        void* memory = NativeMemory.AlignedAlloc(bytes, Size);
        // Advice: where the system does not take it, the pages are small.
        _ = Advise(memory, bytes, Huge);
        return memory;
    }

    private static delegate* unmanaged<void*, nuint, int, int> Find() =>
        OperatingSystem.IsLinux()
        && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "madvise", out nint function)
            ? (delegate* unmanaged<void*, nuint, int, int>)function
            : null;
}
