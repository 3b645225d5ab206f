using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>Loops over blocks whose length is that of whole vectors.</summary>
/// <remarks>
/// Optimized at the first call: unoptimized, vector code is fifty times slower, and a fit is over before the runtime
/// compiles anew what is called often.
/// </remarks>
internal static class BlockLoops
{
    public interface IUnary
    {
        static abstract Vector<double> Of(Vector<double> x);
    }

    public interface IBinary
    {
        static abstract Vector<double> Of(Vector<double> x, Vector<double> y);
    }

    public interface ITernary
    {
        static abstract Vector<double> Of(Vector<double> x, Vector<double> y, Vector<double> z);
    }

    /// <summary>The length of a block for so many numbers.</summary>
    public static int Whole(int count) =>
        (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    /// <summary>The operand is as long as the result, or one vector for all of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Each<TUnary>(ReadOnlySpan<double> x, Span<double> result)
        where TUnary : struct, IUnary
    {
        Span<Vector<double>> to = Vectors(result);
        if (x.Length < result.Length)
        {
            to.Fill(TUnary.Of(new(x)));
            return;
        }

        ReadOnlySpan<Vector<double>> from = Vectors(x)[..to.Length];
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = TUnary.Of(from[i]);
        }
    }

    /// <summary>Each operand is as long as the result, or one vector for all of it, but not both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pairs<TBinary>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> result)
        where TBinary : struct, IBinary
    {
        Span<Vector<double>> to = Vectors(result);
        if (x.Length < result.Length)
        {
            Vector<double> left = new(x);
            ReadOnlySpan<Vector<double>> right = Vectors(y)[..to.Length];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = TBinary.Of(left, right[i]);
            }
        }
        else if (y.Length < result.Length)
        {
            ReadOnlySpan<Vector<double>> left = Vectors(x)[..to.Length];
            Vector<double> right = new(y);
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = TBinary.Of(left[i], right);
            }
        }
        else
        {
            ReadOnlySpan<Vector<double>> left = Vectors(x)[..to.Length];
            ReadOnlySpan<Vector<double>> right = Vectors(y)[..to.Length];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = TBinary.Of(left[i], right[i]);
            }
        }
    }

    /// <summary>z + x y or z - x y, where each operand is as long as the result, or one vector for all of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Triples<TTernary>(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> result)
        where TTernary : struct, ITernary
    {
        Span<Vector<double>> to = Vectors(result);
        (int left, int right, int sum) = (Step(x, result), Step(y, result), Step(z, result));
        ReadOnlySpan<Vector<double>> a = Vectors(x);
        ReadOnlySpan<Vector<double>> b = Vectors(y);
        ReadOnlySpan<Vector<double>> c = Vectors(z);
        if (left == 1 && right == 1 && sum == 1)
        {
            a = a[..to.Length];
            b = b[..to.Length];
            c = c[..to.Length];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = TTernary.Of(a[i], b[i], c[i]);
            }
        }
        else
        {
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = TTernary.Of(a[left * i], b[right * i], c[sum * i]);
            }
        }
    }

    /// <summary>How far the next vector of an operand is.</summary>
    private static int Step(ReadOnlySpan<double> operand, ReadOnlySpan<double> result) =>
        operand.Length < result.Length ? 0 : 1;

    private static Span<Vector<double>> Vectors(Span<double> block) =>
        MemoryMarshal.Cast<double, Vector<double>>(block);

    private static ReadOnlySpan<Vector<double>> Vectors(ReadOnlySpan<double> block) =>
        MemoryMarshal.Cast<double, Vector<double>>(block);

    public readonly struct Sum : IBinary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y) => x + y;
    }

    public readonly struct Difference : IBinary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y) => x - y;
    }

    public readonly struct Product : IBinary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y) => x * y;
    }

    public readonly struct Quotient : IBinary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y) => x / y;
    }

    public readonly struct AddedProduct : ITernary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y, Vector<double> z) => z + (x * y);
    }

    public readonly struct SubtractedProduct : ITernary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y, Vector<double> z) => z - (x * y);
    }

    public readonly struct Same : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => x;
    }

    public readonly struct Negative : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => -x;
    }

    public readonly struct Square : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => x * x;
    }

    public readonly struct Cube : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => x * x * x;
    }

    public readonly struct Twice : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => x + x;
    }

    public readonly struct ThreeSquares : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => new Vector<double>(3) * x * x;
    }

    public readonly struct Root : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => Vector.SquareRoot(x);
    }

    public readonly struct Size : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => Vector.Abs(x);
    }

    public readonly struct Reciprocal : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => Vector<double>.One / x;
    }

    /// <summary>1 / (2 x), the slope of a root x.</summary>
    public readonly struct HalfReciprocal : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => new Vector<double>(0.5) / x;
    }

    /// <summary>1 + x², the slope of a tangent x.</summary>
    public readonly struct OneAndSquare : IUnary
    {
        public static Vector<double> Of(Vector<double> x) => Vector<double>.One + (x * x);
    }

    /// <summary>1 - x², the slope of a hyperbolic tangent x.</summary>
    public readonly struct OneLessSquare : IUnary
    {
        public static Vector<double> Of(Vector<double> x) =>
            (Vector<double>.One - x) * (Vector<double>.One + x);
    }
}
