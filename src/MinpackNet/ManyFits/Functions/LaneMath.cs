using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet;

/// <summary>
/// Elementary functions of many numbers at once, for models: in vectors and in spans of any length.
/// </summary>
/// <remarks>
/// The bits are the same on every machine, whatever the length of its vectors, and whatever the other numbers are:
/// there are only sums, products and quotients of doubles inside, each rounded once, and no fused ones. .NET's
/// <c>Vector.Exp</c> and <c>TensorPrimitives.Exp</c>, and the functions of <c>Math</c>, do not promise that.
/// </remarks>
public static partial class LaneMath
{
    /// <summary>1.5 times 2^52: a number added to it is rounded to an integer, which its last bits then show.</summary>
    private const double Rounder = 6755399441055744;

    private const int ExponentBias = 1023;
    private const int FractionBits = 52;

    /// <summary>A function of as many numbers as there are.</summary>
    private interface IFunction
    {
        static abstract T Of<T>(T x)
            where T : struct, ISimd<T>;
    }

    /// <summary>The function of each number.</summary>
    /// <exception cref="ArgumentException">
    /// There is less room for results than there are numbers, or only a part of the memory is the same.
    /// </exception>
    [MethodImpl(SimdLoop.Compiled)]
    private static void Apply<TFunction>(ReadOnlySpan<double> x, Span<double> results)
        where TFunction : struct, IFunction
    {
        CheckRoom(x, results);
        int done = Simd512.IsWider ? Apply<TFunction, Simd512>(x, results) : 0;
        done += Apply<TFunction, Simd>(x[done..], results[done..]);
        if (done < x.Length)
        {
            Vector<double> last = TFunction.Of(Partial(x[done..])).Value;
            for (int lane = 0; done < x.Length; lane++, done++)
            {
                results[done] = last[lane];
            }
        }
    }

    /// <summary>Results may take the place of the numbers, but not of others that are still to be read.</summary>
    private static void CheckRoom(
        ReadOnlySpan<double> x, Span<double> results, [CallerArgumentExpression(nameof(results))] string argument = "")
    {
        if (results.Length < x.Length)
        {
            throw Errors.ShortResults(argument, results.Length, x.Length);
        }

        if (x.Overlaps(results[..x.Length], out int offset) && offset != 0)
        {
            throw Errors.OverlappingResults(argument);
        }
    }

    /// <returns>How many numbers were whole registers.</returns>
    [MethodImpl(SimdLoop.Compiled)]
    private static int Apply<TFunction, T>(ReadOnlySpan<double> x, Span<double> results)
        where TFunction : struct, IFunction
        where T : struct, ISimd<T>
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double to = ref MemoryMarshal.GetReference(results);
        int i = 0;
        for (; i <= x.Length - T.Count; i += T.Count)
        {
            TFunction.Of(T.Load(ref from, i)).Store(ref to, i);
        }

        return i;
    }

    /// <summary>A vector whose first lanes are given; the others are 1, which no function finds difficult.</summary>
    private static Simd Partial(ReadOnlySpan<double> x)
    {
        Vector<double> all = Vector<double>.One;
        for (int lane = 0; lane < x.Length; lane++)
        {
            all = all.WithElement(lane, x[lane]);
        }

        return new(all);
    }
}
