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
    public static Vector<double> Log(Vector<double> x)
    {
        bool areNormal = Vector.GreaterThanOrEqualAll(x, new Vector<double>(SmallestNormal))
            && Vector.LessThanOrEqualAll(x, new Vector<double>(double.MaxValue));
        return areNormal ? LogOfNormal(x, Vector<double>.Zero) : LogOfAny(x);
    }

    /// <summary>The natural logarithm of each number, to one unit in the last place.</summary>
    /// <param name="x">Any numbers. Zero gives minus infinity; NaN and negative numbers give NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">There is less room for results than there are numbers.</exception>
    public static void Log(ReadOnlySpan<double> x, Span<double> results) => Apply<LogFunction>(x, results);

    private static Vector<double> LogOfAny(Vector<double> x)
    {
        Vector<long> isSmall = Vector.LessThan(x, new Vector<double>(SmallestNormal));
        Vector<double> offset =
            Vector.ConditionalSelect(isSmall, new Vector<double>(-NormalizerExponent), Vector<double>.Zero);
        Vector<double> result =
            LogOfNormal(Vector.ConditionalSelect(isSmall, x * new Vector<double>(Normalizer), x), offset);
        Vector<double> infinity = new(double.PositiveInfinity);
        result = Vector.ConditionalSelect(Vector.Equals(x, infinity), infinity, result);
        result = Vector.ConditionalSelect(Vector.Equals(x, Vector<double>.Zero), -infinity, result);
        return Vector.ConditionalSelect(
            Vector.GreaterThanOrEqual(x, Vector<double>.Zero), result, new Vector<double>(double.NaN));
    }

    /// <summary>The logarithm of x, where x is normal, plus an integer times the logarithm of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> LogOfNormal(Vector<double> x, Vector<double> offset)
    {
        // x = 2^k (1 + f), with 1 + f between the roots of 1/2 and 2.
        Vector<long> bits = Vector.AsVectorInt64(x);
        Vector<long> exponent = Vector.AsVectorInt64(
            Vector.ShiftRightLogical(Vector.AsVectorUInt64(bits + new Vector<long>(BeyondRoot)), FractionBits));
        Vector<double> k = Vector.AsVectorDouble(exponent | new Vector<long>(IntegerBits))
            - new Vector<double>(IntegerOffset) + offset;
        Vector<double> f = Vector.AsVectorDouble(
            bits - Vector.ShiftLeft(exponent - new Vector<long>(ExponentBias), FractionBits)) - Vector<double>.One;

        // With s = f / (2 + f) the logarithm of 1 + f is 2 s + s³ q(s²), and 2 s = f - s f. Written as f less a small
        // number, its largest error is the rounding at the end (Tang 1990).
        Vector<double> s = f / (f + new Vector<double>(2));
        Vector<double> square = s * s;
        Vector<double> fourth = square * square;
        Vector<double> even = (new Vector<double>(Q6) * fourth) + new Vector<double>(Q4);
        Vector<double> odd = (new Vector<double>(Q5) * fourth) + new Vector<double>(Q3);
        even = (even * fourth) + new Vector<double>(Q2);
        odd = (odd * fourth) + new Vector<double>(Q1);
        even = (even * fourth) + new Vector<double>(Q0);
        Vector<double> rest = square * ((odd * square) + even);
        Vector<double> half = new Vector<double>(0.5) * f * f;
        Vector<double> below = half - ((s * (half + rest)) + (k * new Vector<double>(Ln2Lower)));
        return (k * new Vector<double>(Ln2Upper)) - (below - f);
    }

    private readonly struct LogFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<double> Of(Vector<double> x) => Log(x);
    }
}
