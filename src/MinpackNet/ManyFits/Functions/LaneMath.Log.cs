using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <content>The logarithm.</content>
public static partial class LaneMath
{
    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>2^54, which makes a subnormal number normal.</summary>
    private const double Normalizer = 18014398509481984;
    private const double NormalizerExponent = 54;

    /// <summary>
    /// Added to the bits of x it makes a number whose exponent is the one that leaves a fraction between the roots of
    /// 1/2 and 2.
    /// </summary>
    private const long BeyondRoot = 0x3FF0000000000000 - 0x3FE6A09E667F3BCD;

    /// <summary>The bits of 2^52, whose last bits show an integer that is put there.</summary>
    private const long IntegerBits = 0x4330000000000000;
    private const double IntegerOffset = 4503599627370496 + ExponentBias;

    // The coefficients of q, a polynomial in s² that interpolates (log((1+s)/(1-s)) - 2 s) / s³ in the Chebyshev nodes
    // of its range.
    private const double Q0 = 0.666666666666667;
    private const double Q1 = 0.39999999999899444;
    private const double Q2 = 0.2857142862600327;
    private const double Q3 = 0.22222211130259878;
    private const double Q4 = 0.18182889455674947;
    private const double Q5 = 0.15331710618210773;
    private const double Q6 = 0.14616585424888623;

    /// <summary>The natural logarithm, to one unit in the last place.</summary>
    /// <param name="x">Any numbers. Zero gives minus infinity; NaN and negative numbers give NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Log(Vector<double> x) => Log(new Simd(x)).Value;

    /// <summary>The natural logarithm of each number, to one unit in the last place.</summary>
    /// <param name="x">Any numbers. Zero gives minus infinity; NaN and negative numbers give NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">
    /// There is less room for results than there are numbers, or only a part of the memory is the same.
    /// </exception>
    public static void Log(ReadOnlySpan<double> x, Span<double> results) => Apply<LogFunction>(x, results);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Log<T>(T x)
        where T : struct, ISimd<T>
    {
        bool areNormal = T.AllAtMost(T.All(SmallestNormal), x) && T.AllAtMost(x, T.All(double.MaxValue));
        return areNormal ? LogOfNormal(x, T.All(0)) : LogOfAny(x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T LogOfAny<T>(T x)
        where T : struct, ISimd<T>
    {
        T zero = T.All(0);
        T infinity = T.All(double.PositiveInfinity);
        (T normal, T offset) = Normalized(x);
        T result = LogOfNormal(normal, offset);
        result = T.Select(T.Equal(x, infinity), infinity, result);
        result = T.Select(T.Equal(x, zero), -infinity, result);
        return T.Select(T.AtMost(zero, x), result, T.All(double.NaN));
    }

    /// <summary>The same numbers, subnormal ones made normal, and what that adds to their exponents.</summary>
    private static (T Normal, T Offset) Normalized<T>(T x)
        where T : struct, ISimd<T>
    {
        T isSmall = T.Less(x, T.All(SmallestNormal));
        return (
            T.Select(isSmall, x * T.All(Normalizer), x), T.Select(isSmall, T.All(-NormalizerExponent), T.All(0)));
    }

    /// <summary>
    /// The fraction f and the exponent k of a normal number 2^k (1 + f), with 1 + f between the roots of 1/2 and 2.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Fraction, T Exponent) Split<T>(T x)
        where T : struct, ISimd<T>
    {
        T exponent = T.ShiftBitsRight(T.AddBits(x, T.AllBits(BeyondRoot)), FractionBits);
        T k = (exponent | T.AllBits(IntegerBits)) - T.All(IntegerOffset);
        T f = T.SubtractBits(
            x, T.ShiftBitsLeft(T.SubtractBits(exponent, T.AllBits(ExponentBias)), FractionBits)) - T.All(1);
        return (f, k);
    }

    /// <summary>The logarithm of x, where x is normal, plus an integer times the logarithm of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogOfNormal<T>(T x, T offset)
        where T : struct, ISimd<T>
    {
        (T f, T k) = Split(x);
        k += offset;

        // With s = f / (2 + f) the logarithm of 1 + f is 2 s + s³ q(s²), and 2 s = f - s f. Written as f less a small
        // number, its largest error is the rounding at the end (Tang 1990).
        T s = f / (f + T.All(2));
        T square = s * s;
        T fourth = square * square;
        T even = (T.All(Q6) * fourth) + T.All(Q4);
        T odd = (T.All(Q5) * fourth) + T.All(Q3);
        even = (even * fourth) + T.All(Q2);
        odd = (odd * fourth) + T.All(Q1);
        even = (even * fourth) + T.All(Q0);
        T rest = square * ((odd * square) + even);
        T half = T.All(0.5) * f * f;
        T below = half - ((s * (half + rest)) + (k * T.All(Ln2Lower)));
        return (k * T.All(Ln2Upper)) - (below - f);
    }

    private readonly struct LogFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => Log(x);
    }
}
