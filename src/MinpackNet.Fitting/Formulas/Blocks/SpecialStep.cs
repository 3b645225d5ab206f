using System.Diagnostics;
using MathNet.Numerics;

namespace MinpackNet.Fitting;

/// <summary>The values of special and piecewise functions, one number at a time.</summary>
internal static class SpecialStep
{
    public static double Of(Operation operation, double x, double y, double z) => operation switch
    {
        Operation.Acosh => Math.Acosh(x),
        Operation.Asinh => Math.Asinh(x),
        Operation.Atanh => Math.Atanh(x),
        Operation.Atan2 => Math.Atan2(x, y),
        Operation.BesselJ0 => BesselFunctions.J0(x),
        Operation.BesselJ1 => BesselFunctions.J1(x),
        Operation.Cbrt => Math.Cbrt(x),
        Operation.Erf => SpecialFunctions.Erf(x),
        Operation.Erfc => SpecialFunctions.Erfc(x),
        Operation.ExpM1 => Elementary.ExpM1(x),
        Operation.Gamma => GammaFunctions.Gamma(x),
        Operation.LogGamma => GammaFunctions.LogGamma(x),
        Operation.Logistic => Elementary.Logistic(x),
        Operation.LogP1 => Elementary.LogP1(x),
        Operation.Mod => Elementary.Mod(x, y),
        Operation.Sinc => Elementary.Sinc(x),
        Operation.Voigt => Voigt.At(x, y, z).Value,
        Operation.Min => Math.Min(x, y),
        Operation.Max => Math.Max(x, y),
        Operation.Ceiling => Math.Ceiling(x),
        Operation.Floor => Math.Floor(x),
        Operation.Round => Math.Round(x),
        Operation.Sign => Elementary.Sign(x),
        Operation.UnitStep => Elementary.UnitStep(x),

        // Of constants.
        Operation.If => x != 0 ? y : z,
        Operation.Less => x < y ? 1 : 0,
        Operation.LessOrEqual => x <= y ? 1 : 0,
        Operation.Equal => x == y ? 1 : 0,
        Operation.NotEqual => x != y ? 1 : 0,
        _ => throw new UnreachableException(),
    };
}
