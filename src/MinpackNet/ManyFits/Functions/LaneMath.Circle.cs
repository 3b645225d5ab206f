using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet;

/// <content>Sine, cosine and tangent.</content>
public static partial class LaneMath
{
    private const double TwoOverPi = 0.6366197723675814;

    // Half of pi in three parts. The first two have zeros enough at their ends for exact products with the quadrants.
    private const double HalfPiUpper = 1.5707963267341256;
    private const double HalfPiMiddle = 6.077100506303966e-11;
    private const double HalfPiLower = 2.0222662487959506e-21;

    /// <summary>Up to here, in size, those products are exact.</summary>
    private const double FewTurns = 1e6;

    /// <summary>Remainders below this have too few digits left, unless nothing was taken off.</summary>
    private const double SmallRemainder = 1e-9;

    // The coefficients of polynomials in r² that interpolate (sin r - r) / r³ and (cos r - 1 + r²/2) / r⁴ in the
    // Chebyshev nodes of their range.
    private const double S0 = -0.16666666666666666;
    private const double S1 = 0.008333333333330936;
    private const double S2 = -0.00019841269836740532;
    private const double S3 = 2.7557316093198404e-06;
    private const double S4 = -2.5051129896450185e-08;
    private const double S5 = 1.5917988979397435e-10;
    private const double C0 = 0.041666666666666664;
    private const double C1 = -0.0013888888888887389;
    private const double C2 = 2.48015872987544e-05;
    private const double C3 = -2.755731726587808e-07;
    private const double C4 = 2.087614504941318e-09;
    private const double C5 = -1.138254464534925e-11;

    /// <summary>The sine, to one unit in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Sin(Vector<double> x) => OnCircle(x).Sin;

    /// <summary>The cosine, to one unit in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Cos(Vector<double> x) => OnCircle(x).Cos;

    /// <summary>The tangent, to two units in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tan(Vector<double> x)
    {
        Place place = OnCircle(x);
        Vector<double> ratio = place.Sin / place.Cos;
        Vector<double> corrected = ratio + ((place.SinLost - (ratio * place.CosLost)) / place.Cos);
        return Vector.ConditionalSelect(Vector.Equals(ratio, Vector<double>.Zero), ratio, corrected);
    }

    /// <summary>Sine and cosine, each to one unit in the last place, in little more time than one of them.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector<double> Sin, Vector<double> Cos) SinCos(Vector<double> x)
    {
        Place place = OnCircle(x);
        return (place.Sin, place.Cos);
    }

    /// <summary>The sine of each number, to one unit in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">There is less room for results than there are numbers.</exception>
    public static void Sin(ReadOnlySpan<double> x, Span<double> results) => Apply<SinFunction>(x, results);

    /// <summary>The cosine of each number, to one unit in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">There is less room for results than there are numbers.</exception>
    public static void Cos(ReadOnlySpan<double> x, Span<double> results) => Apply<CosFunction>(x, results);

    /// <summary>The tangent of each number, to two units in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">There is less room for results than there are numbers.</exception>
    public static void Tan(ReadOnlySpan<double> x, Span<double> results) => Apply<TanFunction>(x, results);

