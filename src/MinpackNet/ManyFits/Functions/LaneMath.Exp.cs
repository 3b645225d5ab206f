using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MinpackNet;

/// <content>The exponential function and the hyperbolic tangent.</content>
public static partial class LaneMath
{
    /// <summary>
    /// Up to here, in size, neither the result nor a power of two on the way leaves the normal range.
    /// </summary>
    private const double Moderate = 708;

    // Beyond these the result is infinite, or zero.
    private const double Largest = 710;
    private const double Smallest = -746;

    private const double Log2E = 1.4426950408889634;

    // The logarithm of 2 in two parts. The upper one has zeros enough at its end for exact products.
    private const double Ln2Upper = 0.69314718036912382;
    private const double Ln2Lower = 1.9082149292705877e-10;

    // The coefficients of p, which interpolates (exp r - 1 - r) / r² in the Chebyshev nodes of the range of r: the
    // error of 1 + r + r² p(r) is then below a tenth of a unit in its last place.
    private const double P0 = 0.5000000000000001;
    private const double P1 = 0.16666666666666669;
    private const double P2 = 0.04166666666662413;
    private const double P3 = 0.008333333333330062;
    private const double P4 = 0.0013888888917213717;
    private const double P5 = 0.00019841269863053618;
    private const double P6 = 2.4801521295954376e-05;
    private const double P7 = 2.7557268459997064e-06;
    private const double P8 = 2.7620088445409746e-07;
    private const double P9 = 2.510038549551032e-08;

    // From here on the hyperbolic tangent is 1 to the last bit.
    private const double Saturated = 20;

    /// <summary>The exponential function, to one unit in the last place.</summary>
    /// <param name="x">Any numbers. NaN gives NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp(Vector<double> x) => Exp(new Simd(x)).Value;

    /// <summary>The exponential of each number, to one unit in the last place.</summary>
    /// <param name="x">Any numbers. NaN gives NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">
    /// There is less room for results than there are numbers, or only a part of the memory is the same.
    /// </exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> results) => Apply<ExpFunction>(x, results);

    /// <summary>Replaces each number by its exponential.</summary>
    /// <param name="values">Any numbers. NaN gives NaN.</param>
    public static void ExpInPlace(Span<Vector<double>> values)
    {
        Span<double> all = MemoryMarshal.Cast<Vector<double>, double>(values);
        Apply<ExpFunction>(all, all);
    }

    /// <summary>The hyperbolic tangent, to two units in the last place.</summary>
    /// <param name="x">Any numbers. NaN gives NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> x) => Tanh(new Simd(x)).Value;

    /// <summary>The hyperbolic tangent of each number, to two units in the last place.</summary>
    /// <param name="x">Any numbers. NaN gives NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">
    /// There is less room for results than there are numbers, or only a part of the memory is the same.
    /// </exception>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> results) => Apply<TanhFunction>(x, results);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exp<T>(T x)
        where T : struct, ISimd<T>
    {
        if (!T.AllAtMost(T.Abs(x), T.All(Moderate)))
        {
            return ExpOfAny(x);
        }

        // 2^k goes straight into the exponent: the same number as by multiplication, because it is normal.
        (T r, T rest) = ExpOfRemainder(x, out T rounded);
        return T.AddBits(T.All(1) + (r + rest), T.ShiftBitsLeft(rounded, FractionBits));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T ExpOfAny<T>(T x)
        where T : struct, ISimd<T>
    {
        (T r, T rest) = ExpOfRemainder(Within(x, Smallest, Largest), out T rounded);
        return TimesPowerOfTwo(T.All(1) + (r + rest), rounded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Tanh<T>(T x)
        where T : struct, ISimd<T>
    {
        T one = T.All(1);
        T two = T.All(2);
        T size = T.Abs(x);
        size = T.Select(T.AtMost(size, T.All(Saturated)), size, T.All(Saturated));

        // With u = exp(2 |x|) - 1 it is u / (u + 2), and what rounding lost in both is put right at the end.
        (T r, T rest) = ExpOfRemainder(size + size, out T rounded);
        T small = r + rest;
        T power = PowerOfTwo(T.SubtractBits(rounded, T.All(Rounder)));
        T whole = power - one;
        T scaled = power * small;
        T u = whole + scaled;
        T lost = ((whole - u) + scaled) + (power * ((r - small) + rest));
        T divisor = u + two;
        T lostByDivisor = ((two - divisor) + u) + lost;
        T ratio = u / divisor;
        T result = ratio + ((lost - (ratio * lostByDivisor)) / divisor);

        // The sign of x also at zero; and NaN, which the comparison has lost.
        T signed = result | (x & T.AllBits(long.MinValue));
        return T.Select(T.Equal(x, x), signed, x);
    }

    /// <summary>
    /// exp r - 1 as a sum of r and a smaller number, where x = k log 2 + r with an integer k and |r| at most half the
    /// logarithm of 2.
    /// </summary>
    /// <param name="x">Moderate numbers.</param>
    /// <param name="rounded"><see cref="Rounder"/> + k.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T R, T More) ExpOfRemainder<T>(T x, out T rounded)
        where T : struct, ISimd<T>
    {
        rounded = (x * T.All(Log2E)) + T.All(Rounder);
        T k = rounded - T.All(Rounder);

        // r and what its rounding lost (Cody and Waite 1980).
        T upper = x - (k * T.All(Ln2Upper));
        T lower = k * T.All(Ln2Lower);
        T r = upper - lower;
        T lost = (upper - r) - lower;

        // r² p(r), even and odd powers of p side by side.
        T square = r * r;
        T even = (T.All(P8) * square) + T.All(P6);
        T odd = (T.All(P9) * square) + T.All(P7);
        even = (even * square) + T.All(P4);
        odd = (odd * square) + T.All(P5);
        even = (even * square) + T.All(P2);
        odd = (odd * square) + T.All(P3);
        even = (even * square) + T.All(P0);
        odd = (odd * square) + T.All(P1);
        return (r, (((odd * r) + even) * square) + lost);
    }

    /// <summary>x 2^k in two steps, because 2^k itself may be beyond the range where the result is not.</summary>
    /// <param name="x">Numbers near 1.</param>
    /// <param name="rounded"><see cref="Rounder"/> + k.</param>
    private static T TimesPowerOfTwo<T>(T x, T rounded)
        where T : struct, ISimd<T>
    {
        T rounder = T.All(Rounder);
        T halfRounded = ((rounded - rounder) * T.All(0.5)) + rounder;
        T exponent = T.SubtractBits(rounded, rounder);
        T half = T.SubtractBits(halfRounded, rounder);
        return x * PowerOfTwo(half) * PowerOfTwo(T.SubtractBits(exponent, half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T PowerOfTwo<T>(T exponent)
        where T : struct, ISimd<T> =>
        T.ShiftBitsLeft(T.AddBits(exponent, T.AllBits(ExponentBias)), FractionBits);

    private readonly struct ExpFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => Exp(x);
    }

    private readonly struct TanhFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ISimd<T> => Tanh(x);
    }
}
