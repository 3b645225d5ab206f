using MathNet.Numerics;

namespace MinpackNet.Fitting;

/// <summary>
/// The gamma function and its logarithm on the whole axis: Math.NET Numerics has them above 1/2, from where they are
/// reflected. NaN at the poles of Γ: 0, -1, -2, ...
/// </summary>
internal static class GammaFunctions
{
    // Math.NET's overflows from 170.5 on, Γ itself above 171.6.
    private const double NearOverflow = 150;
    private const int LastFactorial = 170;

    /// <summary>Γ(x).</summary>
    public static double Gamma(double x) => !IsRegular(x) ? double.NaN
        : x == Math.Floor(x) && x <= LastFactorial + 1 ? SpecialFunctions.Factorial((int)x - 1)
        : x < 0.5 ? Math.PI / (double.SinPi(x) * Gamma(1 - x))
        : x > NearOverflow ? SpecialFunctions.Gamma(x - 2) * (x - 2) * (x - 1)
        : SpecialFunctions.Gamma(x);

    /// <summary>log |Γ(x)|.</summary>
    public static double LogGamma(double x) => !IsRegular(x) ? double.NaN
        : x < 0.5 ? Math.Log(Math.PI / Math.Abs(double.SinPi(x))) - SpecialFunctions.GammaLn(1 - x)
        : SpecialFunctions.GammaLn(x);

    /// <summary>ψ(x) = Γ'(x)/Γ(x).</summary>
    public static double DiGamma(double x) => !IsRegular(x) ? double.NaN
        : x < 0.5 ? SpecialFunctions.DiGamma(1 - x) - (Math.PI * double.CosPi(x) / double.SinPi(x))
        : SpecialFunctions.DiGamma(x);

    private static bool IsRegular(double x) => x > 0 || x != Math.Floor(x);
}
