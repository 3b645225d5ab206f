using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json.Serialization;

namespace MinpackNet.Fitting;

/// <summary>
/// The test of normality by D'Agostino and Pearson (1973): skewness and kurtosis of the residuals, each turned into a
/// standard normal number (D'Agostino 1970; Anscombe and Glynn 1983). SciPy: normaltest.
/// </summary>
/// <param name="Skewness">
/// The third central moment of observation minus model in units of the second: 0 for a symmetric distribution.
/// </param>
/// <param name="ExcessKurtosis">
/// The fourth central moment in units of the second, minus 3: 0 for a normal distribution, positive for heavy tails.
/// </param>
/// <param name="Statistic">K², the sum of the squares of the two normal numbers.</param>
/// <param name="PValue">
/// The probability of so large a K², that of chi-squared with 2 degrees of freedom: of noise, 0.05 is right to a tenth
/// of itself, and 0.001 too small by a factor of 3, because K² has a heavier tail.
/// </param>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record NormalityTest(double Skewness, double ExcessKurtosis, double Statistic, double PValue)
{
    /// <summary>Of fewer, the kurtosis cannot be turned into a normal number well enough.</summary>
    internal const int LeastPoints = 20;

    /// <summary>The test of residuals in any order; null for few of them, or where all are the same.</summary>
    internal static NormalityTest? Of(ReadOnlySpan<double> residuals)
    {
        // Fourth powers overflow early.
        double size = Norms.Largest(residuals);
        double n = residuals.Length;
        if (n < LeastPoints || !(size > 0))
        {
            return null;
        }

        (double second, double third, double fourth) = Moments(residuals, size);
        double skewness = third / (second * Math.Sqrt(second));
        double kurtosis = fourth / (second * second);
        double statistic = Square(OfSkewness(skewness, n)) + Square(OfKurtosis(kurtosis, n));
        return double.IsFinite(statistic)
            ? new(skewness, kurtosis - 3, statistic, Math.Exp(-statistic / 2))
            : null;
    }

    /// <summary>The central moments, with residuals in units of a size.</summary>
    [MethodImpl(SimdLoop.Compiled)]
    private static (double Second, double Third, double Fourth) Moments(ReadOnlySpan<double> residuals, double size)
    {
        // In eight chains on every processor, so that the digits are the same.
        ReadOnlySpan<Vector512<double>> vectors = MemoryMarshal.Cast<double, Vector512<double>>(residuals);
        ReadOnlySpan<double> rest = residuals[(vectors.Length * Vector512<double>.Count)..];
        Vector512<double> sums = Vector512<double>.Zero;
        foreach (Vector512<double> vector in vectors)
        {
            sums += vector / size;
        }

        double sum = Vector512.Sum(sums);
        foreach (double residual in rest)
        {
            sum += residual / size;
        }

        double n = residuals.Length;
        Vector512<double> mean = Vector512.Create(sum / n);
        Vector512<double> seconds = Vector512<double>.Zero;
        Vector512<double> thirds = Vector512<double>.Zero;
        Vector512<double> fourths = Vector512<double>.Zero;
        foreach (Vector512<double> vector in vectors)
        {
            Vector512<double> deviation = (vector / size) - mean;
            Vector512<double> square = deviation * deviation;
            seconds += square;
            thirds += square * deviation;
            fourths += square * square;
        }

        double second = Vector512.Sum(seconds);
        double third = Vector512.Sum(thirds);
        double fourth = Vector512.Sum(fourths);
        foreach (double residual in rest)
        {
            double deviation = (residual / size) - (sum / n);
            double square = deviation * deviation;
            second += square;
            third += square * deviation;
            fourth += square * square;
        }

        return (second / n, third / n, fourth / n);
    }

    private static double OfSkewness(double skewness, double n)
    {
        double y = skewness * Math.Sqrt((n + 1) * (n + 3) / (6 * (n - 2)));
        double beta = 3 * ((n * n) + (27 * n) - 70) * (n + 1) * (n + 3)
            / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
        double square = Math.Sqrt(2 * (beta - 1)) - 1;
        return Math.Asinh(y / Math.Sqrt(2 / (square - 1))) / Math.Sqrt(0.5 * Math.Log(square));
    }

    private static double OfKurtosis(double kurtosis, double n)
    {
        double expected = 3 * (n - 1) / (n + 1);
        double variance = 24 * n * (n - 2) * (n - 3) / ((n + 1) * (n + 1) * (n + 3) * (n + 5));
        double x = (kurtosis - expected) / Math.Sqrt(variance);
        double skewness = 6 * ((n * n) - (5 * n) + 2) / ((n + 7) * (n + 9))
            * Math.Sqrt(6 * (n + 3) * (n + 5) / (n * (n - 2) * (n - 3)));
        double a = 6 + (8 / skewness * ((2 / skewness) + Math.Sqrt(1 + (4 / (skewness * skewness)))));
        double part = 2 / (9 * a);
        return (1 - part - Math.Cbrt((1 - (2 / a)) / (1 + (x * Math.Sqrt(2 / (a - 4)))))) / Math.Sqrt(part);
    }

    private static double Square(double value) => value * value;
}
