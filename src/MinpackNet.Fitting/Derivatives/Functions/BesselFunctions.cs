using MathNet.Numerics;

namespace MinpackNet.Fitting;

/// <summary>
/// The Bessel functions of the first kind of orders 0 and 1: Math.NET Numerics' up to where it has none, and two terms
/// of Hankel's expansion beyond (DLMF 10.17.3).
/// </summary>
internal static class BesselFunctions
{
    // From here on the third term is below rounding.
    private const double Far = 1e8;

    public static double J0(double x) => !double.IsFinite(x) ? Limit(x)
        : Math.Abs(x) < Far ? SpecialFunctions.BesselJ(0, Math.Abs(x))
        : Hankel(Math.Abs(x), order: 0);

    public static double J1(double x) => !double.IsFinite(x) ? Limit(x)
        : Math.Sign(x) * (Math.Abs(x) < Far ? SpecialFunctions.BesselJ(1, Math.Abs(x)) : Hankel(Math.Abs(x), order: 1));

    /// <summary>J1'(x).</summary>
    public static double J1Slope(double x) => x == 0 ? 0.5 : J0(x) - (J1(x) / x);

    private static double Limit(double x) => double.IsNaN(x) ? x : 0;

    private static double Hankel(double x, int order)
    {
        (double sin, double cos) = Math.SinCos(x);
        // Cosine and sine of x - π/4 and x - 3π/4, times √2.
        (double phaseCos, double phaseSin) = order == 0 ? (cos + sin, sin - cos) : (sin - cos, -sin - cos);
        double second = ((4 * order * order) - 1) / (8 * x);
        return (phaseCos - (second * phaseSin)) / Math.Sqrt(Math.PI * x);
    }
}
