#:project ../../src/MinpackNet.Fitting
// A curve fit in five lines: a formula, the data, the start values, a report.
// Data: biochemical oxygen demand in mg/l after days of incubation; Marske (1967), in Bates and Watts, Nonlinear
// Regression Analysis and Its Applications (1988), A1.4.
// Expect: asym 19.1426 and lrc -0.6328, as Bates and Watts have them, here to the digits that their errors leave.
using MinpackNet.Fitting;

double[] days = [1, 2, 3, 4, 5, 7];
double[] demand = [8.3, 10.3, 19.0, 16.0, 15.6, 19.8];
Formula model = Formula.Parse("asym*(1 - exp(-exp(lrc)*days))", ["days"]);
FitResult fit = CurveFit.Fit(model, days, demand, [("asym", 20), ("lrc", 0)]);
Console.WriteLine(fit);
