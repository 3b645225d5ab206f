namespace MinpackNet.Fitting;

/// <summary>Normal curves whose far wings keep their digits: the square in the exponent is not rounded.</summary>
internal static class Gaussian
{
    /// <summary>exp(-x²).</summary>
    public static double Of(double x)
    {
        double square = x * x;
        return double.IsInfinity(square) ? 0 : Math.Exp(-square) * (1 - Math.FusedMultiplyAdd(x, x, -square));
    }

    /// <summary>exp(-(x/deviation)²/2).</summary>
    public static double Of(double x, double deviation)
    {
        double scaled = x / deviation;
        double square = scaled * scaled;
        double rest = Math.FusedMultiplyAdd(-scaled, deviation, x) / deviation;
        double error = Math.FusedMultiplyAdd(scaled, scaled, -square) + (2 * scaled * rest);
        return double.IsFinite(error) ? Math.Exp(-0.5 * square) * (1 - (0.5 * error)) : Math.Exp(-0.5 * square);
    }
}
