#:project ../../src/MinpackNet.Fitting
// Counts, small ones among them: the deviance of the Poisson distribution instead of a sum of squares.
// Data: new cases of AIDS in Belgium in the years 1981 to 1993, in Venables and Ripley, and in Wood, Generalized
// Additive Models (2006).
// Expect: a logistic curve with a deviance of 10.995 for 10 degrees of freedom (R's optim), where exponential growth,
// R's glm(cases ~ year, poisson), leaves 80.69.
using MinpackNet.Fitting;

double[] year = [.. Enumerable.Range(1981, 13).Select(y => (double)y)];
double[] cases = [12, 14, 33, 50, 67, 74, 123, 141, 165, 204, 253, 246, 240];
FitOptions counts = new() { Counts = true };

FitResult growth = CurveFit.Fit(
    Formula.Parse("exp(a + b*(x - 1981))"), year, cases, [("a", 3), ("b", 0.2)], counts);
FitResult logistic = CurveFit.Fit(
    Formula.Parse("K/(1 + exp(-r*(x - m)))"), year, cases, [("K", 250), ("r", 0.5), ("m", 1988)], counts);
Console.WriteLine(logistic);
Console.WriteLine(ModelComparison.Of([growth, logistic], ["exponential", "logistic"]));
Interval half = logistic.ProfileIntervals()[2];
Console.WriteLine($"half of the final number is reached between {half.Lower:F1} and {half.Upper:F1}");
