namespace MinpackNet.Tests.BadInput;

/// <summary>
/// The baseline's functions with a fault from some call on. SciPy calls the function three times at the start (twice to
/// learn its length), where this library calls it once, and the Jacobian twice: so SciPy's call k is call k - 2, or k -
/// 1.
/// </summary>
internal static class CountedFunction
{
    public static Func<double[], double[]> Func(int fromSciPyCall, Func<double[], double[]> fault) =>
        From(Math.Max(1, fromSciPyCall - 2), Decay.Residuals, fault);

    public static Func<double[], double[,]> Dfun(int fromSciPyCall, Func<double[], double[,]> fault) =>
        From(Math.Max(1, fromSciPyCall - 1), Decay.Jacobian, fault);

    /// <summary>The baseline's residuals with another value in the third place from a call on.</summary>
    public static Func<double[], double[]> Func(int fromSciPyCall, double value) =>
        Func(fromSciPyCall, b => Spoiled(b, value));

    public static double[] Spoiled(double[] b, double value)
    {
        double[] residuals = Decay.Residuals(b);
        residuals[2] = value;
        return residuals;
    }

    private static Func<double[], T> From<T>(int call, Func<double[], T> sound, Func<double[], T> fault)
    {
        int calls = 0;
        return b => ++calls >= call ? fault(b) : sound(b);
    }
}
