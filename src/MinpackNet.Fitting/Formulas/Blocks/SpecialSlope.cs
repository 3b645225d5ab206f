using System.Diagnostics;

namespace MinpackNet.Fitting;

/// <summary>The derivatives of special and piecewise functions, one number at a time.</summary>
internal static class SpecialSlope
{
    /// <summary>With respect to the only operand, or the left one; z is the third operand, if there is one.</summary>
    public static double ByLeft(Operation operation, double x, double y, double z) => operation switch
    {
        Operation.Acosh => Slope.AcoshAt(x),
        Operation.Asinh => Slope.AsinhAt(x),
        Operation.Atanh => Slope.AtanhAt(x),
        Operation.Atan2 => Slope.Atan2ByY(x, y),
        Operation.BesselJ0 => -BesselFunctions.J1(x),
        Operation.BesselJ1 => BesselFunctions.J1Slope(x),
        Operation.Cbrt => Slope.CbrtFrom(z),
        Operation.Erf => Slope.ErfAt(x),
        Operation.Erfc => -Slope.ErfAt(x),
        Operation.ExpM1 => Math.Exp(x),
        Operation.Gamma => GammaFunctions.Gamma(x) * GammaFunctions.DiGamma(x),
        Operation.LogGamma => GammaFunctions.DiGamma(x),
        Operation.Logistic => Slope.LogisticAt(x),
        Operation.LogP1 => Slope.LogP1At(x),
        Operation.Mod => 1,
        Operation.Sinc => Slope.SincAt(x),
        Operation.Voigt => Voigt.At(x, y, z).ByX,
        Operation.Min => Share(x, y),
        Operation.Max => Share(y, x),
        _ => throw new UnreachableException(),
    };

    /// <summary>With respect to the right operand, or the second of three.</summary>
    public static double ByRight(Operation operation, double x, double y, double z) => operation switch
    {
        Operation.Atan2 => -Slope.Atan2ByY(y, x),
        Operation.Mod => -Math.Round((x - z) / y), // z is the value
        Operation.Voigt => Voigt.At(x, y, z).BySigma,
        Operation.Min => Share(y, x),
        Operation.Max => Share(x, y),
        _ => throw new UnreachableException(),
    };

    /// <summary>With respect to the last of three operands, which only Voigt's profile depends on smoothly.</summary>
    public static double ByThird(double x, double y, double z) => Voigt.At(x, y, z).ByGamma;

    /// <summary>What of the smaller of two numbers is that of the first: half of a tie.</summary>
    private static double Share(double own, double other) => own < other ? 1 : own > other ? 0 : own == other ? 0.5
        : own + other;
}
