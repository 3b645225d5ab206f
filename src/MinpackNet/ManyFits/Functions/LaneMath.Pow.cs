using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet;

/// <content>Powers.</content>
public static partial class LaneMath
{
    // Two thirds in two parts, the upper one with the last bits zero.
    private const double TwoThirds = 0.6666666666666666;
    private const double TwoThirdsUpper = 0.6666666567325592;
    private const double TwoThirdsLower = 9.934107462565104e-09;

    // The coefficients of a polynomial in s² that interpolates (3/2 log((1+s)/(1-s)) / s - 3 - s²) / s⁴ in the
    // Chebyshev nodes of its range, to a relative error of 2^-53.
    private const double L0 = 0.6;
    private const double L1 = 0.4285714285714405;
    private const double L2 = 0.3333333333248383;
    private const double L3 = 0.272727275030892;
    private const double L4 = 0.23076892443777647;
    private const double L5 = 0.20002207040770967;
    private const double L6 = 0.1755935450923681;
    private const double L7 = 0.17584767935814777;

    /// <summary>All bits of a double but the last 27.</summary>
    private const long UpperBits = -1L << 27;

    /// <summary>Beyond this exponent the power of any number but 1 is zero or infinite.</summary>
    private const double LargestExponent = 36893488147419103232.0; // 2^65

    /// <summary>Powers, to two units in the last place.</summary>
    /// <param name="x">The bases. A negative one gives NaN, unless the exponent is an integer.</param>
    /// <param name="y">The exponents. Those of zero are 1, whatever the base.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Pow(Vector<double> x, Vector<double> y) => Pow(new Simd(x), new Simd(y)).Value;

    /// <summary>The power of each pair of numbers, to two units in the last place.</summary>
    /// <param name="x">The bases. A negative one gives NaN, unless the exponent is an integer.</param>
    /// <param name="y">As many exponents. Those of zero are 1, whatever the base.</param>
    /// <param name="results">Receives as many results; may be the memory of either.</param>
    /// <exception cref="ArgumentException">
    /// There is less room for results than there are bases, another number of exponents, or only a part of the memory
    /// is the same.
    /// </exception>
    [MethodImpl(SimdLoop.Compiled)]
    public static void Pow(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> results)
    {
        if (y.Length != x.Length)
        {
            throw Errors.ExponentCount(nameof(y), y.Length, x.Length);
        }

        CheckRoom(x, results);
        CheckRoom(y, results);
        int done = Simd512.IsWider ? PowOf<Simd512>(x, y, results) : 0;
        done += PowOf<Simd>(x[done..], y[done..], results[done..]);
        if (done < x.Length)
        {
            Vector<double> last = Pow(Partial(x[done..]), Partial(y[done..])).Value;
            for (int lane = 0; done < x.Length; lane++, done++)
            {
                results[done] = last[lane];
            }
        }
    }

