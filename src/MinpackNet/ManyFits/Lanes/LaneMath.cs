using System.Numerics;
using System.Runtime.CompilerServices;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#else
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
#endif

namespace MinpackNet;

/// <summary>Functions for models of several fits at once: no lane depends on another.</summary>
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

    private const int ExponentBias = 1023;
    private const int FractionBits = 52;

    /// <summary>The exponential function, to about one unit in the last place.</summary>
    /// <param name="x">Any numbers. NaN gives NaN.</param>
    /// <remarks>
    /// The bits are the same on every machine and whatever the other lanes hold. <c>Vector.Exp</c>, available from
    /// .NET 9 on, guarantees neither: when one lane is out of its range it computes all of them in another way, with
    /// other last bits.
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

    /// <summary>Replaces each number by its exponential, with the same bits as <see cref="Exp"/>.</summary>
    /// <param name="values">Any numbers. NaN gives NaN.</param>
    /// <remarks>
    /// Faster than one vector at a time where the processor has registers of twice the length: let a model fill a span,
    /// such as the residuals or a column of the Jacobian, with exponents, call this, and go on from there.
    /// </remarks>
    public static void ExpInPlace(Span<Vector<double>> values)
    {
        int i = 0;
#if NET9_0_OR_GREATER
        if (Vector512.IsHardwareAccelerated && Vector<double>.Count == Vector256<double>.Count)
        {
            ref double first = ref Unsafe.As<Vector<double>, double>(ref MemoryMarshal.GetReference(values));
            for (; i < values.Length - 1; i += 2)
            {
                nuint offset = (nuint)i * (nuint)Vector<double>.Count;
                Vector512<double> x = Vector512.LoadUnsafe(ref first, offset);
                if (Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(Moderate)))
                {
                    ExpOfModerate(x).StoreUnsafe(ref first, offset);
                }
                else
                {
                    values[i] = Exp(values[i]);
                    values[i + 1] = Exp(values[i + 1]);
                }
            }
        }
#endif
        for (; i < values.Length; i++)
        {
            values[i] = Exp(values[i]);
        }
    }

    private static Vector<double> ExpOfAny(Vector<double> x)
    {
        Vector<double> largest = new(Largest);
        Vector<double> smallest = new(Smallest);
        x = Vector.ConditionalSelect(Vector.GreaterThan(x, largest), largest, x);
        x = Vector.ConditionalSelect(Vector.LessThan(x, smallest), smallest, x);
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
        rounded = MultiplyAdd(x, new(Log2E), new(Rounder));
        Vector<double> k = rounded - new Vector<double>(Rounder);
        Vector<double> r = MultiplyAdd(k, new(-Ln2Lower), MultiplyAdd(k, new(-Ln2Upper), x));

        // 1 + r + r² p(r), even and odd powers of p side by side.
        Vector<double> square = r * r;
        Vector<double> even = MultiplyAdd(new(P8), square, new(P6));
        Vector<double> odd = MultiplyAdd(new(P9), square, new(P7));
        even = MultiplyAdd(even, square, new(P4));
        odd = MultiplyAdd(odd, square, new(P5));
        even = MultiplyAdd(even, square, new(P2));
        odd = MultiplyAdd(odd, square, new(P3));
        even = MultiplyAdd(even, square, new(P0));
        odd = MultiplyAdd(odd, square, new(P1));
        return Vector<double>.One + MultiplyAdd(MultiplyAdd(odd, r, even), square, r);
    }

#if NET9_0_OR_GREATER
    /// <summary>The same operations on moderate numbers in registers of another length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpOfModerate(Vector512<double> x)
    {
        Vector512<double> rounded = MultiplyAdd(x, Vector512.Create(Log2E), Rounder);
        Vector512<double> k = rounded - Vector512.Create(Rounder);
        Vector512<double> r = Vector512.FusedMultiplyAdd(
            k, Vector512.Create(-Ln2Lower), Vector512.FusedMultiplyAdd(k, Vector512.Create(-Ln2Upper), x));
        Vector512<double> square = r * r;
        Vector512<double> even = MultiplyAdd(Vector512.Create(P8), square, P6);
        Vector512<double> odd = MultiplyAdd(Vector512.Create(P9), square, P7);
        even = MultiplyAdd(even, square, P4);
        odd = MultiplyAdd(odd, square, P5);
        even = MultiplyAdd(even, square, P2);
        odd = MultiplyAdd(odd, square, P3);
        even = MultiplyAdd(even, square, P0);
        odd = MultiplyAdd(odd, square, P1);
        Vector512<double> power = Vector512<double>.One +
            Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(odd, r, even), square, r);
        return (power.AsInt64() + Vector512.ShiftLeft(rounded.AsInt64(), FractionBits)).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, double c) =>
        Vector512.FusedMultiplyAdd(a, b, Vector512.Create(c));
#endif

    /// <summary>
    /// a b + c, rounded once; slow, but with the same bits, where the processor has no such instruction.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> MultiplyAdd(Vector<double> a, Vector<double> b, Vector<double> c)
    {
#if NET9_0_OR_GREATER
        return Vector.FusedMultiplyAdd(a, b, c);
#else
        if (Fma.IsSupported && Vector<double>.Count == Vector256<double>.Count)
        {
            return Fma.MultiplyAdd(a.AsVector256(), b.AsVector256(), c.AsVector256()).AsVector();
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.FusedMultiplyAdd(c.AsVector128(), a.AsVector128(), b.AsVector128()).AsVector();
        }

        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            c = c.WithElement(lane, Math.FusedMultiplyAdd(a[lane], b[lane], c[lane]));
        }

        return c;
#endif
    }

    private static Vector<double> PowerOfTwo(Vector<long> exponent) =>
        Vector.AsVectorDouble(Vector.ShiftLeft(exponent + new Vector<long>(ExponentBias), FractionBits));
}
