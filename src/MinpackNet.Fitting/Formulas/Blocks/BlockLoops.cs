using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>Loops over blocks whose length is that of whole vectors.</summary>
internal static class BlockLoops
{
    /// <summary>No block has more numbers: those of most formulas stay in the processor's first cache.</summary>
    public const int Most = 256;

    public interface IUnary
    {
        static abstract T Of<T>(T x)
            where T : struct, ISimd<T>;
    }

    public interface IBinary
    {
        static abstract T Of<T>(T x, T y)
            where T : struct, ISimd<T>;
    }

    public interface ITernary
    {
        static abstract T Of<T>(T x, T y, T z)
            where T : struct, ISimd<T>;
    }

    /// <summary>The length of a block for so many numbers.</summary>
    public static int Whole(int count) =>
        (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    /// <summary>The operand is as long as the result, or one vector for all of it.</summary>
    public static void Each<TUnary>(ReadOnlySpan<double> x, Span<double> result)
        where TUnary : struct, IUnary
    {
        int done = IsForWider(result) ? Each<TUnary, Simd512>(0, x, result) : 0;
        if (done < result.Length)
        {
            Each<TUnary, Simd>(done, x, result);
        }
    }

    /// <summary>Each operand is as long as the result, or one vector for all of it, but not both.</summary>
    public static void Pairs<TBinary>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result)
        where TBinary : struct, IBinary
    {
        int done = IsForWider(result) ? Pairs<TBinary, Simd512>(0, x, y, result) : 0;
        if (done < result.Length)
        {
            Pairs<TBinary, Simd>(done, x, y, result);
        }
    }

    /// <summary>Each operand is as long as the result, or one vector for all of it.</summary>
    public static void Triples<TTernary>(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> result)
        where TTernary : struct, ITernary
    {
        int done = IsForWider(result) ? Triples<TTernary, Simd512>(0, x, y, z, result) : 0;
        if (done < result.Length)
        {
            Triples<TTernary, Simd>(done, x, y, z, result);
        }
    }

    [MethodImpl(SimdLoop.Compiled)]
    private static int Each<TUnary, T>(int i, ReadOnlySpan<double> x, Span<double> result)
        where TUnary : struct, IUnary
        where T : struct, ISimd<T>
    {
        ref double to = ref MemoryMarshal.GetReference(result);
        int last = result.Length - T.Count;
        if (IsOne(x, result))
        {
            T value = TUnary.Of(T.Repeat(ref First(x, Vector<double>.Count)));
            for (; i <= last; i += T.Count)
            {
                value.Store(ref to, i);
            }
        }
        else
        {
            ref double from = ref First(x, result.Length);
            for (; i <= last; i += T.Count)
            {
                TUnary.Of(T.Load(ref from, i)).Store(ref to, i);
            }
        }

        return i;
    }

    [MethodImpl(SimdLoop.Compiled)]
    private static int Pairs<TBinary, T>(int i, ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result)
        where TBinary : struct, IBinary
        where T : struct, ISimd<T>
    {
        ref double to = ref MemoryMarshal.GetReference(result);
        int last = result.Length - T.Count;
        if (IsOne(x, result))
        {
            T left = T.Repeat(ref First(x, Vector<double>.Count));
            ref double right = ref First(y, result.Length);
            for (; i <= last; i += T.Count)
            {
                TBinary.Of(left, T.Load(ref right, i)).Store(ref to, i);
            }
        }
        else if (IsOne(y, result))
        {
            ref double left = ref First(x, result.Length);
            T right = T.Repeat(ref First(y, Vector<double>.Count));
            for (; i <= last; i += T.Count)
            {
                TBinary.Of(T.Load(ref left, i), right).Store(ref to, i);
            }
        }
        else
        {
            ref double left = ref First(x, result.Length);
            ref double right = ref First(y, result.Length);
            for (; i <= last; i += T.Count)
            {
                TBinary.Of(T.Load(ref left, i), T.Load(ref right, i)).Store(ref to, i);
            }
        }

        return i;
    }

    [MethodImpl(SimdLoop.Compiled)]
    private static int Triples<TTernary, T>(
        int i, ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> result)
        where TTernary : struct, ITernary
        where T : struct, ISimd<T>
    {
        ref double to = ref MemoryMarshal.GetReference(result);
        int last = result.Length - T.Count;
        (bool isOneX, bool isOneY, bool isOneZ) = (IsOne(x, result), IsOne(y, result), IsOne(z, result));
        ref double a = ref First(x, isOneX ? Vector<double>.Count : result.Length);
        ref double b = ref First(y, isOneY ? Vector<double>.Count : result.Length);
        ref double c = ref First(z, isOneZ ? Vector<double>.Count : result.Length);
        if (isOneX || isOneY || isOneZ)
        {
            for (; i <= last; i += T.Count)
            {
                TTernary.Of(At<T>(ref a, i, isOneX), At<T>(ref b, i, isOneY), At<T>(ref c, i, isOneZ)).Store(ref to, i);
            }
        }
        else
        {
            for (; i <= last; i += T.Count)
            {
                TTernary.Of(T.Load(ref a, i), T.Load(ref b, i), T.Load(ref c, i)).Store(ref to, i);
            }
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T At<T>(ref double operand, int i, bool isOne)
        where T : struct, ISimd<T> => isOne ? T.Repeat(ref operand) : T.Load(ref operand, i);

    private static bool IsForWider(Span<double> result) => Simd512.IsWider && result.Length >= Simd512.Count;

    /// <summary>Whether an operand is one vector for all of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOne(ReadOnlySpan<double> operand, Span<double> result) => operand.Length < result.Length;

    /// <summary>The first of so many numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double First(ReadOnlySpan<double> numbers, int count) =>
        ref MemoryMarshal.GetReference(numbers[..count]);

    public readonly struct Sum : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ISimd<T> => x + y;
    }

    public readonly struct Difference : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ISimd<T> => x - y;
    }

    public readonly struct Product : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ISimd<T> => x * y;
    }

    public readonly struct Quotient : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ISimd<T> => x / y;
    }

    public readonly struct AddedProduct : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y, T z)
            where T : struct, ISimd<T> => z + (x * y);
    }

    public readonly struct SubtractedProduct : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y, T z)
            where T : struct, ISimd<T> => z - (x * y);
    }

    public readonly struct Same : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => x;
    }

    public readonly struct Negative : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => -x;
    }

    public readonly struct Square : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => x * x;
    }

    public readonly struct Cube : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => x * x * x;
    }

    public readonly struct Twice : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => x + x;
    }

    public readonly struct ThreeSquares : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => T.All(3) * x * x;
    }

    public readonly struct Root : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => T.Sqrt(x);
    }

    public readonly struct Size : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => T.Abs(x);
    }

    public readonly struct Reciprocal : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => T.All(1) / x;
    }

    /// <summary>1 / (2 x), the slope of a root x.</summary>
    public readonly struct HalfReciprocal : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => T.All(0.5) / x;
    }

    /// <summary>1 + x², the slope of a tangent x.</summary>
    public readonly struct OneAndSquare : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => T.All(1) + (x * x);
    }

    /// <summary>1 - x², the slope of a hyperbolic tangent x.</summary>
    public readonly struct OneLessSquare : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => (T.All(1) - x) * (T.All(1) + x);
    }
}
