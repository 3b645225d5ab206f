#:project ../../src/MinpackNet.Fitting
// A model written once for any number type: its derivatives are exact, and nobody had to write them.
// Data: velocity of an enzymatic reaction in counts/min² against substrate concentration in ppm, with puromycin and
// without; Treloar (1974), in Bates and Watts, Nonlinear Regression Analysis and Its Applications (1988), A1.3.
// Expect: Vm 212.68 and K 0.0641 with puromycin, 160.28 and 0.0477 without: it raises Vm.
using MinpackNet.Fitting;

double[] treated = [0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.10, 1.10];
double[] untreated = treated[..^1];
Show("treated", CurveFit.Fit<MichaelisMenten>(
    treated, [76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200], [("Vm", 200), ("K", 0.1)]));
Show("untreated", CurveFit.Fit<MichaelisMenten>(
    untreated, [67, 51, 84, 86, 98, 115, 131, 124, 144, 158, 160], [("Vm", 200), ("K", 0.1)]));

static void Show(string name, FitResult fit)
{
    Console.WriteLine($"{name}: {fit.JacobianEvaluations} evaluations of exact derivatives");
    foreach ((FitParameter p, Interval interval) in fit.Parameters.Zip(fit.ConfidenceIntervals()))
    {
        string limits = $"95 % from {interval.Lower:F3} to {interval.Upper:F3}";
        Console.WriteLine($"  {p.Name,-2} {p.Value,8:F4} ± {p.StandardError:F4}, {limits}");
    }
}

internal readonly struct MichaelisMenten : ICurveModel
{
    static T ICurveModel.Evaluate<T>(ReadOnlySpan<T> b, T concentration) =>
        b[0] * concentration / (b[1] + concentration);
}
