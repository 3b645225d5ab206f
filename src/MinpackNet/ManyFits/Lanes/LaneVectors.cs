using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MinpackNet.Interop;

namespace MinpackNet;

/// <summary>Moves numbers between lanes of vectors and arrays, and choices of lanes between masks and bits.</summary>
internal static class LaneVectors
{
    private static readonly Vector<long> BitOfLane = MakeBits();

    /// <summary>All bits set in the lanes whose bit is set: the lowest for lane 0.</summary>
    public static Vector<long> ToMask(int bits) => Vector.Equals(BitOfLane & new Vector<long>(bits), BitOfLane);

    /// <summary>The inverse of <see cref="ToMask"/>.</summary>
    public static int ToBits(Vector<long> mask) => (int)Vector.Sum(mask & BitOfLane);

    /// <summary>Takes one lane's numbers out of vectors.</summary>
    public static void Gather(ReadOnlySpan<Vector<double>> vectors, int lane, Span<double> values)
    {
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = vectors[k][lane];
        }
    }

    /// <summary>The same into an array of its own.</summary>
    public static double[] Gather(ReadOnlySpan<Vector<double>> vectors, int lane)
    {
        double[] values = new double[vectors.Length];
        Gather(vectors, lane, values);
        return values;
    }

    /// <summary>Puts one lane's numbers into vectors.</summary>
    /// <remarks>By references, because this is done for all numbers of every evaluation.</remarks>
    public static void Scatter(ReadOnlySpan<double> values, Span<Vector<double>> vectors, int lane)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(values.Length, vectors.Length);
        ref double target = ref Unsafe.Add(
            ref Unsafe.As<Vector<double>, double>(ref MemoryMarshal.GetReference(vectors)), lane);
        foreach (double value in values)
        {
            target = value;
            target = ref Unsafe.Add(ref target, LockstepBuffers.LaneCount);
        }
    }

    /// <summary>Puts the same numbers into all lanes.</summary>
    public static void Broadcast(ReadOnlySpan<double> values, Span<Vector<double>> vectors)
    {
        for (int k = 0; k < values.Length; k++)
        {
            vectors[k] = new(values[k]);
        }
    }

    /// <summary>Copies one lane's numbers into a lane of other vectors.</summary>
    /// <remarks>By references, because this is done for all numbers of every fit.</remarks>
    public static void Copy(ReadOnlySpan<Vector<double>> from, int fromLane, Span<Vector<double>> to, int lane)
    {
        ref double source = ref Unsafe.As<Vector<double>, double>(ref MemoryMarshal.GetReference(from));
        ref double target = ref Unsafe.As<Vector<double>, double>(ref MemoryMarshal.GetReference(to));
        for (nint k = 0; k < (nint)to.Length * LockstepBuffers.LaneCount; k += LockstepBuffers.LaneCount)
        {
            Unsafe.Add(ref target, k + lane) = Unsafe.Add(ref source, k + fromLane);
        }
    }

    private static Vector<long> MakeBits()
    {
        Span<long> bits = stackalloc long[LockstepBuffers.LaneCount];
        for (int lane = 0; lane < bits.Length; lane++)
        {
            bits[lane] = 1L << lane;
        }

        return new(bits);
    }
}
