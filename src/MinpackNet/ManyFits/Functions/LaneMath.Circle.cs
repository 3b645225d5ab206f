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
    public static Vector<double> Sin(Vector<double> x) => OnCircle(new Simd(x)).Sin.Value;

    /// <summary>The cosine, to one unit in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Cos(Vector<double> x) => OnCircle(new Simd(x)).Cos.Value;

    /// <summary>The tangent, to two units in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tan(Vector<double> x) => Tan(new Simd(x)).Value;

    /// <summary>Sine and cosine, each to one unit in the last place, in little more time than one of them.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector<double> Sin, Vector<double> Cos) SinCos(Vector<double> x)
    {
        Place<Simd> place = OnCircle(new Simd(x));
        return (place.Sin.Value, place.Cos.Value);
    }

    /// <summary>The sine of each number, to one unit in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">
    /// There is less room for results than there are numbers, or only a part of the memory is the same.
    /// </exception>
    public static void Sin(ReadOnlySpan<double> x, Span<double> results) => Apply<SinFunction>(x, results);

    /// <summary>The cosine of each number, to one unit in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">
    /// There is less room for results than there are numbers, or only a part of the memory is the same.
    /// </exception>
    public static void Cos(ReadOnlySpan<double> x, Span<double> results) => Apply<CosFunction>(x, results);

    /// <summary>The tangent of each number, to two units in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">
    /// There is less room for results than there are numbers, or only a part of the memory is the same.
    /// </exception>
    public static void Tan(ReadOnlySpan<double> x, Span<double> results) => Apply<TanFunction>(x, results);

    /// <summary>Sine and cosine of each number, each to one unit in the last place.</summary>
    /// <param name="x">Angles in radians, of any size. NaN and infinity give NaN.</param>
    /// <param name="sines">Receives as many sines; may be the same memory.</param>
    /// <param name="cosines">Receives as many cosines; not the memory of the sines.</param>
    /// <exception cref="ArgumentException">
    /// There is less room for results than there are numbers, or only a part of the memory is the same.
    /// </exception>
    [MethodImpl(SimdLoop.Compiled)]
    public static void SinCos(ReadOnlySpan<double> x, Span<double> sines, Span<double> cosines)
    {
        CheckRoom(x, sines);
        CheckRoom(x, cosines);
        if (sines[..x.Length].Overlaps(cosines[..x.Length]))
        {
            throw Errors.OverlappingResults(nameof(cosines));
        }

        int done = Simd512.IsWider ? SinCosOf<Simd512>(x, sines, cosines) : 0;
        done += SinCosOf<Simd>(x[done..], sines[done..], cosines[done..]);
        if (done < x.Length)
        {
            (Vector<double> sin, Vector<double> cos) = SinCos(Partial(x[done..]).Value);
            for (int lane = 0; done < x.Length; lane++, done++)
            {
                sines[done] = sin[lane];
                cosines[done] = cos[lane];
            }
        }
    }

    /// <returns>How many numbers were whole registers.</returns>
    [MethodImpl(SimdLoop.Compiled)]
    private static int SinCosOf<T>(ReadOnlySpan<double> x, Span<double> sines, Span<double> cosines)
        where T : struct, ISimd<T>
    {
        ref double from = ref MemoryMarshal.GetReference(x);
        ref double toSines = ref MemoryMarshal.GetReference(sines);
        ref double toCosines = ref MemoryMarshal.GetReference(cosines);
        int i = 0;
        for (; i <= x.Length - T.Count; i += T.Count)
        {
            Place<T> place = OnCircle(T.Load(ref from, i));
            place.Sin.Store(ref toSines, i);
            place.Cos.Store(ref toCosines, i);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Tan<T>(T x)
        where T : struct, ISimd<T>
    {
        Place<T> place = OnCircle(x);
        T ratio = place.Sin / place.Cos;
        T corrected = ratio + ((place.SinLost - (ratio * place.CosLost)) / place.Cos);
        return T.Select(T.Equal(ratio, T.All(0)), ratio, corrected);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Place<T> OnCircle<T>(T x)
        where T : struct, ISimd<T>
    {
        T rounder = T.All(Rounder);
        T rounded = (x * T.All(TwoOverPi)) + rounder;
        T k = rounded - rounder;

        // r + lost is x less k quadrants: the first two products and the first difference are exact, and the second
        // difference with what its rounding lost.
        T upper = x - (k * T.All(HalfPiUpper));
        T middle = k * T.All(HalfPiMiddle);
        T difference = upper - middle;
        T back = difference - upper;
        T lower = (k * T.All(HalfPiLower)) - ((upper - (difference - back)) - (middle + back));
        T r = difference - lower; // a zero keeps its sign
        T lost = (difference - r) - lower;
        T isPrecise = T.AtMost(T.All(SmallRemainder), T.Abs(r)) | T.Equal(k, T.All(0));
        T isGood = isPrecise & T.AtMost(T.Abs(x), T.All(FewTurns));
        return T.Everywhere(isGood)
            ? InQuadrants(rounded, r, lost)
            : OnCircleAnywhere(x, rounded, r, lost, isGood);
    }

    /// <summary>The same where a number is large, or close to a multiple of a right angle, or not finite.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Place<T> OnCircleAnywhere<T>(T x, T quadrants, T r, T lost, T isGood)
        where T : struct, ISimd<T>
    {
        Span<double> lanes = stackalloc double[5 * T.Count];
        Span<double> angles = lanes[..T.Count];
        Span<double> turns = lanes[T.Count..][..T.Count];
        Span<double> remainders = lanes[(2 * T.Count)..][..T.Count];
        Span<double> rests = lanes[(3 * T.Count)..][..T.Count];
        Span<double> good = lanes[(4 * T.Count)..];
        x.Store(ref angles[0], 0);
        quadrants.Store(ref turns[0], 0);
        r.Store(ref remainders[0], 0);
        lost.Store(ref rests[0], 0);
        isGood.Store(ref good[0], 0);
        for (int lane = 0; lane < T.Count; lane++)
        {
            if (BitConverter.DoubleToInt64Bits(good[lane]) == 0)
            {
                (int quadrant, remainders[lane], rests[lane]) = AngleReduction.Of(angles[lane]);
                turns[lane] = BitConverter.Int64BitsToDouble(quadrant);
            }
        }

        return InQuadrants(T.Load(ref turns[0], 0), T.Load(ref remainders[0], 0), T.Load(ref rests[0], 0));
    }

    /// <summary>
    /// Sine and cosine of r + lost, at most half a right angle, turned by as many right angles as the last bits say.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Place<T> InQuadrants<T>(T quadrants, T r, T lost)
        where T : struct, ISimd<T>
    {
        T square = r * r;
        T fourth = square * square;

        // The sine is r less something small, the cosine 1 less half of r² less something small: but for that the
        // largest error is the rounding at the end.
        T cube = square * r;
        T odd = (((T.All(S5) * fourth) + T.All(S3)) * fourth) + T.All(S1);
        T even = (T.All(S4) * fourth) + T.All(S2);
        T p = (even * square) + odd;
        T half = T.All(0.5);
        T below = ((square * ((half * lost) - (cube * p))) - lost) - (cube * T.All(S0));
        T sin = r - below;
        T sinLost = (r - sin) - below;

        odd = (((T.All(C5) * fourth) + T.All(C3)) * fourth) + T.All(C1);
        even = (((T.All(C4) * fourth) + T.All(C2)) * fourth) + T.All(C0);
        T halfSquare = half * square;
        T most = T.All(1) - halfSquare;
        T rest = ((T.All(1) - most) - halfSquare) + ((fourth * ((odd * square) + even)) - (r * lost));
        T cos = most + rest;
        T cosLost = (most - cos) + rest;

        T one = T.AllBits(1);
        T two = T.AllBits(2);
        T isOdd = T.EqualBits(quadrants & one, one);
        T sineSign = T.ShiftBitsLeft(quadrants & two, 62);
        T cosineSign = T.ShiftBitsLeft(T.AddBits(quadrants, one) & two, 62);
        return new(
            T.Select(isOdd, cos, sin) ^ sineSign,
            T.Select(isOdd, cosLost, sinLost) ^ sineSign,
            T.Select(isOdd, sin, cos) ^ cosineSign,
            T.Select(isOdd, sinLost, cosLost) ^ cosineSign);
    }

    /// <summary>Sine and cosine, with what the rounding of each lost.</summary>
    private readonly struct Place<T>(T sin, T sinLost, T cos, T cosLost)
    {
        public readonly T Sin = sin;
        public readonly T SinLost = sinLost;
        public readonly T Cos = cos;
        public readonly T CosLost = cosLost;
    }

    private readonly struct SinFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => OnCircle(x).Sin;
    }

    private readonly struct CosFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => OnCircle(x).Cos;
    }

    private readonly struct TanFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => Tan(x);
    }
}
