using System.Numerics;
using System.Runtime.InteropServices;

namespace MinpackNet.Fitting;

/// <summary>Loops over blocks whose length is that of whole vectors.</summary>
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

    /// <summary>The length of a block for so many numbers.</summary>
    public static int Whole(int count) =>
        (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    public static void Each<TUnary>(ReadOnlySpan<double> x, Span<double> result)
        where TUnary : struct, IUnary
    {
        Span<Vector<double>> to = Vectors(result);
        ReadOnlySpan<Vector<double>> from = Vectors(x)[..to.Length];
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = TUnary.Of(from[i]);
        }
    }

    /// <summary>At most one of the operands is uniform.</summary>
    public static void Pairs<TBinary>(Operand x, Operand y, Span<double> result)
        where TBinary : struct, IBinary
    {
        Span<Vector<double>> to = Vectors(result);
        if (x.IsUniform)
        {
            Vector<double> left = x.Row;
            ReadOnlySpan<Vector<double>> from = Vectors(y.Block)[..to.Length];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = TBinary.Of(left, from[i]);
            }
        }
        else if (y.IsUniform)
        {
            Vector<double> right = y.Row;
            ReadOnlySpan<Vector<double>> from = Vectors(x.Block)[..to.Length];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = TBinary.Of(from[i], right);
            }
        }
        else
        {
            ReadOnlySpan<Vector<double>> left = Vectors(x.Block)[..to.Length];
            ReadOnlySpan<Vector<double>> right = Vectors(y.Block)[..to.Length];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] = TBinary.Of(left[i], right[i]);
            }
        }
    }

    /// <summary>sum += x y, where at most one of the operands is uniform.</summary>
    public static void AddProducts(Operand x, Operand y, Span<double> sum)
    {
        Span<Vector<double>> to = Vectors(sum);
        if (x.IsUniform || y.IsUniform)
        {
            Vector<double> factor = x.IsUniform ? x.Row : y.Row;
            ReadOnlySpan<Vector<double>> from = Vectors(x.IsUniform ? y.Block : x.Block)[..to.Length];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] += from[i] * factor;
            }
        }
        else
        {
            ReadOnlySpan<Vector<double>> left = Vectors(x.Block)[..to.Length];
            ReadOnlySpan<Vector<double>> right = Vectors(y.Block)[..to.Length];
            for (int i = 0; i < to.Length; i++)
            {
                to[i] += left[i] * right[i];
            }
        }
    }

    public static void Add(Vector<double> row, Span<double> sum)
    {
        foreach (ref Vector<double> vector in Vectors(sum))
        {
            vector += row;
        }
    }

    /// <summary>Any length.</summary>
    public static void Fill(Vector<double> row, Span<double> result)
    {
        Span<Vector<double>> whole = Vectors(result);
        whole.Fill(row);
        for (int i = whole.Length * Vector<double>.Count; i < result.Length; i++)
        {
            result[i] = row[i % Vector<double>.Count];
        }
    }

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

    /// <summary>-x / y.</summary>
    public readonly struct NegativeQuotient : IBinary
    {
        public static Vector<double> Of(Vector<double> x, Vector<double> y) => -x / y;
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