    /// <summary>Sine and cosine of each number, each to one unit in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <param name="sines">Receives as many sines; may be the same memory.</param>
    /// <param name="cosines">Receives as many cosines; not the memory of the sines.</param>
    /// <exception cref="ArgumentException">There is less room for results than there are numbers.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SinCos(ReadOnlySpan<double> x, Span<double> sines, Span<double> cosines)
    {
        if (Math.Min(sines.Length, cosines.Length) < x.Length)
        {
            bool isOfSines = sines.Length < x.Length;
            throw Errors.ShortResults(
                isOfSines ? nameof(sines) : nameof(cosines), Math.Min(sines.Length, cosines.Length), x.Length);
        }

        ref double from = ref MemoryMarshal.GetReference(x);
        ref double toSines = ref MemoryMarshal.GetReference(sines);
        ref double toCosines = ref MemoryMarshal.GetReference(cosines);
        int i = 0;
        for (; i <= x.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (Vector<double> sin, Vector<double> cos) = SinCos(Vector.LoadUnsafe(ref from, (nuint)i));
            sin.StoreUnsafe(ref toSines, (nuint)i);
            cos.StoreUnsafe(ref toCosines, (nuint)i);
        }

        if (i < x.Length)
        {
            (Vector<double> sin, Vector<double> cos) = SinCos(Partial(x[i..]));
            for (int lane = 0; i < x.Length; lane++, i++)
            {
                sines[i] = sin[lane];
                cosines[i] = cos[lane];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Place OnCircle(Vector<double> x)
    {
        Vector<double> rounder = new(Rounder);
        Vector<double> rounded = (x * new Vector<double>(TwoOverPi)) + rounder;
        Vector<double> k = rounded - rounder;

        // r + lost is x less k quadrants: the first two products and the first difference are exact, and the second
        // difference with what its rounding lost.
        Vector<double> upper = x - (k * new Vector<double>(HalfPiUpper));
        Vector<double> middle = k * new Vector<double>(HalfPiMiddle);
        Vector<double> difference = upper - middle;
        Vector<double> back = difference - upper;
        Vector<double> lower = (k * new Vector<double>(HalfPiLower))
            - ((upper - (difference - back)) - (middle + back));
        Vector<double> r = difference - lower; // a zero keeps its sign
        Vector<double> lost = (difference - r) - lower;
        Vector<long> isPrecise = Vector.GreaterThanOrEqual(Vector.Abs(r), new Vector<double>(SmallRemainder))
            | Vector.Equals(k, Vector<double>.Zero);
        Vector<long> isModerate = Vector.LessThanOrEqual(Vector.Abs(x), new Vector<double>(FewTurns));
        return Vector.EqualsAll(isPrecise & isModerate, Vector<long>.AllBitsSet)
            ? InQuadrants(Vector.AsVectorInt64(rounded), r, lost)
            : OnCircleAnywhere(x, rounded, r, lost, isPrecise & isModerate);
    }

    /// <summary>The same where a number is large, or close to a multiple of a right angle, or not finite.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Place OnCircleAnywhere(
        Vector<double> x, Vector<double> rounded, Vector<double> r, Vector<double> lost, Vector<long> isGood)
    {
        Vector<long> quadrants = Vector.AsVectorInt64(rounded);
        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            if (isGood[lane] == 0)
            {
                (int quadrant, double remainder, double rest) = AngleReduction.Of(x[lane]);
                quadrants = quadrants.WithElement(lane, quadrant);
                r = r.WithElement(lane, remainder);
                lost = lost.WithElement(lane, rest);
            }
        }

        return InQuadrants(quadrants, r, lost);
    }

    /// <summary>Sine and cosine of r + lost, at most half a right angle, turned by right angles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Place InQuadrants(
        Vector<long> quadrants, Vector<double> r, Vector<double> lost)
    {
        Vector<double> square = r * r;
        Vector<double> fourth = square * square;

        // The sine is r less something small, the cosine 1 less half of r² less something small: but for that the
        // largest error is the rounding at the end.
        Vector<double> cube = square * r;
        Vector<double> odd = (((new Vector<double>(S5) * fourth) + new Vector<double>(S3)) * fourth)
            + new Vector<double>(S1);
        Vector<double> even = (new Vector<double>(S4) * fourth) + new Vector<double>(S2);
        Vector<double> p = (even * square) + odd;
        Vector<double> half = new(0.5);
        Vector<double> below = ((square * ((half * lost) - (cube * p))) - lost) - (cube * new Vector<double>(S0));
        Vector<double> sin = r - below;
        Vector<double> sinLost = (r - sin) - below;

        odd = (((new Vector<double>(C5) * fourth) + new Vector<double>(C3)) * fourth) + new Vector<double>(C1);
        even = (((new Vector<double>(C4) * fourth) + new Vector<double>(C2)) * fourth) + new Vector<double>(C0);
        Vector<double> halfSquare = half * square;
        Vector<double> most = Vector<double>.One - halfSquare;
        Vector<double> rest = ((Vector<double>.One - most) - halfSquare)
            + ((fourth * ((odd * square) + even)) - (r * lost));
        Vector<double> cos = most + rest;
        Vector<double> cosLost = (most - cos) + rest;

        Vector<long> isOdd = Vector.Equals(quadrants & Vector<long>.One, Vector<long>.One);
        Vector<long> sineSign = Vector.ShiftLeft(quadrants & new Vector<long>(2), 62);
        Vector<long> cosineSign = Vector.ShiftLeft((quadrants + Vector<long>.One) & new Vector<long>(2), 62);
        return new(
            Signed(Vector.ConditionalSelect(isOdd, cos, sin), sineSign),
            Signed(Vector.ConditionalSelect(isOdd, cosLost, sinLost), sineSign),
            Signed(Vector.ConditionalSelect(isOdd, sin, cos), cosineSign),
            Signed(Vector.ConditionalSelect(isOdd, sinLost, cosLost), cosineSign));

        static Vector<double> Signed(Vector<double> value, Vector<long> sign) =>
            Vector.AsVectorDouble(Vector.AsVectorInt64(value) ^ sign);
    }

    /// <summary>Sine and cosine, with what the rounding of each lost.</summary>
    private readonly record struct Place(
        Vector<double> Sin, Vector<double> SinLost, Vector<double> Cos, Vector<double> CosLost);

    private readonly struct SinFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<double> Of(Vector<double> x) => Sin(x);
    }

    private readonly struct CosFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<double> Of(Vector<double> x) => Cos(x);
    }

    private readonly struct TanFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<double> Of(Vector<double> x) => Tan(x);
    }
}
