using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    public static Vector<double> Exp(Vector<double> x)
    {
        if (!Vector.LessThanOrEqualAll(Vector.Abs(x), new Vector<double>(Moderate)))
        {
            return ExpOfAny(x);
        }

        // 2^k goes straight into the exponent: the same number as by multiplication, because it is normal.
        (Vector<double> r, Vector<double> rest) = ExpOfRemainder(x, out Vector<double> rounded);
        Vector<double> power = Vector<double>.One + (r + rest);
        return Vector.AsVectorDouble(
            Vector.AsVectorInt64(power) + Vector.ShiftLeft(Vector.AsVectorInt64(rounded), FractionBits));
    }

    /// <summary>The exponential of each number, to one unit in the last place.</summary>
    /// <param name="x">Any numbers. NaN gives NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">There is less room for results than there are numbers.</exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> results) => Apply<ExpFunction>(x, results);

    /// <summary>Replaces each number by its exponential.</summary>
    /// <param name="values">Any numbers. NaN gives NaN.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ExpInPlace(Span<Vector<double>> values)
    {
        int i = 0;
        if (Vector512.IsHardwareAccelerated && Vector<double>.Count == Vector256<double>.Count)
        {
            // Two vectors at a time, as long as nothing in them is large.
            ref double first = ref Unsafe.As<Vector<double>, double>(ref MemoryMarshal.GetReference(values));
            for (; i < values.Length - 1; i += 2)
            {
                nuint offset = (nuint)(i * Vector<double>.Count);
                Vector512<double> x = Vector512.LoadUnsafe(ref first, offset);
                if (!Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(Moderate)))
                {
                    break;
                }

                ExpOfModerate(x).StoreUnsafe(ref first, offset);
            }
        }

        for (; i < values.Length; i++)
        {
            values[i] = Exp(values[i]);
        }
    }

    /// <summary>The hyperbolic tangent, to two units in the last place.</summary>
    /// <param name="x">Any numbers. NaN gives NaN.</param>
    /// <returns>The results.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Tanh(Vector<double> x)
    {
        Vector<double> size = Vector.Min(Vector.Abs(x), new Vector<double>(Saturated));

        // With u = exp(2 |x|) - 1 it is u / (u + 2), and what rounding lost in both is put right at the end.
        (Vector<double> r, Vector<double> rest) = ExpOfRemainder(size + size, out Vector<double> rounded);
        Vector<double> small = r + rest;
        Vector<double> power = PowerOfTwo(
            Vector.AsVectorInt64(rounded) - Vector.AsVectorInt64(new Vector<double>(Rounder)));
        Vector<double> whole = power - Vector<double>.One;
        Vector<double> scaled = power * small;
        Vector<double> u = whole + scaled;
        Vector<double> lost = ((whole - u) + scaled) + (power * ((r - small) + rest));
        Vector<double> divisor = u + new Vector<double>(2);
        Vector<double> lostByDivisor = ((new Vector<double>(2) - divisor) + u) + lost;
        Vector<double> ratio = u / divisor;
        Vector<double> result = ratio + ((lost - (ratio * lostByDivisor)) / divisor);

        // The sign of x also at zero; and NaN, which the minimum may have lost.
        Vector<double> signed = Vector.AsVectorDouble(
            Vector.AsVectorInt64(result) | (Vector.AsVectorInt64(x) & new Vector<long>(long.MinValue)));
        return Vector.ConditionalSelect(Vector.Equals(x, x), signed, x);
    }

    /// <summary>The hyperbolic tangent of each number, to two units in the last place.</summary>
    /// <param name="x">Any numbers. NaN gives NaN.</param>
    /// <param name="results">Receives as many results; may be the same memory.</param>
    /// <exception cref="ArgumentException">There is less room for results than there are numbers.</exception>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> results) => Apply<TanhFunction>(x, results);

    private static Vector<double> ExpOfAny(Vector<double> x)
    {
        Vector<double> largest = new(Largest);
        Vector<double> smallest = new(Smallest);
        x = Vector.ConditionalSelect(Vector.GreaterThan(x, largest), largest, x);
        x = Vector.ConditionalSelect(Vector.LessThan(x, smallest), smallest, x);
        (Vector<double> r, Vector<double> rest) = ExpOfRemainder(x, out Vector<double> rounded);
        Vector<double> power = Vector<double>.One + (r + rest);

        // In two steps, because 2^k itself may be beyond the range where the result is not.
        Vector<double> rounder = new(Rounder);
        Vector<double> halfRounded = ((rounded - rounder) * 0.5) + rounder;
        Vector<long> exponent = Vector.AsVectorInt64(rounded) - Vector.AsVectorInt64(rounder);
        Vector<long> half = Vector.AsVectorInt64(halfRounded) - Vector.AsVectorInt64(rounder);
        return power * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    /// <summary>
    /// exp r - 1 as a sum of r and a smaller number, where x = k log 2 + r with an integer k and |r| at most half the
    /// logarithm of 2.
    /// </summary>
    /// <param name="x">Moderate numbers.</param>
    /// <param name="rounded"><see cref="Rounder"/> + k.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<double> R, Vector<double> More) ExpOfRemainder(
        Vector<double> x, out Vector<double> rounded)
    {
        rounded = (x * new Vector<double>(Log2E)) + new Vector<double>(Rounder);
        Vector<double> k = rounded - new Vector<double>(Rounder);

        // r and what its rounding lost (Cody and Waite 1980).
        Vector<double> upper = x - (k * new Vector<double>(Ln2Upper));
        Vector<double> lower = k * new Vector<double>(Ln2Lower);
        Vector<double> r = upper - lower;
        Vector<double> lost = (upper - r) - lower;

        // r² p(r), even and odd powers of p side by side.
        Vector<double> square = r * r;
        Vector<double> even = (new Vector<double>(P8) * square) + new Vector<double>(P6);
        Vector<double> odd = (new Vector<double>(P9) * square) + new Vector<double>(P7);
        even = (even * square) + new Vector<double>(P4);
        odd = (odd * square) + new Vector<double>(P5);
        even = (even * square) + new Vector<double>(P2);
        odd = (odd * square) + new Vector<double>(P3);
        even = (even * square) + new Vector<double>(P0);
        odd = (odd * square) + new Vector<double>(P1);
        return (r, (((odd * r) + even) * square) + lost);
    }

    /// <summary>What <see cref="Exp(Vector{double})"/> does with moderate numbers, in registers of 512 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpOfModerate(Vector512<double> x)
    {
        Vector512<double> rounded = (x * Log2E) + Vector512.Create(Rounder);
        Vector512<double> k = rounded - Vector512.Create(Rounder);
        Vector512<double> upper = x - (k * Ln2Upper);
        Vector512<double> lower = k * Ln2Lower;
        Vector512<double> r = upper - lower;
        Vector512<double> lost = (upper - r) - lower;
        Vector512<double> square = r * r;
        Vector512<double> even = (square * P8) + Vector512.Create(P6);
        Vector512<double> odd = (square * P9) + Vector512.Create(P7);
        even = (even * square) + Vector512.Create(P4);
        odd = (odd * square) + Vector512.Create(P5);
        even = (even * square) + Vector512.Create(P2);
        odd = (odd * square) + Vector512.Create(P3);
        even = (even * square) + Vector512.Create(P0);
        odd = (odd * square) + Vector512.Create(P1);
        Vector512<double> power = Vector512<double>.One + (r + ((((odd * r) + even) * square) + lost));
        return (power.AsInt64() + Vector512.ShiftLeft(rounded.AsInt64(), FractionBits)).AsDouble();
    }

    private static Vector<double> PowerOfTwo(Vector<long> exponent) =>
        Vector.AsVectorDouble(Vector.ShiftLeft(exponent + new Vector<long>(ExponentBias), FractionBits));

    private readonly struct ExpFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<double> Of(Vector<double> x) => Exp(x);
    }

    private readonly struct TanhFunction : IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector<double> Of(Vector<double> x) => Tanh(x);
    }
}
