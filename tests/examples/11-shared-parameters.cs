#:project ../../src/MinpackNet.Fitting
// Two data sets at once, with a parameter in common or not, and whether the data ask for two.
// Data: Puromycin, the velocity of an enzyme with and without treatment (Treloar 1974), in Bates and Watts (1988), as
// in R's data set.
// Expect: as Bates and Watts find, the treatment changes the maximal velocity Vm and hardly K: the F test of one K
// against two has a p above 0.05 (R's anova of the two nls fits: F = 1.7182 on 1 and 19, p = 0.2056).
using MinpackNet.Fitting;

double[] treatedConc = [0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.1, 1.1];
double[] treated = [76, 47, 97, 107, 123, 139, 159, 152, 191, 201, 207, 200];
double[] untreatedConc = [0.02, 0.02, 0.06, 0.06, 0.11, 0.11, 0.22, 0.22, 0.56, 0.56, 1.1];
double[] untreated = [67, 51, 84, 86, 98, 115, 131, 124, 144, 158, 160];
FitDataSet[] sets = [new(treatedConc, treated, "treated"), new(untreatedConc, untreated, "untreated")];
Formula model = Formula.Parse("Vm*x/(K + x)");

GlobalFit oneK = CurveFit.FitGlobal(model, sets, shared: ["K"]);
GlobalFit twoK = CurveFit.FitGlobal(model, sets, shared: []);
Console.WriteLine(oneK);
foreach (GlobalFitSet set in oneK.Sets)
{
    Console.WriteLine($"{set.Name}: Vm = {set["Vm"].Value:F2}, sum of squares {set.ChiSquared:F1}");
}

Console.WriteLine(oneK.Fit.Derive("Vm_treated/Vm_untreated", "effect of the treatment"));
Console.WriteLine($"one K or two: {NestedTest.Of(oneK.Fit, twoK.Fit)}");
