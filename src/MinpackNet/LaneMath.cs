using System.Numerics;
using System.Runtime.CompilerServices;

namespace MinpackNet;

/// <summary>Functions for models of several fits at once: each lane depends on itself alone.</summary>
public static class LaneMath
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

    /// <summary>1.5 times 2^52: a number added to it is rounded to an integer, which its last bits then show.</summary>
    private const double Rounder = 6755399441055744;

    private const int ExponentBias = 1023;
    private const int FractionBits = 52;

    /// <summary>The exponential function, to about one unit in the last place.</summary>
    /// <param name="x">Any numbers. NaN gives NaN.</param>
    /// <remarks>
    /// The same bits on every machine and in any company. <c>Vector.Exp</c>, which .NET has from version 9 on, has
    /// neither: when one lane is out of its range it computes all of them in another way, with other last bits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Exp(Vector<double> x)
    {
        if (!Vector.LessThanOrEqualAll(Vector.Abs(x), new Vector<double>(Moderate)))
        {
            return ExpOfAny(x);
        }

        // 2^k goes straight into the exponent: the same number as by multiplication, for it is normal.
        Vector<double> power = ExpOfRemainder(x, out Vector<double> rounded);
        return Vector.AsVectorDouble(
            Vector.AsVectorInt64(power) + Vector.ShiftLeft(Vector.AsVectorInt64(rounded), FractionBits));
    }

    private static Vector<double> ExpOfAny(Vector<double> x)
    {
        x = Vector.ConditionalSelect(Vector.GreaterThan(x, new Vector<double>(Largest)), new Vector<double>(Largest), x);
        x = Vector.ConditionalSelect(Vector.LessThan(x, new Vector<double>(Smallest)), new Vector<double>(Smallest), x);
        Vector<double> power = ExpOfRemainder(x, out Vector<double> rounded);

        // In two steps, for 2^k itself may be beyond the range where the result is not.
        Vector<double> rounder = new(Rounder);
        Vector<double> halfRounded = ((rounded - rounder) * 0.5) + rounder;
        Vector<long> exponent = Vector.AsVectorInt64(rounded) - Vector.AsVectorInt64(rounder);
        Vector<long> half = Vector.AsVectorInt64(halfRounded) - Vector.AsVectorInt64(rounder);
        return power * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    /// <summary>exp r, where x = k log 2 + r with an integer k and |r| at most half the logarithm of 2.</summary>
    /// <param name="x">Moderate numbers.</param>
    /// <param name="rounded"><see cref="Rounder"/> + k.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> ExpOfRemainder(Vector<double> x, out Vector<double> rounded)
    {
        rounded = (x * Log2E) + new Vector<double>(Rounder);
        Vector<double> k = rounded - new Vector<double>(Rounder);
        Vector<double> r = x - (k * Ln2Upper) - (k * Ln2Lower);

        // 1 + r + r² (1 / 2! + ... + r^11 / 13!): the first term left out is below 2^-57 of the sum.
        Vector<double> square = r * r;
        Vector<double> fourth = square * square;
        Vector<double> low = Cubic(r, square, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120);
        Vector<double> middle = Cubic(r, square, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880);
        Vector<double> high = Cubic(r, square, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800);
        Vector<double> sum = low + (fourth * (middle + (fourth * high)));
        return Vector<double>.One + (r + (square * sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Cubic(
        Vector<double> r, Vector<double> square, double c0, double c1, double c2, double c3) =>
        new Vector<double>(c0) + (r * c1) + (square * (new Vector<double>(c2) + (r * c3)));

    private static Vector<double> PowerOfTwo(Vector<long> exponent) =>
        Vector.AsVectorDouble(Vector.ShiftLeft(exponent + new Vector<long>(ExponentBias), FractionBits));
}