    /// <returns>How many numbers were whole registers.</returns>
    [MethodImpl(SimdLoop.Compiled)]
    private static int PowOf<T>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> results)
        where T : struct, ISimd<T>
    {
        ref double bases = ref MemoryMarshal.GetReference(x);
        ref double exponents = ref MemoryMarshal.GetReference(y);
        ref double to = ref MemoryMarshal.GetReference(results);
        int i = 0;
        for (; i <= x.Length - T.Count; i += T.Count)
        {
            Pow(T.Load(ref bases, i), T.Load(ref exponents, i)).Store(ref to, i);
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Pow<T>(T x, T y)
        where T : struct, ISimd<T>
    {
        if (T.AllAtMost(T.All(SmallestNormal), x) && T.AllAtMost(x, T.All(double.MaxValue)))
        {
            (T exponent, T more) = Times(y, LogInTwo(x, T.All(0)));
            if (T.AllAtMost(T.Abs(exponent), T.All(Moderate)))
            {
                T power = NearOne(exponent, more, out T rounded);
                return T.AddBits(power, T.ShiftBitsLeft(rounded, FractionBits));
            }
        }

        return PowOfAny(x, y);
    }

    /// <summary>The same with the rules of IEEE 754 for everything that is not moderate.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T PowOfAny<T>(T x, T y)
        where T : struct, ISimd<T>
    {
        T zero = T.All(0);
        T one = T.All(1);
        T infinity = T.All(double.PositiveInfinity);
        T signBit = T.AllBits(long.MinValue);
        T size = T.Abs(x);
        (T normal, T offset) = Normalized(size);
        (T exponent, T more) = Times(
            Within(y, -LargestExponent, LargestExponent), LogInTwo(normal, offset));
        T within = Within(exponent, Smallest, Largest);
        more = T.Select(T.Equal(within, exponent), more, zero);
        T power = NearOne(within, more, out T rounded);
        T result = TimesPowerOfTwo(power, rounded);

        T isZero = T.Equal(size, zero);
        T isInfinite = T.Equal(size, infinity);
        T isPositive = T.Less(zero, y);
        T isNegative = T.Less(y, zero);
        result = T.Select((isZero & isNegative) | (isInfinite & isPositive), infinity, result);
        result = T.Select((isZero & isPositive) | (isInfinite & isNegative), zero, result);

        T isInteger = T.Equal(T.Floor(y), y);
        T half = y * T.All(0.5);
        T isOdd = isInteger & ~T.Equal(T.Floor(half), half);
        T hasNoPower = T.Less(x, zero) & ~isInfinite & ~isInteger;
        T isUnordered = ~(T.Equal(x, x) & T.Equal(y, y));
        result ^= x & signBit & isOdd;
        result = T.Select(hasNoPower | isUnordered, T.All(double.NaN), result);
        return T.Select(T.Equal(y, zero) | T.Equal(x, one), one, result);
    }

    /// <summary>
    /// The logarithm of a normal number plus an integer times that of 2, as a sum of two numbers of which the upper one
    /// has its last bits zero.
    /// </summary>
    /// <remarks>
    /// Numbers whose last bits are zero have exact products (Dekker 1971), and the errors of all others are so small
    /// that the sum has 64 bits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Upper, T Lower) LogInTwo<T>(T x, T offset)
        where T : struct, ISimd<T>
    {
        (T f, T k) = Split(x);
        k += offset;

        // s = f / (2 + f) is u + v.
        T two = T.All(2);
        T divisor = f + two;
        T inverse = T.All(1) / divisor;
        T s = f * inverse;
        T u = Upper(s);
        T upper = Upper(divisor);
        T v = ((f - (u * upper)) - (u * (f - (upper - two)))) * inverse;

        // The logarithm of 1 + f is 2/3 s (3 + s² + r), with r of the order of s⁴.
        T square = s * s;
        T fourth = square * square;
        T even = (T.All(L6) * fourth) + T.All(L4);
        T odd = (T.All(L7) * fourth) + T.All(L5);
        even = (even * fourth) + T.All(L2);
        odd = (odd * fourth) + T.All(L3);
        even = (even * fourth) + T.All(L0);
        odd = (odd * fourth) + T.All(L1);
        T rest = (fourth * ((odd * square) + even)) + (v * (u + s));
        T upperSquare = u * u;
        T three = T.All(3);
        T t = Upper(three + upperSquare + rest);
        T tLower = rest - ((t - three) - upperSquare);

        T product = u * t;
        T productLower = (v * t) + (tLower * s);
        T w = Upper(product + productLower);
        T wLower = productLower - (w - product);
        T small = w * T.All(TwoThirdsUpper);
        T smallLower = (w * T.All(TwoThirdsLower)) + (wLower * T.All(TwoThirds));

        T large = k * T.All(Ln2Upper);
        T sum = large + small;
        T lower = (small - (sum - large)) + ((k * T.All(Ln2Lower)) + smallLower);
        T result = Upper(sum + lower);
        return (result, lower - (result - sum));
    }

    /// <summary>exp(x + more) without the power of two, where more is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T NearOne<T>(T x, T more, out T rounded)
        where T : struct, ISimd<T>
    {
        (T r, T rest) = ExpOfRemainder(x, out rounded);
        T one = T.All(1);
        T power = one + r;
        T lost = r - (power - one);
        return power + (lost + (rest + (more + (more * (r + rest)))));
    }

    /// <summary>A product with such a sum of two numbers, as a sum of two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Upper, T Lower) Times<T>(T x, (T Upper, T Lower) y)
        where T : struct, ISimd<T>
    {
        T upper = Upper(x);
        T exact = upper * y.Upper;
        T rest = ((x - upper) * y.Upper) + (x * y.Lower);
        T sum = exact + rest;
        return (sum, rest - (sum - exact));
    }

    /// <summary>A number with its last bits zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Upper<T>(T x)
        where T : struct, ISimd<T> => x & T.AllBits(UpperBits);

    private static T Within<T>(T x, double least, double most)
        where T : struct, ISimd<T>
    {
        x = T.Select(T.Less(T.All(most), x), T.All(most), x);
        return T.Select(T.Less(x, T.All(least)), T.All(least), x);
    }
}
