namespace MinpackNet.Fitting;

/// <summary>Elementary functions that .NET does not have, or not to full accuracy.</summary>
internal static class Elementary
{
    /// <summary>exp(x) - 1, where .NET's loses the digits of small x (Kahan; Higham 2002, section 1.14.1).</summary>
    public static double ExpM1(double x)
    {
        double power = Math.Exp(x);
        double less = power - 1;
        return Math.Abs(x) > 0.5 ? less : less == 0 ? x : less * (x / Math.Log(power));
    }

    /// <summary>log(1 + x), where .NET's loses the digits of small x (Kahan; Higham 2002, problem 1.5).</summary>
    public static double LogP1(double x)
    {
        double sum = 1 + x;
        return Math.Abs(x) > 0.5 ? Math.Log(sum) : sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>sin(πx)/(πx), 1 at 0, as numpy.sinc.</summary>
    public static double Sinc(double x) => x == 0 ? 1 : double.SinPi(x) / (Math.PI * x);

    /// <summary>1/(1 + exp(-x)), without overflow.</summary>
    public static double Logistic(double x)
    {
        double power = Math.Exp(-Math.Abs(x));
        return (x < 0 ? power : 1) / (1 + power);
    }

    /// <summary>x - y floor(x/y), which has the sign of y, as numpy.mod.</summary>
    public static double Mod(double x, double y)
    {
        double rest = x % y;
        return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest;
    }

    /// <summary>0 for negative x, 1 for positive x, and the mean of both at 0.</summary>
    public static double UnitStep(double x) => x > 0 ? 1 : x < 0 ? 0 : x + 0.5;

    /// <summary>-1, 0 or 1.</summary>
    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : x;
}
