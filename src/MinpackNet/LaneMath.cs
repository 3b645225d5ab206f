using System.Numerics;

namespace MinpackNet;

/// <summary>Functions for models of several fits at once: each lane depends on itself alone.</summary>
public static class LaneMath
{
    // Beyond these the result is infinite, or zero.
    private const double Largest = 710;
    private const double Smallest = -746;

    private const double Log2E = 1.4426950408889634;

    /// <summary>The logarithm of 2 in two parts. The upper one has zeros enough at its end for an exact product.</summary>
    private const double Ln2Upper = 0.69314718036912382;
    private const double Ln2Lower = 1.9082149292705877e-10;

    /// <summary>1.5 times 2^52: a number added to it is rounded to an integer, which its last bits then show.</summary>
    private const double Rounder = 6755399441055744;

    private const int ExponentBias = 1023;
    private const int FractionBits = 52;

    /// <summary>1 / k! from k = 13 down to 2. The first term left out is below 2^-57 of the sum.</summary>
    private static readonly double[] Coefficients = [.. Enumerable.Range(2, 12).Reverse().Select(InverseFactorial)];

    /// <summary>The exponential function, to about one unit in the last place.</summary>
    /// <param name="x">Any numbers. NaN gives NaN.</param>
    /// <remarks>
    /// The same bits on every machine and in any company. <c>Vector.Exp</c>, which .NET has from version 9 on, has neither: when
    /// one lane is out of its range it computes all of them in another way, with other last bits.
    /// </remarks>
    public static Vector<double> Exp(Vector<double> x)
    {
        x = Vector.ConditionalSelect(Vector.GreaterThan(x, new Vector<double>(Largest)), new Vector<double>(Largest), x);
        x = Vector.ConditionalSelect(Vector.LessThan(x, new Vector<double>(Smallest)), new Vector<double>(Smallest), x);

        // exp x = 2^k exp r with |r| at most half the logarithm of 2.
        Vector<double> rounder = new(Rounder);
        Vector<double> rounded = (x * Log2E) + rounder;
        Vector<double> k = rounded - rounder;
        Vector<double> r = x - (k * Ln2Upper) - (k * Ln2Lower);
        Vector<double> sum = Vector<double>.Zero;
        foreach (double coefficient in Coefficients)
        {
            sum = (sum * r) + new Vector<double>(coefficient);
        }

        Vector<double> power = Vector<double>.One + (r + (r * r * sum));

        // In two steps, for 2^k itself may be beyond the range where the result is not.
        Vector<double> halfRounded = (k * 0.5) + rounder;
        Vector<long> exponent = Vector.AsVectorInt64(rounded) - Vector.AsVectorInt64(rounder);
        Vector<long> half = Vector.AsVectorInt64(halfRounded) - Vector.AsVectorInt64(rounder);
        return power * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    private static Vector<double> PowerOfTwo(Vector<long> exponent) =>
        Vector.AsVectorDouble(Vector.ShiftLeft(exponent + new Vector<long>(ExponentBias), FractionBits));

    private static double InverseFactorial(int k)
    {
        double factorial = 1;
        for (int i = 2; i <= k; i++)
        {
            factorial *= i;
        }

        return 1 / factorial;
    }
}
