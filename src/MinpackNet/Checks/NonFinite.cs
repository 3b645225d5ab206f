using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet;

/// <summary>Finds NaN and infinity.</summary>
internal static class NonFinite
{
    /// <summary>
    /// Fewer values are checked one by one: loading a vector of numbers that were just written one by one waits until
    /// all of them have reached the cache, which takes as long as checking about ten.
    /// </summary>
    private const int VectorsFrom = 16;

    /// <summary>All bits set in the lanes whose numbers are all finite.</summary>
    public static Vector<long> FiniteLanes(ReadOnlySpan<Vector<double>> values)
    {
        // As in AreFinite, in two independent chains.
        Vector<double> joined = Vector<double>.Zero;
        Vector<double> others = Vector<double>.Zero;
        int i = 0;
        for (; i < values.Length - 3; i += 4)
        {
            joined |= (values[i] - values[i]) | (values[i + 1] - values[i + 1]);
            others |= (values[i + 2] - values[i + 2]) | (values[i + 3] - values[i + 3]);
        }

        for (; i < values.Length; i++)
        {
            joined |= values[i] - values[i];
        }

        return Vector.Equals(joined | others, Vector<double>.Zero);
    }

    /// <summary>The index of the first NaN or infinity, or -1.</summary>
    public static int IndexIn(ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Sets all to NaN.</summary>
    /// <remarks>
    /// A loop, and not inlined: <c>Span.Fill</c> takes milliseconds to compile, in every first solve, and again in
    /// every callback that it is inlined into.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Forget(Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = double.NaN;
        }
    }

    /// <summary>Whether there is neither NaN nor infinity: the quick check, before those above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreFinite(ReadOnlySpan<double> values) =>
        AreFinite(ref MemoryMarshal.GetReference(values), values.Length);

    /// <summary>The same for a whole Jacobian, whose columns follow each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreFinite(JacobianMatrix jacobian) =>
        AreFinite(ref jacobian[0, 0], (nint)jacobian.RowCount * jacobian.ColumnCount);

    /// <remarks>
    /// By reference, because a span cannot hold the largest Jacobians. A few values are checked inline, because the
    /// callbacks of a small problem take nanoseconds, where a call shows.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreFinite(ref readonly double first, nint count) =>
        count < VectorsFrom ? FewAreFinite(in first, count) : ManyAreFinite(in first, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool FewAreFinite(ref readonly double first, nint count)
    {
        for (nint i = 0; i < count; i++)
        {
            if (!double.IsFinite(Unsafe.Add(ref Unsafe.AsRef(in first), i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <remarks>
    /// Not inlined: a method cleans the wide registers when it returns, but not before it calls a model, and compiled
    /// code without AVX, which the model may call, takes up to twice as long while they are not clean.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool ManyAreFinite(ref readonly double first, nint count)
    {
        // x - x is zero for finite x and NaN otherwise. Joined by "or", which unlike a sum takes one cycle, zeros stay
        // zero, and the bits of a NaN stay those of a NaN.
        Vector<double> joined = Vector<double>.Zero;
        nint last = count - Vector<double>.Count;
        nint i = 0;
        for (; i <= last; i += Vector<double>.Count)
        {
            Vector<double> block = Vector.LoadUnsafe(in first, (nuint)i);
            joined |= block - block;
        }

        return Vector.EqualsAll(joined, Vector<double>.Zero)
            && FewAreFinite(in Unsafe.Add(ref Unsafe.AsRef(in first), i), count - i);
    }
}
