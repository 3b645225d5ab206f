using System.Runtime.CompilerServices;

namespace MinpackNet.Fitting;

/// <summary>
/// The derivatives of the elementary functions, shared by dual numbers and formulas. Names ending in "At" take the
/// argument, those ending in "From" the function's value.
/// </summary>
internal static class Slope
{
    public static double LogAt(double x) => 1 / x;

    public static double Log10At(double x) => 1 / (x * 2.302585092994045684); // ln 10

    public static double Log2At(double x) => 1 / (x * 0.693147180559945309); // ln 2

    public static double SqrtFrom(double value) => 0.5 / value;

    public static double TanFrom(double value) => 1 + (value * value);

    // (1 - x)(1 + x) keeps the digits that 1 - x² loses near the ends.
    public static double AsinAt(double x) => 1 / Math.Sqrt((1 - x) * (1 + x));

    public static double AtanAt(double x) => 1 / (1 + (x * x));

    public static double TanhFrom(double value) => (1 - value) * (1 + value);

    public static double AsinhAt(double x) => 1 / double.Hypot(x, 1);

    public static double AcoshAt(double x) => 1 / (Math.Sqrt(x - 1) * Math.Sqrt(x + 1));

    public static double AtanhAt(double x) => 1 / ((1 - x) * (1 + x));

    public static double CbrtFrom(double value) => 1 / (3 * value * value);

    public static double LogP1At(double x) => 1 / (1 + x);

    public static double ErfAt(double x) => 1.1283791670955125739 * Gaussian.Of(x); // 2/√π

    public static double LogisticAt(double x)
    {
        double power = Math.Exp(-Math.Abs(x));
        return power / ((1 + power) * (1 + power));
    }

    /// <summary>The derivative of atan2(y, x) with respect to y.</summary>
    public static double Atan2ByY(double y, double x)
    {
        double distance = double.Hypot(x, y);
        return x / distance / distance;
    }

    /// <summary>
    /// The derivative of sin(t)/t at t = πx, times π. For small t by its power series, where the difference cancels.
    /// </summary>
    public static double SincAt(double x)
    {
        double t = Math.PI * x;
        if (Math.Abs(t) >= 1)
        {
            return (double.CosPi(x) - Elementary.Sinc(x)) / x;
        }

        double term = -t / 3;
        double sum = term;
        for (int k = 2; k <= 9; k++)
        {
            // From -t/3: each term of Σ (-1)^k 2k t^(2k-1)/(2k+1)! by the one before.
            term *= -t * t / ((2 * k) + 1) / ((2 * k) - 2);
            sum += term;
        }

        return Math.PI * sum;
    }

    /// <summary>The derivative of |x|; at 0, where it has none, the mean of both sides.</summary>
    public static double AbsAt(double x) => x > 0 ? 1 : x < 0 ? -1 : x;

    /// <summary>
    /// The derivative of x^y with respect to x. It needs no logarithm, so any base will do, and x^0 has slope 0 even at
    /// 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double PowByBase(double x, double y) => y switch
    {
        0 => 0,
        1 => 1,
        2 => 2 * x,
        3 => 3 * x * x,
        _ => y * Math.Pow(x, y - 1),
    };

    /// <summary>
    /// The derivative of x^y with respect to y. At base 0 it is the limit 0 for positive exponents; for a negative base
    /// it is NaN, because real powers are not defined around y.
    /// </summary>
    public static double PowByExponent(double x, double y, double value) =>
        PowByExponent(x, y, value, Math.Log(x));

    /// <summary>The same given the logarithm of x.</summary>
    public static double PowByExponent(double x, double y, double value, double logarithm) =>
        x == 0 && y > 0 ? 0 : value * logarithm;
}
