using System.Globalization;
using MinpackNet.Fitting;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
double[] t = [0, 1, 2, 3, 4, 5];
double[] y = [5.1, 3.0, 1.9, 1.2, 0.7, 0.4];

Print("lambda", CurveFit.Fit((p, x) => p[0] * Math.Exp(-p[1] * x), t, y, [4, 0.4]));
Print("generic", CurveFit.Fit<Decay>(t, y, [4, 0.4]));
Print("formula", CurveFit.Fit(Formula.Parse("a*exp(-b*x)"), t, y, [("a", 4), ("b", 0.4)]));

static void Print(string model, FitResult fit) => Console.WriteLine(
    $"{model} {fit.Estimates[0]:F6} {fit.Estimates[1]:F6} +- {fit.StandardErrors[0]:F6} {fit.StandardErrors[1]:F6}, "
    + $"t {fit.ConfidenceIntervals()[0].Upper:F4}");

internal readonly struct Decay : ICurveModel
{
    static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> p, T x) => p[0] * T.Exp(-p[1] * x);
}
