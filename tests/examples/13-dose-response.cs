#:project ../../src/MinpackNet.Fitting
// A calibration curve without start values: a model by its name, what follows from it, how sure that is, and whether
// the model is good enough.
// Data: DNase, an enzyme-linked immunosorbent assay, run 1, two wells at each concentration, in Davidian and Giltinan
// (1995), as in R's data set.
// Expect: the estimates of R's nls with SSfpl on log(conc): an ec50 of exp(1.5074) = 4.515. The means of the two wells
// lie further from the curve than the wells from each other: they share their dilution, and its errors.
using MinpackNet.Fitting;

double[] dilutions = [0.04882812, 0.1953125, 0.390625, 0.78125, 1.5625, 3.125, 6.25, 12.5];
double[] conc = [.. dilutions.SelectMany(c => new[] { c, c })];
double[] density =
[
    0.017, 0.018, 0.121, 0.124, 0.206, 0.215, 0.377, 0.374, 0.614, 0.609, 1.019, 1.001, 1.334, 1.364, 1.73, 1.71,
];

NamedModel model = NamedModel.Parse("logistic4");
FitResult fit = CurveFit.Fit(model.Formula, conc, density);
Console.WriteLine(fit);

IReadOnlyList<Interval> profile = fit.ProfileIntervals();
BootstrapResult bootstrap = fit.Bootstrap(BootstrapKind.Residual, samples: 4000);
Console.WriteLine("95 % intervals by errors, profile likelihood, bootstrap:");
foreach ((FitParameter p, int j) in fit.Parameters.Select((p, j) => (p, j)))
{
    Interval wald = fit.ConfidenceIntervals()[j];
    Interval drawn = bootstrap.Estimates()[j].Interval;
    Console.WriteLine(
        $"{p.Name,-8} {wald.Lower,8:F3} {wald.Upper,8:F3}  {profile[j].Lower,8:F3} {profile[j].Upper,8:F3}  "
        + $"{drawn.Lower,8:F2} {drawn.Upper,8:F2}");
}
