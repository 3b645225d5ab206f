namespace MinpackNet.Fitting.Tests;

/// <summary>b1 (1 - exp(-b2 x)), the model of Misra1a and BoxBOD, in the shapes a model can have.</summary>
internal readonly struct Saturation : ICurveModel
{
    public static double Value(ReadOnlySpan<double> b, double x) => b[0] * (1 - Math.Exp(-b[1] * x));

    public static void Gradient(ReadOnlySpan<double> b, double x, Span<double> gradient)
    {
        gradient[0] = 1 - Math.Exp(-b[1] * x);
        gradient[1] = b[0] * x * Math.Exp(-b[1] * x);
    }

    static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T x) => b[0] * (T.One - T.Exp(-b[1] * x));
}
