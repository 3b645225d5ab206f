#:project ../../src/MinpackNet.Fitting
// Two predictors, matched to the formula by name; a comparison of two models; a prediction.
// Data: girth in inches, height in feet and volume of timber in cubic feet of 31 felled black cherry trees; Ryan,
// Joiner and Ryan, The Minitab Student Handbook (1976), as in R's data set trees.
// Expect: girth to the power of 1.997 and height to the power of 1.088: a tree is nearly a cone, which describes it as
// well with two parameters fewer. R's nls finds the same figures.
using MinpackNet.Fitting;

double[] girth =
[
    8.3, 8.6, 8.8, 10.5, 10.7, 10.8, 11.0, 11.0, 11.1, 11.2, 11.3, 11.4, 11.4, 11.7, 12.0, 12.9, 12.9, 13.3, 13.7,
    13.8, 14.0, 14.2, 14.5, 16.0, 16.3, 17.3, 17.5, 17.9, 18.0, 18.0, 20.6,
];
double[] height =
[
    70, 65, 63, 72, 81, 83, 66, 75, 80, 75, 79, 76, 76, 69, 75, 74, 85, 86, 71, 64, 78, 80, 74, 72, 77, 81, 82, 80, 80,
    80, 87,
];
double[] volume =
[
    10.3, 10.3, 10.2, 16.4, 18.8, 19.7, 15.6, 18.2, 22.6, 19.9, 24.2, 21.0, 21.4, 21.3, 19.1, 22.2, 33.8, 27.4, 25.7,
    24.9, 34.5, 31.7, 36.3, 38.3, 42.6, 55.4, 55.7, 58.3, 51.5, 51.0, 77.0,
];
Predictors trees = Predictors.FromColumns(("girth", girth), ("height", height));
string[] names = ["girth", "height"];

FitResult powers = CurveFit.Fit(
    Formula.Parse("a*girth^b*height^c", names), trees, volume, [("a", 0.01), ("b", 2), ("c", 1)]);
FitResult cone = CurveFit.Fit(Formula.Parse("a*girth^2*height", names), trees, volume, [("a", 0.01)]);
foreach (FitParameter p in powers.Parameters)
{
    Console.WriteLine($"powers: {p.Name} = {p.Value:F6} ± {p.StandardError:F6}");
}

Console.WriteLine($"cone:   a = {cone["a"].Value:F6} ± {cone["a"].StandardError:F6}");
Console.WriteLine($"AIC of the powers {powers.Aic:F2}, of the cone {cone.Aic:F2}: the smaller is the better");

Band timber = cone.PredictionBand(Predictors.FromColumns(("girth", [15]), ("height", [80])));
Console.WriteLine($"15 inches, 80 feet: {timber.Values[0]:F1}, between {timber.Lower[0]:F1} and {timber.Upper[0]:F1}");
